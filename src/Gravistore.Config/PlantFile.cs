using Gravistore.Config.Checks;
using Gravistore.Config.Devices;
using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config;

/// <summary>Reads a plant file (x.json: what the controller believes) and refuses plants that cannot work.</summary>
public static class PlantFile
{
    /// <summary>Reads the file, applies overrides of scope "plant", reads its device files and checks that all fits together.</summary>
    /// <param name="path">The plant file.</param>
    /// <param name="overrides">Overrides of any scope; those of other scopes are left to their own readers.</param>
    /// <param name="findings">Receives every error and warning.</param>
    /// <param name="deviceFolder">Folder of the device files; null = the folder "drives" beside the plant file's folder.</param>
    /// <returns>The plant, or null when this call added an error.</returns>
    public static PlantParameters? Load(string path, IReadOnlyList<Override> overrides, Findings findings, string? deviceFolder = null)
    {
        Findings own = [];
        JsonNode root = JsonNode.Load(path, own);
        Override.Apply(overrides, "plant", root, PlantSpec.Root, own);
        Section section = Section.Bind(root, PlantSpec.Root, own);
        PlantParameters? plant = root.Kind == JsonKind.Object ? Build(section, deviceFolder ?? BesidePlants(path), own) : null;
        findings.AddRange(own);
        return own.HasErrors ? null : plant;
    }

    private static PlantParameters? Build(Section section, string deviceFolder, Findings findings)
    {
        bool valuesAllowed = !findings.HasErrors;
        PlantDraft draft = new(section);
        // The checks compare values with each other, which says nothing while one of them is missing or impossible.
        if (valuesAllowed) PlantChecks.Run(draft, findings);
        DeviceProfiles? devices = DeviceFiles.LoadFor(section, deviceFolder, draft.LoadCellSpanN, findings);
        if (devices is null) return null;
        if (valuesAllowed) DriveRangeCheck.Run(draft, devices.Drive, findings);
        return draft.ToParameters(devices);
    }

    private static string BesidePlants(string path)
    {
        string plants = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        return Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(plants, "..", "drives"));
    }
}
