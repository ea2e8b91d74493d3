namespace Gravistore.Charts;

/// <summary>A stretch of time in one state.</summary>
/// <param name="FromS">Its beginning [s].</param>
/// <param name="ToS">Its end [s].</param>
/// <param name="Name">Name of the state.</param>
/// <param name="Style">How it is filled.</param>
public sealed record Band(double FromS, double ToS, string Name, BandStyle Style);

/// <summary>One row of a timeline.</summary>
/// <param name="Name">What the row is about.</param>
/// <param name="Bands">States in order of time.</param>
public sealed record BandRow(string Name, IReadOnlyList<Band> Bands);

/// <summary>States over time, one row for each thing that has a state.</summary>
public sealed record BandTimeline
{
    public required string Title { get; init; }
    public required Axis Time { get; init; }
    public required IReadOnlyList<BandRow> Rows { get; init; }
    public IReadOnlyList<Marker> Markers { get; init; } = [];
}
