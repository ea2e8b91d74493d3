namespace Gravistore.DryRun.Compare;

/// <summary>One figure of two results.</summary>
/// <param name="Name">Its path in the result.</param>
/// <param name="A">Value in the first.</param>
/// <param name="B">Value in the second.</param>
/// <param name="Moved">They differ by more than the tolerance.</param>
public sealed record FigurePair(string Name, ResultValue A, ResultValue B, bool Moved)
{
    /// <summary>Second less first; null unless both are numbers.</summary>
    public double? Difference => B.Number - A.Number;
    /// <summary>Difference over the larger magnitude; null unless both are numbers, 0 where both are 0.</summary>
    public double? Relative => Difference is not { } d ? null : d == 0 ? 0 : d / Math.Max(Math.Abs(A.Number!.Value), Math.Abs(B.Number!.Value));
    /// <summary>They differ at all.</summary>
    public bool Differs => A != B;
}

/// <summary>Two results side by side.</summary>
public sealed record ResultComparison(ResultDocument A, ResultDocument B, Tolerance Tolerance, IReadOnlyList<FigurePair> Figures)
{
    /// <summary>Figures that moved by more than the tolerance.</summary>
    public int MovedCount => Figures.Count(f => f.Moved);

    /// <summary>Compares every figure that either has.</summary>
    public static ResultComparison Of(ResultDocument a, ResultDocument b, Tolerance tolerance)
    {
        IEnumerable<string> names = a.Names.Concat(b.Names.Where(name => !a.Names.Contains(name)));
        return new ResultComparison(a, b, tolerance, [.. names.Select(name => new FigurePair(name, a[name], b[name], tolerance.IsBeyond(a[name], b[name])))]);
    }
}
