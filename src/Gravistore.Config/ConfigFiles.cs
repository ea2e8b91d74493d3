using Gravistore.Config.Devices;
using Gravistore.Config.Links;
using Gravistore.Config.Plants;
using Gravistore.Config.Wiring;
using Gravistore.Json;

namespace Gravistore.Config;

/// <summary>Tells kinds of configuration files apart and checks those this project reads.</summary>
public static class ConfigFiles
{
    private static readonly (string Schema, ConfigFileKind Kind)[] Kinds =
    [
        (PlantSpec.SchemaText, ConfigFileKind.Plant),
        ("gravistore-sim/1", ConfigFileKind.Sim),
        ("gravistore-scenario/1", ConfigFileKind.Scenario),
        (DriveFile.SchemaText, ConfigFileKind.Drive),
        (MeterFile.SchemaText, ConfigFileKind.Meter),
        (BrakeUnitFile.SchemaText, ConfigFileKind.BrakeUnit),
        (HoistIoFile.SchemaText, ConfigFileKind.HoistIo),
        (PlantIoFile.SchemaText, ConfigFileKind.PlantIo),
        (LinksSpec.SchemaText, ConfigFileKind.Links),
        (WiringSpec.SchemaText, ConfigFileKind.Wiring),
    ];

    /// <summary>The kind of a file by its "schema" key; Unknown after a finding.</summary>
    public static ConfigFileKind KindOf(string path, Findings findings)
    {
        JsonNode root = JsonNode.Load(path, findings);
        if (root.Kind == JsonKind.Unreadable) return ConfigFileKind.Unknown;
        string schema = root.Member("schema") is { Kind: JsonKind.Text } node ? node.Text : "";
        foreach ((string text, ConfigFileKind kind) in Kinds)
            if (text == schema) return kind;
        string[] known = [.. Kinds.Select(k => k.Schema)];
        findings.Error(ConfigErrors.UnknownKind, root.Member("schema") ?? root, schema.Length == 0 ? "the file does not say what it is: it has no \"schema\" text" : $"unknown schema {JsonText.Quote(schema)}",
            JsonText.Choices(known), NearestMatch.Question(schema, known, ConfigErrors.UnknownKind.Cure));
        return ConfigFileKind.Unknown;
    }

    /// <summary>Checks a file of any kind this project reads; for <see cref="ConfigFileKind.Sim"/> and <see cref="ConfigFileKind.Scenario"/> the caller asks their own readers.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Receives everything that is wrong.</param>
    /// <param name="deviceFolder">Folder of the device files that a plant names; null = the folder "drives" beside the plant file's folder.</param>
    /// <returns>The file's kind.</returns>
    public static ConfigFileKind Check(string path, Findings findings, string? deviceFolder = null)
    {
        Findings own = [];
        ConfigFileKind kind = KindOf(path, own);
        // The reader loads the file again and would repeat what was found while telling its kind.
        if (kind is ConfigFileKind.Unknown or ConfigFileKind.Sim or ConfigFileKind.Scenario) findings.AddRange(own);
        else Read(kind, path, findings, deviceFolder);
        return kind;
    }

    private static void Read(ConfigFileKind kind, string path, Findings findings, string? deviceFolder)
    {
        switch (kind)
        {
            case ConfigFileKind.Plant: PlantFile.Load(path, [], findings, deviceFolder); break;
            case ConfigFileKind.Drive: DeviceFiles.LoadDrive(path, findings); break;
            case ConfigFileKind.Meter: DeviceFiles.LoadMeter(path, findings); break;
            case ConfigFileKind.BrakeUnit: DeviceFiles.LoadBrakeUnit(path, findings); break;
            case ConfigFileKind.HoistIo: DeviceFiles.LoadHoistIo(path, 1, findings); break;
            case ConfigFileKind.PlantIo: DeviceFiles.LoadPlantIo(path, findings); break;
            case ConfigFileKind.Links: LinksFile.Check(path, findings, deviceFolder); break;
            case ConfigFileKind.Wiring: WiringFile.Check(path, findings, deviceFolder); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }
}
