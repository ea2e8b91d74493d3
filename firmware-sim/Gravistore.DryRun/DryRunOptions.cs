using Gravistore.Config;

namespace Gravistore.DryRun;

/// <summary>What a person asks of a dry run, before anything is read.</summary>
public sealed record DryRunOptions
{
    /// <summary>Folder of the project; its config folder holds plants, drives and scenarios.</summary>
    public required string Root { get; init; }
    /// <summary>Name of a scenario under config/scenarios, or a file name.</summary>
    public required string Scenario { get; init; }
    /// <summary>Plant in place of the scenario's: a name under config/plants or a file name; null = the scenario's.</summary>
    public string? Plant { get; init; }
    /// <summary>File of the true plant; null = the .sim.json beside the plant's file.</summary>
    public string? Sim { get; init; }
    /// <summary>Seed of all chance in the run.</summary>
    public ulong Seed { get; init; } = 1;
    public IReadOnlyList<Override> Overrides { get; init; } = [];
}
