namespace Gravistore.Runtime.Timing;

/// <summary>Where the time of the cycles goes: lateness of the wake-up, and each phase. Written by the loop alone.</summary>
public sealed class CycleTimes
{
    private long _slips;

    /// <summary>How much later than its deadline each cycle began.</summary>
    public TimeHistogram Lateness { get; } = new();
    /// <summary>Taking the newest values and the commands.</summary>
    public TimeHistogram Take { get; } = new();
    /// <summary>The controller's step.</summary>
    public TimeHistogram Step { get; } = new();
    /// <summary>Handing the outputs to the links.</summary>
    public TimeHistogram Send { get; } = new();
    /// <summary>Handing input and result to recorder and gateway.</summary>
    public TimeHistogram Tell { get; } = new();
    /// <summary>All of a cycle's work.</summary>
    public TimeHistogram Work { get; } = new();
    /// <summary>Cycle slips.</summary>
    public long Slips
    {
        get => Volatile.Read(ref _slips);
        internal set => Volatile.Write(ref _slips, value);
    }

    /// <summary>Forgets all durations. Called by the loop.</summary>
    internal void Clear()
    {
        Lateness.Clear();
        Take.Clear();
        Step.Clear();
        Send.Clear();
        Tell.Clear();
        Work.Clear();
    }
}
