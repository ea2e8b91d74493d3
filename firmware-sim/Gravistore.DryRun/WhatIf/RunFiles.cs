using System.Text.Json;
using System.Text.Json.Serialization;
using Gravistore.Config;

namespace Gravistore.DryRun.WhatIf;

/// <summary>The files that a run was made from as one text, so that a recording can be run again where they are not, or have changed since.</summary>
internal sealed record RunFiles
{
    /// <summary>Folder of the project, scenario, plant and true plant, as paths among <see cref="Files"/>.</summary>
    public required string Root { get; init; }
    public required string Scenario { get; init; }
    public required string Plant { get; init; }
    public required string Sim { get; init; }
    public required ulong Seed { get; init; }
    public required IReadOnlyList<Override> Overrides { get; init; }
    /// <summary>Contents by path.</summary>
    public required SortedDictionary<string, string> Files { get; init; }

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Packs what a run was made from.</summary>
    /// <param name="sources">Where its files are.</param>
    /// <param name="trace">File of the series that it follows; null = none.</param>
    public static string Pack(RunSources sources, string? trace)
    {
        string root = Path.GetFullPath(sources.Options.Root);
        string[] drives = Directory.GetFiles(new ConfigFolders(root).Drives, "*.json");
        string[] files = [.. drives.Append(sources.ScenarioFile).Append(sources.PlantFile).Append(sources.SimFile).Concat(trace is null ? [] : [trace]).Select(Path.GetFullPath).Distinct()];
        // Paths begin where all of them part, so that the same run gives the same bytes wherever its folder is.
        string common = files.Append(root).Aggregate(root, Common);
        return JsonSerializer.Serialize(new RunFiles
        {
            Root = Named(common, root),
            Scenario = Named(common, sources.ScenarioFile),
            Plant = Named(common, sources.PlantFile),
            Sim = Named(common, sources.SimFile),
            Seed = sources.Options.Seed,
            Overrides = sources.Overrides,
            Files = new SortedDictionary<string, string>(files.ToDictionary(f => Named(common, f), File.ReadAllText), StringComparer.Ordinal),
        }, Json);
    }

    /// <summary>Reads a packed text; null when it is none.</summary>
    public static RunFiles? Read(string packed)
    {
        try
        {
            return packed.Length == 0 ? null : JsonSerializer.Deserialize<RunFiles>(packed, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the files into an empty folder and says how the run is made from them; null when a path leads out of the folder.</summary>
    public DryRunOptions? Unpack(string folder)
    {
        string full = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        if (Files.Keys.Concat([Root, Scenario, Plant, Sim]).Any(p => !(Path.GetFullPath(Path.Combine(full, p)) + Path.DirectorySeparatorChar).StartsWith(full, StringComparison.Ordinal))) return null;
        foreach ((string path, string text) in Files)
        {
            string file = Path.Combine(full, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        return new DryRunOptions { Root = Path.Combine(full, Root), Scenario = Path.Combine(full, Scenario), Plant = Path.Combine(full, Plant), Sim = Path.Combine(full, Sim), Seed = Seed, Overrides = Overrides };
    }

    private static string Common(string a, string b)
    {
        string[] one = a.Split(Path.DirectorySeparatorChar), other = b.Split(Path.DirectorySeparatorChar);
        return string.Join(Path.DirectorySeparatorChar, one.Zip(other).TakeWhile(p => p.First == p.Second).Select(p => p.First));
    }

    private static string Named(string common, string path) => Path.GetRelativePath(common + Path.DirectorySeparatorChar, Path.GetFullPath(path));
}
