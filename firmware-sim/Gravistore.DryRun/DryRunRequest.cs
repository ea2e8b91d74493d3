using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Report;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Scenarios;
using Gravistore.DryRun.Traces;
using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun;

/// <summary>All that one dry run needs, read and checked; see <see cref="DryRunSetup"/>.</summary>
public sealed record DryRunRequest
{
    /// <summary>What the controller believes.</summary>
    public required PlantParameters Plant { get; init; }
    /// <summary>What is true.</summary>
    public required PlantTruth Truth { get; init; }
    /// <summary>The simulated devices' own view of config/drives.</summary>
    public required DeviceFiles Devices { get; init; }
    public required Scenario Scenario { get; init; }
    /// <summary>The series that the scenario names; null when it names none.</summary>
    public SampleTrace? Trace { get; init; }
    /// <summary>Seed of all chance in the run.</summary>
    public ulong Seed { get; init; } = 1;
    /// <summary>Receives the run as a table; null = no table.</summary>
    public TraceCsv? Csv { get; init; }
    /// <summary>Records the run for its report; null = no report.</summary>
    public RunRecord? Record { get; init; }
    /// <summary>Where the files were found; null for a run made from no files.</summary>
    public RunSources? Sources { get; init; }
    /// <summary>Receives the flight recording of the run; null = none. Stays the caller's.</summary>
    public Stream? Recording { get; init; }
    /// <summary>Folder that receives a recording of what happened around each trip; null = none.</summary>
    public string? IncidentFolder { get; init; }
    /// <summary>The recording holds what is true of the plant too, and the files that the run is made from, so that it can be made again.</summary>
    public bool RecordTruth { get; init; }
    /// <summary>A change of the controller's parameters while the run goes on; null = they stay.</summary>
    public ControllerChange? ControllerChange { get; init; }
    /// <summary>Sees every cycle of the controller; null = nobody.</summary>
    internal ICycleWatch? Watch { get; init; }
    /// <summary>A change of the links' delays while the run goes on; null = they stay.</summary>
    public LinkChange? LinkChange { get; init; }
    /// <summary>Measures more than the result holds; null = nobody.</summary>
    internal ICycleProbe? Probe { get; init; }
}
