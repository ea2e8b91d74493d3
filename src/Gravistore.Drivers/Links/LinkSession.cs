using System.Net;
using System.Net.Sockets;
using Gravistore.Core.Parameters;
using NModbus;

namespace Gravistore.Drivers.Links;

/// <summary>One connection of a link and the master on it; disposed after any error but a device's own refusal.</summary>
internal sealed class LinkSession : IDisposable
{
    /// <summary>A telegram older than this is never sent: the loop has stopped, and the device has to find that out [ns].</summary>
    public const long OldestTelegramNs = 50_000_000;
    /// <summary>Answers to so many older requests are skipped; older ones end the connection.</summary>
    private const uint OldAnswers = 3;
    private const double MsPerS = 1000, NsPerS = 1e9;

    private readonly IModbusMaster _master;
    private readonly LinkCounters _counters;
    private readonly Func<long> _clockNs;

    private LinkSession(Socket socket, FieldLinks links, LinkCounters counters, Func<long> clockNs)
    {
        _counters = counters;
        _clockNs = clockNs;
        _master = new ModbusFactory().CreateIpMaster(new DeadlineStream(socket, (long)(NsPerS * links.AnswerTimeoutS), clockNs));
        int timeoutMs = (int)(MsPerS * links.AnswerTimeoutS);
        _master.Transport.ReadTimeout = timeoutMs;
        _master.Transport.WriteTimeout = timeoutMs;
        // What NModbus would do by itself: ask again, for ever where a device is busy, without a time-out.
        _master.Transport.Retries = 0;
        _master.Transport.SlaveBusyUsesRetryCount = true;
        _master.Transport.WaitToRetryMilliseconds = 1;
        _master.Transport.RetryOnOldResponseThreshold = OldAnswers;
    }

    /// <summary>Monotonic time [ns].</summary>
    public long NowNs => _clockNs();

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SocketException">Nothing answers there in time.</exception>
    public static LinkSession Open(FieldDevice at, FieldLinks links, LinkCounters counters, Func<long> clockNs)
    {
        IPAddress address = IPAddress.TryParse(at.Host, out IPAddress? given) ? given : Dns.GetHostAddresses(at.Host)[0];
        Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            Connector.Connect(socket, new IPEndPoint(address, at.Port), (int)(MsPerS * links.ConnectTimeoutS));
            return new LinkSession(socket, links, counters, clockNs);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>True for a telegram that may still be sent.</summary>
    public bool IsFresh(long stampNs) => _clockNs() - stampNs <= OldestTelegramNs;

    /// <summary>One request with its answer, timed and counted.</summary>
    /// <exception cref="SlaveException">The device refuses.</exception>
    public T Ask<T>(Func<IModbusMaster, T> request)
    {
        long startNs = _clockNs();
        try
        {
            T answer = request(_master);
            _counters.RoundTrips.Add(_clockNs() - startNs);
            return answer;
        }
        catch (SlaveException)
        {
            _counters.RoundTrips.Add(_clockNs() - startNs);
            _counters.Refused++;
            throw;
        }
    }

    public void Dispose() => _master.Dispose();
}
