using Gravistore.Config;
using Gravistore.DryRun.Compare;
using Gravistore.DryRun.Scenarios;
using Gravistore.DryRun.Traces;
using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;

namespace Gravistore.DryRun;

/// <summary>Every error number of files that dry runs and comparisons read, as the readers declare them.</summary>
public static class ErrorCatalog
{
    /// <summary>All groups in ascending order of their numbers.</summary>
    public static IReadOnlyList<ErrorGroup> Groups { get; } =
    [
        new("Plants and devices, as the controller reads them", "Numbers of a plant that contradict each other, or a plant that cannot work.", ConfigErrors.All),
        new("True plants", "The simulated plant's file (x.sim.json) contradicts itself.", TruthErrors.All),
        new("Devices, as the simulated firmware reads them", "The simulated devices read the files under config/drives for themselves.", DeviceErrors.All),
        new("JSON files of every kind", "The text itself, its keys and the range of each value.", JsonErrors.All),
        new("Results", "JSON results of dry runs, as comparisons read them.", CompareErrors.All),
        new("Scenarios", "Steps, conditions and assertions that contradict each other or the plant.", ScenarioErrors.All),
        new("Series", "CSV files that a scenario follows.", TraceErrors.All),
    ];
}

/// <summary>Error numbers that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Description">Where they come from, one sentence.</param>
/// <param name="Errors">The errors in ascending order.</param>
public sealed record ErrorGroup(string Title, string Description, IReadOnlyList<ErrorInfo> Errors);
