using Gravistore.Json;

namespace Gravistore.DryRun;

/// <summary>Finds plants, scenarios and devices by name under a project's config folder.</summary>
/// <param name="root">Folder of the project, or of an installed program's configuration.</param>
public sealed class ConfigFolders(string root)
{
    private const string Extension = ".json", SimExtension = ".sim.json";

    private readonly string _config = ConfigPlace.FolderOf(root);

    /// <summary>Folders that a complete configuration has and this one lacks.</summary>
    public IReadOnlyList<string> Missing => [.. ((string[])["plants", "drives", "links", "scenarios"]).Where(kind => !Directory.Exists(Path.Combine(_config, kind)))];

    /// <summary>The configuration's folder itself.</summary>
    public string Config => _config;

    /// <summary>Folder of the device files.</summary>
    public string Drives => Folder("drives");

    /// <summary>Names of the scenarios that ship.</summary>
    public IReadOnlyList<string> Scenarios => Names("scenarios");

    /// <summary>Names of the plants that ship.</summary>
    public IReadOnlyList<string> Plants => Names("plants");

    /// <summary>File of a scenario given by name or file name; null when there is none.</summary>
    public string? ScenarioFile(string given) => Find("scenarios", given);

    /// <summary>File of a plant given by name or file name; null when there is none.</summary>
    public string? PlantFile(string given) => Find("plants", given);

    /// <summary>File of the true plant that belongs to a plant's file.</summary>
    public static string SimFileOf(string plantFile) =>
        plantFile.EndsWith(Extension, StringComparison.Ordinal) ? plantFile[..^Extension.Length] + SimExtension : plantFile + SimExtension;

    private string? Find(string kind, string given)
    {
        if (File.Exists(given)) return given;
        string named = Path.Combine(Folder(kind), given + Extension);
        return !given.Contains('/') && File.Exists(named) ? named : null;
    }

    private IReadOnlyList<string> Names(string kind)
    {
        if (!Directory.Exists(Folder(kind))) return [];
        return [.. Directory.EnumerateFiles(Folder(kind), "*" + Extension)
            .Where(f => !f.EndsWith(SimExtension, StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(StringComparer.Ordinal)];
    }

    // Relative to the working folder where that is shorter: messages name files, and people read them.
    private string Folder(string kind)
    {
        string full = Path.Combine(_config, kind);
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }
}

/// <summary>A name given on the command line leads nowhere.</summary>
/// <param name="what">What was looked for, such as scenario.</param>
/// <param name="given">The name.</param>
/// <param name="known">Names there are.</param>
public sealed class UnknownNameException(string what, string given, IReadOnlyList<string> known)
    : Exception($"unknown {what} {JsonText.Quote(given)}; known: {JsonText.Choices(known)}, or a file name; {NearestMatch.Question(Path.GetFileNameWithoutExtension(given), known, "check the name")}");
