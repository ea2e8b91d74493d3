using Gravistore.Config.Wiring;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config;

/// <summary>Reads a wiring file (config/wiring): which signals of a plant come over the controller's own lines and boards.</summary>
public static class WiringFile
{
    /// <summary>Reads the file and checks it against its plant.</summary>
    /// <param name="path">The wiring file.</param>
    /// <param name="plant">The plant it must serve; null = check the file by itself.</param>
    /// <param name="findings">Receives every error.</param>
    /// <returns>The wiring, or null when this call added an error.</returns>
    public static FieldWiring? Load(string path, PlantParameters? plant, Findings findings)
    {
        Findings own = [];
        Section root = Section.Bind(JsonNode.Load(path, own), WiringSpec.Root, own);
        FieldWiring? wiring = own.HasErrors ? null : WiringSpec.Read(root);
        if (wiring is not null) Check(root, wiring, path, plant);
        findings.AddRange(own);
        return own.HasErrors ? null : wiring;
    }

    /// <summary>Reads the file, and its plant from the folder "plants" beside the file's own: what "config check" does.</summary>
    internal static void Check(string path, Findings findings, string? deviceFolder)
    {
        Findings own = [];
        FieldWiring? wiring = Load(path, null, own);
        findings.AddRange(own);
        if (wiring is null) return;
        string plants = Path.Combine(Path.GetDirectoryName(path) ?? "", "..", "plants"), file = Path.Combine(plants, wiring.Plant + ".json");
        if (!File.Exists(file))
        {
            string[] known = Directory.Exists(plants) ? [.. Directory.EnumerateFiles(plants, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => !n.Contains('.')).Order(StringComparer.Ordinal)] : [];
            findings.Error(ConfigErrors.WiringPlant, path, $"there is no plant {JsonText.Quote(wiring.Plant)}", JsonText.Choices(known), NearestMatch.Question(wiring.Plant, known, ConfigErrors.WiringPlant.Cure), path: "plant");
        }
        else if (PlantFile.Load(file, [], findings, deviceFolder) is { } plant) Load(path, plant, findings);
    }

    private static void Check(Section root, FieldWiring wiring, string path, PlantParameters? plant)
    {
        if (Path.GetFileNameWithoutExtension(path) is { } file && file != wiring.Name)
            root.Error(WiringSpec.Name, ConfigErrors.DeviceName, $"the wiring is named {JsonText.Quote(wiring.Name)}, its file {JsonText.Quote(file)}", file);
        if (plant is not null && plant.Name != wiring.Plant)
            root.Error(WiringSpec.Plant, ConfigErrors.WiringPlant, $"this is the wiring of {JsonText.Quote(wiring.Plant)}, not of {JsonText.Quote(plant.Name)}", plant.Name);
        else new WiringCheck(root, wiring).Run(plant);
    }
}
