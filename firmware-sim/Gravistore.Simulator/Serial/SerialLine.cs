using System.Diagnostics;
using Gravistore.Simulator.Native;
using Gravistore.Simulator.Wire;
using NModbus.IO;

namespace Gravistore.Simulator.Serial;

/// <summary>
/// One RS-485 line as NModbus's slaves hear and speak on it: a pseudo terminal at the master's path, the line's timing where that is asked for, and
/// everything that can be wrong on such a line. Slaves hear whole requests to units that exist; a line says nothing to anything else.
/// </summary>
internal sealed class SerialLine : IStreamResource
{
    private const long LookNs = 20_000_000;

    private readonly SimBus _bus;
    private readonly IReadOnlyDictionary<byte, WireFault> _faults;
    private readonly bool _timed;
    private readonly LineNoise _noise;
    private readonly Lock _gate = new();
    private readonly Dictionary<byte, long> _offlineUntilMs = [];
    private readonly byte[] _heard = new byte[4 * RequestFinder.MaxLength];
    private PseudoTerminal? _terminal;
    private byte[] _request = [];
    private int _heardLength, _given;
    private volatile bool _closed;

    /// <param name="bus">Where and how fast.</param>
    /// <param name="faults">The fault of every unit on it.</param>
    /// <param name="timed">Bytes take their time.</param>
    /// <exception cref="IOException">The port cannot be made there; the message names it.</exception>
    public SerialLine(SimBus bus, IReadOnlyDictionary<byte, WireFault> faults, bool timed)
    {
        (_bus, _faults, _timed) = (bus, faults, timed);
        _noise = new LineNoise(Send);
        PortLink.Check(bus.Path);
        Appear();
    }

    public int InfiniteTimeout => Timeout.Infinite;

    public int ReadTimeout { get; set; } = Timeout.Infinite;

    public int WriteTimeout { get; set; } = Timeout.Infinite;

    /// <summary>Path of the pseudo terminal itself; empty while the port has vanished.</summary>
    public string TerminalPath
    {
        get
        {
            lock (_gate) return _terminal?.Path ?? "";
        }
    }

    /// <summary>By how much its thread was woken too late at most [ms]: a machine that cannot keep a line's time.</summary>
    public long GreatestLatenessMs { get; private set; }

    /// <summary>A unit says nothing for so long [ms].</summary>
    public void GoOffline(byte unit, int forMs)
    {
        lock (_gate) _offlineUntilMs[unit] = Environment.TickCount64 + forMs;
    }

    public void DiscardInBuffer()
    {
        // What was heard and is no request is forgotten when the next one is looked for.
    }

    /// <summary>Bytes of the next request; waits for one.</summary>
    /// <exception cref="ObjectDisposedException">The line was closed.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_given == _request.Length) NextRequest();
        int given = Math.Min(count, _request.Length - _given);
        _request.AsSpan(_given, given).CopyTo(buffer.AsSpan(offset));
        _given += given;
        return given;
    }

    /// <summary>A slave's answer to the last request.</summary>
    public void Write(byte[] buffer, int offset, int count)
    {
        byte[] answer = buffer[offset..(offset + count)];
        WireFault fault = _faults[answer[RequestFinder.UnitAt]];
        if (_timed) Sleep(_bus.GapNs + (long)(1e6 * _bus.TurnaroundMs));
        _noise.Answer(answer, fault);
    }

    /// <summary>Ends the line; its link is removed.</summary>
    public void Dispose()
    {
        _closed = true;
        Vanish();
    }

    private void NextRequest()
    {
        do
        {
            _request = Hear();
            _given = 0;
        }
        while (!IsHeard(_request));
    }

    private byte[] Hear()
    {
        while (true)
        {
            (int start, int length) = RequestFinder.Find(_heard.AsSpan(0, _heardLength));
            if (length > 0)
            {
                byte[] request = _heard[start..(start + length)];
                _heardLength -= start + length;
                _heard.AsSpan(start + length, _heardLength).CopyTo(_heard);
                if (_timed) Sleep(_bus.CharactersNs(length));
                return request;
            }
            if (_heardLength == _heard.Length) _heardLength = 0;
            int came = Listen();
            _heardLength += came;
        }
    }

    // Silence ends whatever was begun: what is left of it would spoil the next request.
    private int Listen()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        bool gone = _faults.Values.Any(f => f.Kind == WireFaultKind.Vanished);
        if (gone) Vanish();
        else if (_terminal is null) Appear();
        if (_terminal is not { } terminal)
        {
            PseudoTerminal.Sleep(LookNs);
            return 0;
        }
        int came = terminal.Read(_heard.AsSpan(_heardLength), LookNs);
        if (came == 0) _heardLength = 0;
        return came;
    }

    // What the wire itself answers, or keeps from its slave.
    private bool IsHeard(byte[] request)
    {
        byte unit = request[RequestFinder.UnitAt];
        if (!_faults.TryGetValue(unit, out WireFault? fault) || IsOffline(unit) || fault.Kind == WireFaultKind.HalfOpen) return false;
        if (_bus.Echo || fault.Kind == WireFaultKind.Echo) Send(request);
        byte refusal = fault.ExceptionFor(request[RequestFinder.FunctionAt]);
        if (refusal != 0) Send(RequestFinder.Frame(unit, (byte)(request[RequestFinder.FunctionAt] | 0x80), refusal));
        return refusal == 0;
    }

    private bool IsOffline(byte unit)
    {
        lock (_gate) return _offlineUntilMs.TryGetValue(unit, out long untilMs) && Environment.TickCount64 < untilMs;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        const int fifo = 8;
        long start = Stopwatch.GetTimestamp();
        for (int at = 0; at < bytes.Length; at += fifo)
        {
            int end = Math.Min(at + fifo, bytes.Length);
            if (_timed) Sleep(_bus.CharactersNs(end) - (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            lock (_gate) _terminal?.Write(bytes[at..end]);
        }
    }

    private void Sleep(long durationNs)
    {
        long start = Stopwatch.GetTimestamp();
        PseudoTerminal.Sleep(durationNs);
        GreatestLatenessMs = Math.Max(GreatestLatenessMs, (long)(Stopwatch.GetElapsedTime(start).TotalNanoseconds - Math.Max(0, durationNs)) / 1_000_000);
    }

    private void Appear()
    {
        lock (_gate)
        {
            _terminal = new PseudoTerminal();
            PortLink.Put(_bus.Path, _terminal.Path);
        }
        _heardLength = 0;
    }

    private void Vanish()
    {
        lock (_gate)
        {
            if (_terminal is null) return;
            PortLink.Remove(_bus.Path);
            _terminal.Dispose();
            _terminal = null;
        }
    }
}
