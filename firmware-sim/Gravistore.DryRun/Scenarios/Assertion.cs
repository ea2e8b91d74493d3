using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Something the run must show. Exactly one of <see cref="Figure"/> and <see cref="Power"/> is there.</summary>
public sealed record Assertion
{
    /// <summary>Name of a figure of the result, such as energy.roundTripEfficiency.</summary>
    public string? Figure { get; init; }
    /// <summary>Bounds of the figure; null = open.</summary>
    public double? Min { get; init; }
    public double? Max { get; init; }
    public PowerWindow? Power { get; init; }
    /// <summary>Where the assertion stands in its file.</summary>
    public required JsonNode Place { get; init; }
}

/// <summary>A band that the true grid power must keep, all the time or in one unbroken run.</summary>
public sealed record PowerWindow
{
    public required double MinKW { get; init; }
    public required double MaxKW { get; init; }
    /// <summary>Label of the step during which it counts; null = not bound to a step.</summary>
    public string? DuringStep { get; init; }
    /// <summary>Seconds after the start of that step (or of the run) from which on it counts [s].</summary>
    public double FromS { get; init; }
    /// <summary>Seconds after the start of that step (or of the run) until which it counts [s]; infinite when left out.</summary>
    public double ToS { get; init; } = double.PositiveInfinity;
    /// <summary>The longest unbroken time in the band must reach this [s]; null = power must be in the band all the time.</summary>
    public double? LongestRunS { get; init; }
}
