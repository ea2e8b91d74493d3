using Gravistore.Config;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Scenarios;
using Gravistore.DryRun.Traces;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;
using SimDevices = Gravistore.FirmwareSim.Firmware.DeviceFiles;

namespace Gravistore.DryRun;

/// <summary>Reads and checks all files of a dry run.</summary>
public static class DryRunSetup
{
    /// <summary>Reads scenario, plant, truth, devices and series, with overrides.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="findings">Receives everything found, warnings too.</param>
    /// <exception cref="UnknownNameException">A scenario, plant or sim file named in the options does not exist.</exception>
    /// <exception cref="RefusedException">A file is wrong; every error of the files read so far is named.</exception>
    public static DryRunRequest Load(DryRunOptions options, Findings findings)
    {
        ConfigFolders folders = new(options.Root);
        string scenarioFile = folders.ScenarioFile(options.Scenario) ?? throw new UnknownNameException("scenario", options.Scenario, folders.Scenarios);
        Scenario scenario = ScenarioFile.Load(scenarioFile, options.Overrides, findings);
        string plantFile = PlantFileOf(options, scenario, folders, findings);
        string simFile = SimFileOf(options, plantFile, folders);
        PlantParameters? plant = PlantFile.Load(plantFile, options.Overrides, findings, folders.Drives);
        PlantTruth truth = LoadTruth(simFile, options.Overrides, findings);
        SampleTrace? trace = scenario.Trace is { File.Length: > 0 } series ? TraceFile.Load(series.File, series.Format, series.Repeat, findings) : null;
        findings.ThrowIfErrors();
        SimDevices devices = SimDevices.Load(folders.Drives, truth.Devices, findings);
        PlantFit.Check(scenario, trace, plant!, findings);
        CheckPair(plant!, truth, simFile, findings);
        findings.ThrowIfErrors();
        RunSources sources = new(options, scenarioFile, plantFile, simFile);
        return new DryRunRequest { Plant = plant!, Truth = truth, Devices = devices, Scenario = scenario, Trace = trace, Seed = options.Seed, Sources = sources };
    }

    /// <summary>A plant and a truth that cannot belong together are an error.</summary>
    internal static void CheckPair(PlantParameters plant, PlantTruth truth, string simFile, Findings findings)
    {
        if (plant.HoistCount != truth.HoistCount)
            findings.Error(ScenarioErrors.PlantFilesDiffer, simFile, $"the true plant {JsonText.Quote(truth.Name)} has {truth.HoistCount} hoists, the controller's {JsonText.Quote(plant.Name)} has {plant.HoistCount}", JsonText.Number(plant.HoistCount), path: "hoists.count");
    }

    /// <summary>File of the plant that a scenario names; null after a finding.</summary>
    internal static string? PlantFileOf(Scenario scenario, ConfigFolders folders, Findings findings)
    {
        if (folders.PlantFile(scenario.Plant) is { } file) return file;
        string cure = NearestMatch.Question(scenario.Plant, folders.Plants, "name a plant that is there");
        findings.Error(ScenarioErrors.UnknownPlant, scenario.PlantPlace, $"there is no plant {JsonText.Quote(scenario.Plant)}", JsonText.Choices(folders.Plants), cure);
        return null;
    }

    private static string PlantFileOf(DryRunOptions options, Scenario scenario, ConfigFolders folders, Findings findings)
    {
        if (options.Plant is not { } given) return PlantFileOf(scenario, folders, findings) ?? throw new RefusedException(findings);
        return folders.PlantFile(given) ?? throw new UnknownNameException("plant", given, folders.Plants);
    }

    private static string SimFileOf(DryRunOptions options, string plantFile, ConfigFolders folders)
    {
        string file = options.Sim ?? ConfigFolders.SimFileOf(plantFile);
        if (options.Sim is not null && !File.Exists(file)) throw new UnknownNameException("sim file", file, [.. folders.Plants.Select(p => $"config/plants/{p}.sim.json")]);
        return file;
    }

    /// <summary>Reads a true plant with overrides.</summary>
    internal static PlantTruth LoadTruth(string file, IReadOnlyList<Override> overrides, Findings findings)
    {
        JsonNode root = JsonNode.Load(file, findings);
        Override.Apply(overrides, "sim", root, PlantTruthFile.Spec, findings);
        return PlantTruthFile.Read(root, findings);
    }
}
