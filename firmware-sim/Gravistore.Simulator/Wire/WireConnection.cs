using System.Net;
using System.Net.Sockets;

namespace Gravistore.Simulator.Wire;

/// <summary>One connection of a master through the wire to its server.</summary>
internal sealed class WireConnection : IDisposable
{
    /// <summary>How often a cut cable is looked at [ms].</summary>
    private const int MendedCheckMs = 5;
    /// <summary>Pause between the pieces of a split answer [ms].</summary>
    private const int PieceMs = 1;
    private const int ForeignBy = 77;
    private const int LongestGarbage = 60;

    private readonly Socket _client;
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly int _serverPort;
    private readonly IReadOnlyDictionary<byte, WireFault> _faults;
    private readonly Random _chance = new(1);
    private byte[] _lastAnswer = [];

    public WireConnection(Socket client, int serverPort, IReadOnlyDictionary<byte, WireFault> faults)
    {
        _client = client;
        _client.NoDelay = true;
        _serverPort = serverPort;
        _faults = faults;
    }

    /// <summary>Passes frames until either side ends.</summary>
    public async Task RunAsync()
    {
        try
        {
            await _server.ConnectAsync(IPAddress.Loopback, _serverPort).ConfigureAwait(false);
            await Task.WhenAny(RequestsAsync(), AnswersAsync()).ConfigureAwait(false);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // One side has gone; the other goes with it.
        }
        Dispose();
    }

    public void Reset()
    {
        try
        {
            _client.LingerState = new LingerOption(true, 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return;
        }
        Dispose();
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private bool IsCut => _faults.Values.Any(f => f.Kind == WireFaultKind.HalfOpen);

    private async Task RequestsAsync()
    {
        FrameReader reader = new(_client);
        // A cable that is cut keeps what is sent, until it is mended or the sender resets the connection: then the read fails and nothing of it is delivered.
        List<byte[]> held = [];
        try
        {
            while (true)
            {
                byte[]? request = await reader.NextAsync().ConfigureAwait(false);
                if (IsCut || held.Count > 0)
                {
                    if (request is not null) held.Add(request);
                    if (!await MendedAsync(request is null).ConfigureAwait(false)) continue;
                    foreach (byte[] late in held) await PassAsync(late).ConfigureAwait(false);
                    held.Clear();
                }
                else if (request is not null) await PassAsync(request).ConfigureAwait(false);
                if (request is null) return;
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidDataException)
        {
            // The master reset its connection.
        }
    }

    // With the peer's end already seen there is nothing more to read: wait. Else wait until the cable is mended or there is more to read.
    private async Task<bool> MendedAsync(bool ended)
    {
        while (IsCut)
        {
            if (!ended && _client.Poll(0, SelectMode.SelectRead)) return false;
            await Task.Delay(MendedCheckMs).ConfigureAwait(false);
        }
        return ended || !_client.Poll(0, SelectMode.SelectRead) || _client.Available > 0;
    }

    private async Task PassAsync(byte[] request)
    {
        WireFault? fault = _faults.GetValueOrDefault(request[FrameReader.UnitAt]);
        byte refusal = fault?.ExceptionFor(request[FrameReader.FunctionAt]) ?? 0;
        if (refusal == 0) await _server.SendAsync(request).ConfigureAwait(false);
        else await _client.SendAsync(Refusal(request, refusal)).ConfigureAwait(false);
    }

    private async Task AnswersAsync()
    {
        try
        {
            FrameReader reader = new(_server);
            while (await reader.NextAsync().ConfigureAwait(false) is { } answer)
            {
                while (IsCut) await Task.Delay(MendedCheckMs).ConfigureAwait(false);
                WireFault? fault = _faults.GetValueOrDefault(answer[FrameReader.UnitAt]);
                if (fault is null || fault.Kind == WireFaultKind.None) await _client.SendAsync(answer).ConfigureAwait(false);
                else await SpoilAsync(answer, fault).ConfigureAwait(false);
                _lastAnswer = answer;
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidDataException)
        {
            // The master has gone.
        }
    }

    private async Task SpoilAsync(byte[] answer, WireFault fault)
    {
        switch (fault.Kind)
        {
            case WireFaultKind.Silence: return;
            case WireFaultKind.Late:
                await Task.Delay(fault.LateMs).ConfigureAwait(false);
                await _client.SendAsync(answer).ConfigureAwait(false);
                return;
            case WireFaultKind.Split:
                await SendInPiecesAsync(answer).ConfigureAwait(false);
                return;
            case WireFaultKind.Merge:
                await _client.SendAsync((byte[])[.. _lastAnswer, .. answer]).ConfigureAwait(false);
                return;
            case WireFaultKind.Garbage:
                await _client.SendAsync(Garbage(answer)).ConfigureAwait(false);
                return;
            default:
                await _client.SendAsync(Foreign(answer, fault.Kind)).ConfigureAwait(false);
                return;
        }
    }

    // Cut inside the header, behind it, and inside the data.
    private async Task SendInPiecesAsync(byte[] answer)
    {
        int at = 0;
        foreach (int end in (int[])[1, 6, 9, answer.Length])
        {
            if (end <= at || end > answer.Length) continue;
            await _client.SendAsync(answer.AsMemory(at, end - at)).ConfigureAwait(false);
            await Task.Delay(PieceMs).ConfigureAwait(false);
            at = end;
        }
    }

    // A sound beginning now and then, so that chance reaches deeper than the first check: header, function, count.
    private byte[] Garbage(byte[] answer)
    {
        byte[] garbage = new byte[1 + _chance.Next(LongestGarbage)];
        _chance.NextBytes(garbage);
        answer.AsSpan(0, Math.Min(_chance.Next(answer.Length), garbage.Length)).CopyTo(garbage);
        return garbage;
    }

    private static byte[] Foreign(byte[] answer, WireFaultKind kind)
    {
        byte[] foreign = [.. answer];
        if (kind == WireFaultKind.WrongTransaction) foreign[0] += ForeignBy;
        if (kind == WireFaultKind.WrongUnit) foreign[FrameReader.UnitAt] += ForeignBy;
        return foreign;
    }

    private static byte[] Refusal(byte[] request, byte code) =>
        [request[0], request[1], 0, 0, 0, 3, request[FrameReader.UnitAt], (byte)(request[FrameReader.FunctionAt] | 0x80), code];
}
