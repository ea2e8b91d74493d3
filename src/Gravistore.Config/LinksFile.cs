using Gravistore.Config.Links;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config;

/// <summary>Reads a links file (config/links): where every field device of a plant answers.</summary>
public static class LinksFile
{
    /// <summary>Reads the file and checks it against its plant.</summary>
    /// <param name="path">The links file.</param>
    /// <param name="plant">The plant it must serve; null = check the file by itself.</param>
    /// <param name="findings">Receives every error.</param>
    /// <returns>The links, or null when this call added an error.</returns>
    public static FieldLinks? Load(string path, PlantParameters? plant, Findings findings)
    {
        Findings own = [];
        JsonNode node = JsonNode.Load(path, own);
        Section root = Section.Bind(node, LinksSpec.Root, own);
        FieldLinks? links = own.HasErrors ? null : LinksSpec.Read(root);
        if (links is not null) Check(root, links, path, plant);
        findings.AddRange(own);
        return own.HasErrors ? null : links;
    }

    /// <summary>Reads the file, and its plant from the folder "plants" beside the file's own: what "config check" does.</summary>
    internal static void Check(string path, Findings findings, string? deviceFolder)
    {
        Findings own = [];
        FieldLinks? links = Load(path, null, own);
        findings.AddRange(own);
        if (links is null) return;
        string plants = Path.Combine(Path.GetDirectoryName(path) ?? "", "..", "plants"), file = Path.Combine(plants, links.Plant + ".json");
        if (!File.Exists(file))
        {
            string[] known = Directory.Exists(plants) ? [.. Directory.EnumerateFiles(plants, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => !n.Contains('.')).Order(StringComparer.Ordinal)] : [];
            findings.Error(ConfigErrors.LinkPlant, path, $"there is no plant {JsonText.Quote(links.Plant)}", JsonText.Choices(known), NearestMatch.Question(links.Plant, known, ConfigErrors.LinkPlant.Cure), path: "plant");
        }
        else if (PlantFile.Load(file, [], findings, deviceFolder) is { } plant) Load(path, plant, findings);
    }

    private static void Check(Section root, FieldLinks links, string path, PlantParameters? plant)
    {
        if (Path.GetFileNameWithoutExtension(path) is { } file && file != links.Name)
            root.Error(LinksSpec.Name, ConfigErrors.DeviceName, $"the links are named {JsonText.Quote(links.Name)}, their file {JsonText.Quote(file)}", file);
        if (plant is not null && plant.Name != links.Plant)
            root.Error(LinksSpec.Plant, ConfigErrors.LinkPlant, $"these are the links of {JsonText.Quote(links.Plant)}, not of {JsonText.Quote(plant.Name)}", plant.Name);
        else new LinksCheck(root, links).Run(plant);
    }
}
