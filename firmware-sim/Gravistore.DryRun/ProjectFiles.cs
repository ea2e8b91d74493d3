using Gravistore.Config;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Scenarios;
using Gravistore.DryRun.Traces;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;

namespace Gravistore.DryRun;

/// <summary>Checks configuration files of every kind, and writes their schemas.</summary>
public static class ProjectFiles
{
    private const string SimName = "sim", ScenarioName = "scenario";

    /// <summary>Names of all schemas.</summary>
    public static IReadOnlyList<string> SchemaNames { get; } = [.. ConfigSchemas.Names, SimName, ScenarioName];

    /// <summary>A schema's text, JSON Schema draft 2020-12; null when the name is unknown.</summary>
    public static string? Schema(string name) => name switch
    {
        SimName => JsonSchemaWriter.Write(PlantTruthFile.Spec, "Gravistore sim file"),
        ScenarioName => JsonSchemaWriter.Write(ScenarioSchema.Root, "Gravistore scenario file"),
        _ => ConfigSchemas.Names.Contains(name) ? ConfigSchemas.Write(name) : null,
    };

    /// <summary>Checks one file, recognised by its "schema" key; a scenario together with its series and its plant.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folders">Where plants are found by name.</param>
    /// <param name="findings">Receives everything that is wrong.</param>
    /// <returns>What kind of file it is.</returns>
    public static ConfigFileKind Check(string path, ConfigFolders folders, Findings findings)
    {
        Findings own = [];
        ConfigFileKind kind = ConfigFiles.Check(path, own, Directory.Exists(folders.Drives) ? folders.Drives : null);
        if (!own.HasErrors && kind == ConfigFileKind.Sim) PlantTruthFile.Read(JsonNode.Load(path, own), own);
        if (!own.HasErrors && kind == ConfigFileKind.Scenario) CheckScenario(path, folders, own);
        findings.AddRange(own);
        return kind;
    }

    private static void CheckScenario(string path, ConfigFolders folders, Findings findings)
    {
        Scenario scenario = ScenarioFile.Load(path, [], findings);
        if (findings.HasErrors) return;
        SampleTrace? trace = scenario.Trace is { } series ? TraceFile.Load(series.File, series.Format, series.Repeat, findings) : null;
        string? plantFile = DryRunSetup.PlantFileOf(scenario, folders, findings);
        PlantParameters? plant = plantFile is null ? null : PlantFile.Load(plantFile, [], findings, folders.Drives);
        if (!findings.HasErrors && plant is not null) PlantFit.Check(scenario, trace, plant, findings);
    }
}
