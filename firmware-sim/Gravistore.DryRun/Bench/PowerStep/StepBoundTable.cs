namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>One row of bounds for the nominal case.</summary>
/// <param name="Direction">Direction of the step.</param>
/// <param name="Charges">States of charge that it holds for [%].</param>
/// <param name="Spread">True where the weights hang at different depths, false where all hang at one.</param>
/// <param name="Meaning">What it asks, in words.</param>
/// <param name="Bounds">The bounds.</param>
public sealed record StepBoundRow(StepDirection Direction, IReadOnlyList<int> Charges, bool Spread, string Meaning, StepBounds Bounds);

/// <summary>
/// What every cell must reach, declared once. The rows hold for the nominal case; the other cases widen them by <see cref="StepCase.BoundFactor"/>,
/// each figure from its ideal value, and the two with longer delays have a peak of their own.
/// </summary>
public static class StepBoundTable
{
    /// <summary>Above this the bounce grows, which no case may do.</summary>
    public const double Steady = 1;

    private static readonly StepBounds Raising = new() { RiseTimeSeconds = 0.6, PeakPercent = 105, SettledDeviationPercent = 1, RmsPercent = 0.1, BounceRatio = 0.1 };

    /// <summary>All rows.</summary>
    public static IReadOnlyList<StepBoundRow> Rows { get; } =
    [
        new(StepDirection.Raise, [90, 50], true, "exact power damps the bounce by itself: down to a tenth", Raising),
        new(StepDirection.Raise, [10], true, "the same on the longest ropes, bounce down to a fifth", Raising with { BounceRatio = 0.2 }),
        new(StepDirection.Lower, [90, 50], true, "a little power is spent on stability",
            new() { RiseTimeSeconds = 0.6, PeakPercent = 105, SettledDeviationPercent = 3, RmsPercent = 0.2, BounceRatio = 0.15 }),
        new(StepDirection.Lower, [10], true, "more is spent on the longest ropes, and the bounce must not grow",
            new() { RiseTimeSeconds = 0.6, PeakPercent = 105, SettledDeviationPercent = 4, RmsPercent = 0.5, BounceRatio = Steady }),
        new(StepDirection.Raise, [90, 50], false, "as with spread depths", Raising),
        new(StepDirection.Raise, [10], false, "as with spread depths", Raising with { BounceRatio = 0.2 }),
        new(StepDirection.Lower, [90, 50, 10], false, "one frequency for all ropes: no split of power calms them", new() { PeakPercent = 120, LateDeviationPercent = 8 }),
    ];

    /// <summary>The bounds of a cell.</summary>
    /// <exception cref="ArgumentException">The table has no row for the cell.</exception>
    public static StepBounds Of(StepCell cell) => Widen(RowOf(cell).Bounds, cell.Case);

    /// <summary>The row that holds for a cell.</summary>
    /// <exception cref="ArgumentException">The table has none.</exception>
    public static StepBoundRow RowOf(StepCell cell) =>
        Rows.FirstOrDefault(r => r.Direction == cell.Direction && r.Spread == (cell.Depths != StepDepths.OneDepth) && r.Charges.Contains(cell.ChargePercent))
        ?? throw new ArgumentException($"no bounds are declared for the cell '{cell.Name}'", nameof(cell));

    private static StepBounds Widen(StepBounds nominal, StepCase one) => new()
    {
        RiseTimeSeconds = one.BoundFactor * nominal.RiseTimeSeconds,
        PeakPercent = Peak(nominal.PeakPercent, one),
        SettledDeviationPercent = one.BoundFactor * nominal.SettledDeviationPercent,
        LateDeviationPercent = one.BoundFactor * nominal.LateDeviationPercent,
        RmsPercent = one.BoundFactor * nominal.RmsPercent,
        BounceRatio = nominal.BounceRatio is { } ratio ? Math.Min(Steady, one.BoundFactor * ratio) : null,
    };

    // A peak is widened by what it is above rated power. A case's own peak never asks more than the nominal case does.
    private static double? Peak(double? nominal, StepCase one) => nominal is not { } percent ? null
        : one.PeakPercent is { } own ? Math.Max(own, percent) : 100 + one.BoundFactor * (percent - 100);
}
