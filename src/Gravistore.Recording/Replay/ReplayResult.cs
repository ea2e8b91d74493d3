namespace Gravistore.Recording.Replay;

/// <summary>What a replay showed.</summary>
public sealed record ReplayResult
{
    /// <summary>Cycles replayed and compared.</summary>
    public required long Cycles { get; init; }
    /// <summary>Sound cycles that could not be replayed: before them something is lost, and no snapshot follows that they begin with.</summary>
    public required long CyclesLeftOut { get; init; }
    /// <summary>Snapshots that the replay passed and was compared with.</summary>
    public required long Snapshots { get; init; }
    /// <summary>Times of the first and the last cycle replayed [ns].</summary>
    public required long FromNs { get; init; }
    public required long UntilNs { get; init; }
    /// <summary>The first difference; null = equal.</summary>
    public Divergence? Divergence { get; init; }

    /// <summary>Cycles were replayed, and all are equal.</summary>
    public bool IsEqual => Divergence is null && Cycles > 0;
}
