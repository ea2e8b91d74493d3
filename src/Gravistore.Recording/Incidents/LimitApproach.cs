namespace Gravistore.Recording.Incidents;

/// <summary>How near a value came to a limit.</summary>
/// <param name="Name">The value, in words.</param>
/// <param name="Unit">Unit of value, limit and margin.</param>
/// <param name="Number">Event of the protection that watches it.</param>
/// <param name="Hoist">Hoist number from 0, or -1 for the plant.</param>
public sealed record LimitApproach(string Name, string Unit, int Number, int Hoist)
{
    /// <summary>Value and limit where they were nearest to each other, or furthest beyond.</summary>
    public double Value { get; init; }
    public double Limit { get; init; }
    /// <summary>How far the value stayed on the good side; below 0 = it crossed the limit by so much.</summary>
    public double Margin { get; init; }
    /// <summary>When that was [ns].</summary>
    public long TimeNs { get; init; }
    /// <summary>Cycles for which the value was beyond its limit, at a stretch.</summary>
    public long LongestCycles { get; init; }

    /// <summary>The value crossed its limit.</summary>
    public bool Crossed => Margin < 0;
}
