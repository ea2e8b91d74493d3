namespace Gravistore.DryRun.Compare;

/// <summary>
/// How far a figure may move: by <paramref name="Share"/> of the larger of its two magnitudes, and by <see cref="FloorOfUnit"/> of its own unit in any case,
/// which only rounding can reach. A figure that one of two runs does not have has moved.
/// </summary>
/// <param name="Share">Share of the larger magnitude, 0 or more.</param>
public readonly record struct Tolerance(double Share)
{
    /// <summary>Differences up to this are none [the figure's own unit].</summary>
    public const double FloorOfUnit = 1e-9;

    /// <summary>True when the two differ by more than is allowed.</summary>
    public bool IsBeyond(ResultValue a, ResultValue b)
    {
        if (a.Number is { } first && b.Number is { } second)
            return Math.Abs(first - second) > Math.Max(FloorOfUnit, Share * Math.Max(Math.Abs(first), Math.Abs(second)));
        return a != b;
    }
}
