namespace Gravistore.Charts;

/// <summary>One line of a plot.</summary>
/// <param name="Name">What it is; without its unit.</param>
/// <param name="Points">Points in order of time; one without a value interrupts the line.</param>
/// <param name="Style">How it is drawn.</param>
public sealed record Series(string Name, IReadOnlyList<TracePoint> Points, LineStyle Style);

/// <summary>A value with a meaning, drawn across the plot with its name.</summary>
public sealed record Level(string Name, double Value, LineStyle Style);

/// <summary>A moment with a meaning, drawn up the plot.</summary>
/// <param name="TimeS">When [s].</param>
/// <param name="Label">Short: a number that a list explains.</param>
public sealed record Marker(double TimeS, string Label);

/// <summary>A plot of values over time.</summary>
public sealed record LinePlot
{
    /// <summary>What it shows, with the reading that matters.</summary>
    public required string Title { get; init; }
    public required Axis Time { get; init; }
    public required Axis Values { get; init; }
    public required IReadOnlyList<Series> Series { get; init; }
    public IReadOnlyList<Level> Levels { get; init; } = [];
    public IReadOnlyList<Marker> Markers { get; init; } = [];
    /// <summary>Names stand at the ends of the lines instead of in a legend.</summary>
    public bool NamesAtEnds { get; init; }
    /// <summary>Without a legend: another plot nearby has the same.</summary>
    public bool HideLegend { get; init; }
    /// <summary>Height of the plot's inside [px].</summary>
    public int HeightPx { get; init; } = 200;

    /// <summary>Least and greatest value of some series; 0 and 0 when there is none.</summary>
    public static (double Min, double Max) Range(IEnumerable<Series> series)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (Series one in series)
        {
            foreach (TracePoint point in one.Points)
            {
                if (!double.IsFinite(point.Value)) continue;
                min = Math.Min(min, point.Value);
                max = Math.Max(max, point.Value);
            }
        }
        return min <= max ? (min, max) : (0, 0);
    }
}
