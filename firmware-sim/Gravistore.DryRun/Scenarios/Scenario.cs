using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>What a dry run does: where the weights start, what is asked of the plant and when, and what must come out.</summary>
public sealed record Scenario
{
    /// <summary>Short name, as in its file.</summary>
    public required string Name { get; init; }
    public required string Title { get; init; }
    /// <summary>The file it was read from, as it was named.</summary>
    public required string File { get; init; }
    /// <summary>Name of a plant under config/plants, or a file name.</summary>
    public required string Plant { get; init; }
    /// <summary>Where the plant's name stands in the file.</summary>
    public required JsonNode PlantPlace { get; init; }
    public required InitialState Initial { get; init; }
    public required IReadOnlyList<ScenarioStep> Steps { get; init; }
    /// <summary>The series to follow, null when no step follows one.</summary>
    public TraceReference? Trace { get; init; }
    /// <summary>The law that turns frequency into power; there exactly when the trace holds frequencies.</summary>
    public DroopLaw? Droop { get; init; }
    public required RunEnd End { get; init; }
    public required IReadOnlyList<Assertion> Assertions { get; init; }
}
