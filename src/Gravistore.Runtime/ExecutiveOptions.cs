using Gravistore.Core;

namespace Gravistore.Runtime;

/// <summary>How the loop runs.</summary>
public sealed record ExecutiveOptions
{
    /// <summary>Length of a cycle [ns].</summary>
    public long CycleNs { get; init; } = Controller.CycleNs;
    /// <summary>SCHED_FIFO priority, 1 to 99: above every ordinary interrupt thread's 50.</summary>
    public int Priority { get; init; } = 80;
    /// <summary>SCHED_FIFO priority of the threads that speak with the field: below the loop, above everything that is not the controller's.</summary>
    public int LinkPriority => Math.Max(1, Priority - 10);
    /// <summary>Processor for the loop; -1 = the last one allowed, the one to be kept free of interrupts.</summary>
    public int Processor { get; init; } = -1;
    /// <summary>So many slips in so many cycles trip the plant: a tenth of a second, lost within one.</summary>
    public int SlipLimit { get; init; } = 10;
    public int SlipWindowCycles { get; init; } = 100;
    /// <summary>Run although Linux did not grant real time.</summary>
    public bool AllowNoRealTime { get; init; }
}
