namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>What became of one cell.</summary>
public sealed record StepCellResult
{
    public required StepCell Cell { get; init; }
    public required StepFigures Figures { get; init; }
    public required StepBounds Bounds { get; init; }
    /// <summary>Where the plant stood when the step came; null when it never came.</summary>
    public required double? ChargePercent { get; init; }
    public required double? HalfSpreadM { get; init; }
    /// <summary>Least travel left to any weight in the step's direction [m]: a minute at full power takes 60 s times its speed.</summary>
    public required double? TravelLeftM { get; init; }
    /// <summary>Seed of the depths, of a cell whose depths are drawn at random: the worst of all; null else.</summary>
    public ulong? DepthSeed { get; init; }
    /// <summary>Why the run itself went wrong: a trip, a violated invariant, a step that never came; null when it did not.</summary>
    public required string? Trouble { get; init; }
    /// <summary>64 bits chained over the run.</summary>
    public required ulong StateHash { get; init; }

    /// <summary>Names of the figures beyond their bounds.</summary>
    public IReadOnlyList<string> Failed => [.. StepFigure.All.Where(f => f.Usage(Figures, Bounds) > 1).Select(f => f.Name)];
    /// <summary>The largest share of a bound that a figure uses; infinite after trouble.</summary>
    public double WorstUsage => Trouble is not null ? double.PositiveInfinity : StepFigure.All.Max(f => f.Usage(Figures, Bounds) ?? 0);
    public bool Pass => WorstUsage <= 1;
}

/// <summary>What became of all cells.</summary>
/// <param name="Plant">Name of the plant.</param>
/// <param name="Seed">Seed of the runs.</param>
/// <param name="Cells">The cells in their order.</param>
/// <param name="Runs">Runs that were made.</param>
/// <param name="WallS">Time on the clock [s].</param>
public sealed record PowerStepResult(string Plant, ulong Seed, IReadOnlyList<StepCellResult> Cells, int Runs, double WallS)
{
    public int Passed => Cells.Count(c => c.Pass);
    public bool Pass => Passed == Cells.Count;
}
