using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Runtime.Native;
using Gravistore.Runtime.Timing;

namespace Gravistore.Runtime;

/// <summary>The real-time loop: one thread that wakes at absolute deadlines, and takes, steps and sends.</summary>
public sealed class CyclicExecutive
{
    /// <summary>Commands that the port may put into a cycle; the rest of the places is the loop's own.</summary>
    public const int MaxPortCommands = CycleInput.MaxCommands - 1;
    private const int StackBytes = 1 << 20;
    /// <summary>Cycles that are run before times are kept: the first ones touch every page and line for the first time.</summary>
    private const int UnmeasuredCycles = 50;

    private readonly Controller _controller;
    private readonly IField _field;
    private readonly ILoopPort _port;
    private readonly ExecutiveOptions _options;
    private readonly CycleInput _input;
    private readonly CycleResult _result;
    private readonly SlipWatch _slips;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _asked = new();
    private volatile bool _stopping, _restartsTimes;
    private volatile RealTimeGrant? _grant;
    private volatile Exception? _failure;
    private long _cycles;

    public CyclicExecutive(Controller controller, IField field, ILoopPort port, ExecutiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(controller);
        ArgumentNullException.ThrowIfNull(options);
        (_controller, _field, _port, _options) = (controller, field, port, options);
        _input = new CycleInput(controller.Plant.HoistCount);
        _result = new CycleResult(controller.Plant.HoistCount);
        _slips = new SlipWatch(options.CycleNs, options.SlipLimit, options.SlipWindowCycles);
        _thread = new Thread(Run, StackBytes) { Name = "loop", IsBackground = true };
    }

    /// <summary>Where the time goes.</summary>
    public CycleTimes Times { get; } = new();
    /// <summary>Cycles run so far: whoever watches the loop watches this.</summary>
    public long Cycles => Volatile.Read(ref _cycles);
    /// <summary>What ended the loop from inside; null while it runs or when it was stopped.</summary>
    public Exception? Failure => _failure;

    /// <summary>Starts the thread and waits until Linux has answered.</summary>
    /// <returns>What was granted. When that is not everything and not allowed to lack, the loop has ended without a cycle.</returns>
    public RealTimeGrant Start()
    {
        _thread.Start();
        _asked.Wait();
        return _grant!;
    }

    /// <summary>Ends the loop after the cycle that runs.</summary>
    /// <param name="timeoutMs">Longest wait [ms].</param>
    /// <returns>True when it has ended.</returns>
    public bool Stop(int timeoutMs)
    {
        _stopping = true;
        return _thread.Join(timeoutMs);
    }

    /// <summary>Measures times anew from the next cycle on; for other threads.</summary>
    public void RestartTimes() => _restartsTimes = true;

    private void Run()
    {
        RealTimeGrant grant = RealTimeThread.Ask(_options.Priority, _options.Processor);
        _grant = grant;
        _asked.Set();
        if (!grant.IsWhole && !_options.AllowNoRealTime) return;
        try
        {
            Loop();
        }
        catch (Exception e)
        {
            // The outputs expire in the devices, whose brakes then stop the weights: the process ends, and tells why.
            _failure = e;
        }
    }

    private void Loop()
    {
        long deadlineNs = MonotonicClock.NowNs + _options.CycleNs;
        while (!_stopping)
        {
            MonotonicClock.SleepUntil(deadlineNs);
            long wokeNs = MonotonicClock.NowNs;
            Times.Lateness.Add(wokeNs - deadlineNs);
            deadlineNs = _slips.Begin(deadlineNs, wokeNs);
            Cycle(wokeNs);
        }
    }

    private void Cycle(long nowNs)
    {
        _input.NowNs = nowNs;
        _field.Take(_input, nowNs);
        _port.Take(_input);
        TripOnSlips();
        long takenNs = MonotonicClock.NowNs;
        _controller.Step(_input, _result);
        long steppedNs = MonotonicClock.NowNs;
        _field.Send(_input, _result, steppedNs);
        long sentNs = MonotonicClock.NowNs;
        _port.Tell(_input, _result, _controller.State, _slips.SlipsNow);
        Measure(nowNs, takenNs, steppedNs, sentNs, MonotonicClock.NowNs);
    }

    private void TripOnSlips()
    {
        if (!_slips.AsksForTrip) return;
        _slips.Forget();
        _input.Commands[_input.CommandCount++] = new Command { Kind = CommandKind.TripOnSlips };
    }

    private void Measure(long nowNs, long takenNs, long steppedNs, long sentNs, long toldNs)
    {
        Times.Take.Add(takenNs - nowNs);
        Times.Step.Add(steppedNs - takenNs);
        Times.Send.Add(sentNs - steppedNs);
        Times.Tell.Add(toldNs - sentNs);
        Times.Work.Add(toldNs - nowNs);
        Times.Slips = _slips.Slips;
        Volatile.Write(ref _cycles, _cycles + 1);
        if (_cycles != UnmeasuredCycles && !_restartsTimes) return;
        _restartsTimes = false;
        Times.Clear();
    }
}
