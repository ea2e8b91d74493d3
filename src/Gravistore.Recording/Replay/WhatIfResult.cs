namespace Gravistore.Recording.Replay;

/// <summary>What other parameters changed in the controller's outputs, on the recorded inputs.</summary>
public sealed record WhatIfResult
{
    /// <summary>Cycles replayed with the recorded parameters, and with the others.</summary>
    public required long CyclesBefore { get; init; }
    public required long Cycles { get; init; }
    /// <summary>Times of the first and the last cycle with the others [ns].</summary>
    public required long FromNs { get; init; }
    public required long UntilNs { get; init; }
    /// <summary>Cycles whose outputs, events or proposals differ. The state hash is left out: with other parameters the controller's state is another.</summary>
    public required long DifferentCycles { get; init; }
    /// <summary>The first difference; null = none.</summary>
    public Divergence? First { get; init; }
    /// <summary>Outputs that ever differ, the one that does so first at the head.</summary>
    public required IReadOnlyList<OutputDifference> Outputs { get; init; }
    /// <summary>Why it ended before its time; empty when it did not.</summary>
    public required string EndedEarly { get; init; }
}

/// <summary>How one output differs.</summary>
/// <param name="Channel">Name of the channel, such as hoist[3].output.speedReferenceMps.</param>
/// <param name="Unit">Its unit; empty where there is none.</param>
/// <param name="FirstNs">When it differs first [ns].</param>
public sealed record OutputDifference(string Channel, string Unit, long FirstNs)
{
    /// <summary>Cycles in which it differs.</summary>
    public long Cycles { get; init; }
    /// <summary>What was recorded and what was replayed where they are furthest apart, and when [ns].</summary>
    public double Recorded { get; init; }
    public double Replayed { get; init; }
    public long LargestNs { get; init; }
    /// <summary>Replayed less recorded, where it is largest.</summary>
    public double Largest => Replayed - Recorded;
}
