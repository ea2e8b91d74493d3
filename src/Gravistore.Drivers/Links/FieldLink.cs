using System.Net.Sockets;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Native;
using Gravistore.Drivers.Ports;
using NModbus;

namespace Gravistore.Drivers.Links;

/// <summary>
/// One connection or bus to one or more devices, with a thread and an NModbus master of its own. It sends only when the loop has sent: a loop that
/// stops is silence on the wire, and the devices stop by themselves. After any error a connection is reset and opened anew; on a bus what came is
/// forgotten and the next device is asked.
/// </summary>
internal sealed class FieldLink
{
    /// <summary>How long the thread sleeps at most before it looks whether it shall end [ms].</summary>
    private const int LookMs = 50;
    private const int MsPerS = 1000;
    /// <summary>How often a device is asked at the start before it counts as dead.</summary>
    private const int CheckAttempts = 6;
    /// <summary>Within so long an answer to an earlier question has come or never will [ms].</summary>
    private const int SettleMs = 300;

    private readonly FieldLinks _links;
    private readonly IReadOnlyList<DevicePort> _ports;
    private readonly CycleGate _gate;
    private readonly Func<long> _clockNs;
    private readonly LinkCounters _counters = new();
    private readonly Thread _thread;
    private readonly FindingSink _findings;
    private readonly CountdownEvent _checked;
    private readonly BusPace _pace;
    private readonly int _priority;
    private volatile bool _stopping;
    private LinkSession? _session;
    private SerialPortException? _broken;
    private int _failures;
    private long _startNs;

    public FieldLink(FieldLinks links, IReadOnlyList<DevicePort> ports, CycleGate gate, FindingSink findings, CountdownEvent isChecked, Func<long> clockNs, int priority)
    {
        _links = links;
        _ports = ports;
        _gate = gate;
        _findings = findings;
        _checked = isChecked;
        _clockNs = clockNs;
        _priority = priority;
        _pace = new BusPace(ports[0].Device.Bus);
        _thread = new Thread(Run) { Name = Name, IsBackground = true };
    }

    public string Name => string.Join('+', _ports.Select(p => p.Device.Name));

    public LinkStatistics Statistics
    {
        get
        {
            RoundTripMeter meter = _counters.RoundTrips;
            double lengthS = Math.Max(1e-3, 1e-9 * (_clockNs() - _startNs));
            return new LinkStatistics(Name, meter.Count / lengthS, meter.QuantileUs(0.5), meter.QuantileUs(0.99), _counters.TimeOuts,
                Math.Max(0, _counters.Connections - 1), _counters.Refused, _counters.IsConnected);
        }
    }

    /// <summary>Counts anew from here on.</summary>
    public void RestartStatistics()
    {
        _counters.Restart();
        _startNs = _clockNs();
    }

    public void Start()
    {
        _startNs = _clockNs();
        _thread.Start();
    }

    /// <summary>Asks the thread to end.</summary>
    public void Stop() => _stopping = true;

    public void Join()
    {
        if ((_thread.ThreadState & ThreadState.Unstarted) == 0) _thread.Join();
    }

    private void Run()
    {
        LinkThread.Ask(_priority);
        try
        {
            CheckDevices();
        }
        finally
        {
            _failures = 0;
            RestartStatistics();
            _checked.Signal();
        }
        int seen = _gate.Count;
        while (!_stopping)
        {
            if (!_gate.Wait(seen, LookMs)) continue;
            seen = _gate.Count;
            if (_pace.Begins(seen) && (_session is not null || Connect())) Cycle(_pace.Round);
        }
        Drop();
    }

    private void CheckDevices()
    {
        if (!Connect())
        {
            if (_broken is { } port) _findings.AddPort(port, _ports[0].Device.Bus!);
            else
                foreach (DevicePort each in _ports) _findings.Add(FieldErrors.NoConnection, each.Device, "nothing answers");
            return;
        }
        foreach (DevicePort port in _ports)
        {
            if (_session is null && !Connect()) _findings.Add(FieldErrors.NoConnection, port.Device, "nothing answers any more");
            else Check(port);
        }
    }

    // A device that has just come up may be slow with its first answer: it is asked some times before it counts as dead.
    private void Check(DevicePort port)
    {
        for (int attempt = 1; ; attempt++)
        {
            if (TryCheck(port, out string trouble)) return;
            if (attempt < CheckAttempts && (_session is not null || Connect())) continue;
            _findings.Add(FieldErrors.NoAnswer, port.Device, "a read is not answered: " + trouble);
            return;
        }
    }

    private bool TryCheck(DevicePort port, out string trouble)
    {
        trouble = "";
        try
        {
            port.Check(port, _session!, _findings);
        }
        catch (SlaveException refused)
        {
            _findings.Add(FieldErrors.Refused, port.Device, $"a read is refused with exception {refused.SlaveExceptionCode:00}");
        }
        catch (Exception broken)
        {
            Fail(broken);
            // On a bus an answer that is late must not be taken for that to the next question.
            if (_session is not null) Thread.Sleep(SettleMs);
            trouble = broken.Message;
            return false;
        }
        return true;
    }

    private void Cycle(int cycle)
    {
        bool whole = true;
        foreach (DevicePort port in _ports)
        {
            if (!_pace.Asks(port)) continue;
            whole &= TryExchange(port, cycle);
            if (_session is null) return;
        }
        if (whole) _failures = 0;
    }

    private bool TryExchange(DevicePort port, int cycle)
    {
        try
        {
            port.Exchange(_session!, cycle);
        }
        catch (SlaveException)
        {
            // Counted where it was asked. A device that refuses has answered: its image grows old by itself, the others are asked all the same.
        }
        catch (Exception broken)
        {
            port.Missed++;
            Fail(broken);
            return false;
        }
        port.Missed = 0;
        return true;
    }

    private bool Connect()
    {
        if (_failures > 1 && !Pause()) return false;
        try
        {
            _session = LinkSession.Open(_ports[0].Device, _links, _counters, _clockNs);
            _counters.Connections++;
            _counters.IsConnected = true;
            _broken = null;
            foreach (DevicePort port in _ports) port.Reconnected();
            return true;
        }
        catch (Exception broken)
        {
            Fail(broken);
            return false;
        }
    }

    // The first attempt follows at once: a drive gives its master 300 ms, and most broken connections can be made again. Later ones wait longer and longer.
    private bool Pause()
    {
        double pauseS = Math.Min(_links.ReconnectLastS, _links.ReconnectFirstS * (1L << Math.Min(_failures - 2, 20)));
        for (long left = (long)(MsPerS * pauseS); left > 0 && !_stopping; left -= LookMs) Thread.Sleep((int)Math.Min(left, LookMs));
        return !_stopping;
    }

    // Whatever an answer made of the master: a connection on which something unheard of came is no connection to go on with.
    private void Fail(Exception broken)
    {
        _broken = broken as SerialPortException ?? broken.InnerException as SerialPortException;
        if (broken is TimeoutException || SocketErrorOf(broken) is SocketError.TimedOut or SocketError.WouldBlock) _counters.TimeOuts++;
        if (_session?.Survives(broken) == true) return;
        _failures++;
        Drop();
    }

    private void Drop()
    {
        _counters.IsConnected = false;
        _session?.Dispose();
        _session = null;
    }

    private static SocketError? SocketErrorOf(Exception trouble) => (trouble as SocketException ?? trouble.InnerException as SocketException)?.SocketErrorCode;
}
