using System.Net;
using System.Net.Sockets;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Native;
using NModbus;

namespace Gravistore.Drivers.Links;

/// <summary>One connection of a link, or an open bus, and the master on it.</summary>
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

    private readonly bool _onBus;

    /// <param name="master">On its stream; disposed with this.</param>
    /// <param name="onBus">It is a serial line.</param>
    /// <param name="links">How long things may take.</param>
    /// <param name="counters">What is counted.</param>
    /// <param name="clockNs">Monotonic time [ns].</param>
    internal LinkSession(IModbusMaster master, bool onBus, FieldLinks links, LinkCounters counters, Func<long> clockNs)
    {
        _master = master;
        _onBus = onBus;
        _counters = counters;
        _clockNs = clockNs;
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

    /// <summary>Opens a connection, or a bus.</summary>
    /// <exception cref="SocketException">Nothing answers there in time.</exception>
    /// <exception cref="SerialPortException">The port cannot be used.</exception>
    public static LinkSession Open(FieldDevice at, FieldLinks links, LinkCounters counters, Func<long> clockNs) => at.Bus is { } bus
        ? new(new ModbusFactory().CreateRtuMaster(new RtuStream(SerialPort.Open(bus), bus, clockNs)), true, links, counters, clockNs)
        : OpenTcp(at, links, counters, clockNs);

    private static LinkSession OpenTcp(FieldDevice at, FieldLinks links, LinkCounters counters, Func<long> clockNs)
    {
        IPAddress address = IPAddress.TryParse(at.Host, out IPAddress? given) ? given : Dns.GetHostAddresses(at.Host)[0];
        Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            Connector.Connect(socket, new IPEndPoint(address, at.Port), (int)(MsPerS * links.ConnectTimeoutS));
            return new LinkSession(new ModbusFactory().CreateIpMaster(new DeadlineStream(socket, (long)(NsPerS * links.AnswerTimeoutS), clockNs)), false, links, counters, clockNs);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// True when the next request may go out over the same session: on a bus nothing is queued beyond what is forgotten after an error, and the
    /// other devices' requests have nothing to do with it. A TCP connection, and a port that is gone, are dropped.
    /// </summary>
    public bool Survives(Exception broken) => _onBus && broken is not SerialPortException && broken.InnerException is not SerialPortException;

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
