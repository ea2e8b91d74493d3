namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>What one step showed, from the true grid power averaged over 10 ms and the true rope forces; null where the run did not last long enough.</summary>
public sealed record StepFigures
{
    public double? RiseTimeSeconds { get; init; }
    public double? PeakPercent { get; init; }
    public double? SettledDeviationPercent { get; init; }
    public double? LateDeviationPercent { get; init; }
    public double? RmsPercent { get; init; }
    public double? BounceRatio { get; init; }
}

/// <summary>The greatest value of each figure that passes; null = the figure has no bound in this cell.</summary>
public sealed record StepBounds
{
    public double? RiseTimeSeconds { get; init; }
    public double? PeakPercent { get; init; }
    public double? SettledDeviationPercent { get; init; }
    public double? LateDeviationPercent { get; init; }
    public double? RmsPercent { get; init; }
    public double? BounceRatio { get; init; }
}

/// <summary>One figure: how it is named, what it means, where it stands, and what it counts from.</summary>
/// <param name="Name">Key in the JSON result.</param>
/// <param name="Heading">Heading in the table.</param>
/// <param name="Format">Format in the table.</param>
/// <param name="Ideal">The value that nothing can be better than, from which a bound is widened.</param>
/// <param name="Meaning">What it is, with its unit.</param>
/// <param name="Value">Reads it.</param>
/// <param name="Bound">Reads its bound.</param>
public sealed record StepFigure(string Name, string Heading, string Format, double Ideal, string Meaning, Func<StepFigures, double?> Value, Func<StepBounds, double?> Bound)
{
    /// <summary>Every figure, declared once.</summary>
    public static IReadOnlyList<StepFigure> All { get; } =
    [
        new("riseTimeSeconds", "rise s", "0.00", 0, "time from the step until power first reaches 90 % of it [s]", f => f.RiseTimeSeconds, b => b.RiseTimeSeconds),
        new("peakPercent", "peak %", "0.0", 100, "greatest power in the step's direction [% of rated power]", f => f.PeakPercent, b => b.PeakPercent),
        new("settledDeviationPercent", "off 1.5 %", "0.00", 0, "largest deviation from 1.5 s to 60 s after the step [% of rated power]", f => f.SettledDeviationPercent, b => b.SettledDeviationPercent),
        new("lateDeviationPercent", "off 5 %", "0.00", 0, "largest deviation from 5 s to 60 s after the step [% of rated power]", f => f.LateDeviationPercent, b => b.LateDeviationPercent),
        new("rmsPercent", "rms %", "0.000", 0, "root mean square of the deviation from 5 s to 60 s after the step [% of rated power]", f => f.RmsPercent, b => b.RmsPercent),
        new("bounceRatio", "bounce", "0.000", 0, "largest half-swing of rope force about its 4 s mean between 9 and 10 s after the step, over the first peak, worst hoist", f => f.BounceRatio, b => b.BounceRatio),
    ];

    /// <summary>How much of its bound a figure uses: above 1 it fails. Null where it has no bound; infinite where it has a bound and no value.</summary>
    public double? Usage(StepFigures figures, StepBounds bounds)
    {
        if (Bound(bounds) is not { } bound) return null;
        if (Value(figures) is not { } value || !double.IsFinite(value)) return double.PositiveInfinity;
        return Math.Max(0, (value - Ideal) / (bound - Ideal));
    }
}
