using System.Globalization;
using Gravistore.Json;

namespace Gravistore.DryRun.Compare;

/// <summary>A result file as it is compared: what was run, and every figure that depends on nothing but that.</summary>
public sealed class ResultDocument
{
    /// <summary>What tells two runs apart; shown, not judged.</summary>
    public static IReadOnlyList<string> HeadNames { get; } = ["scenario", "plant", "seed", "version", "stateHash"];

    /// <summary>What depends on the machine and its load, and what is told in the head.</summary>
    private static readonly string[] LeftOut = [.. HeadNames, "wallSeconds", "realTimeFactor", "share", "packages"];
    private static readonly string[] Needed = ["scenario", "plant", "seed", "stateHash", "energy", "assertions"];

    private readonly Dictionary<string, ResultValue> _values = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    private ResultDocument(string file, JsonNode root)
    {
        File = file;
        Head = [.. HeadNames.Select(name => root.Member(name)?.Text ?? ""), .. Packages(root)];
        for (int i = 0; i < root.Names.Count; i++)
            if (!LeftOut.Contains(root.Names[i])) Collect(root.Names[i], root.Items[i]);
    }

    /// <summary>The file's name.</summary>
    public string File { get; }
    /// <summary>Values of <see cref="HeadNames"/>, then the packages; empty where the file has none.</summary>
    public IReadOnlyList<string> Head { get; }
    /// <summary>Names of the figures in the file's order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>A figure; none where the file does not have it.</summary>
    public ResultValue this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads a file; null after a finding.</summary>
    public static ResultDocument? Load(string path, Findings findings)
    {
        Findings own = [];
        ResultDocument? document = Of(path, JsonNode.Load(path, own), own);
        findings.AddRange(own);
        return document;
    }

    /// <summary>Takes a tree; null after a finding.</summary>
    internal static ResultDocument? Of(string file, JsonNode root, Findings findings)
    {
        string[] missing = root.Kind == JsonKind.Object ? [.. Needed.Where(name => root.Member(name) is null)] : Needed;
        if (!findings.HasErrors && missing.Length > 0)
            findings.Error(CompareErrors.NoResult, root, $"this is no result of a dry run: it has no {JsonText.Choices(missing.Select(JsonText.Quote))}");
        return findings.HasErrors ? null : new ResultDocument(file, root);
    }

    private static IEnumerable<string> Packages(JsonNode root)
    {
        if (root.Member("packages") is not { Kind: JsonKind.Object } packages) return [];
        return packages.Names.Select((name, i) => $"{name} {packages.Items[i].Member("version")?.Text}{(packages.Items[i].Member("standIn") is { Flag: true } ? " (stand-in)" : "")}");
    }

    private void Collect(string path, JsonNode node)
    {
        switch (node.Kind)
        {
            case JsonKind.Object:
                for (int i = 0; i < node.Names.Count; i++) Collect($"{path}.{node.Names[i]}", node.Items[i]);
                break;
            case JsonKind.List:
                CollectList(path, node);
                break;
            case JsonKind.Number:
                Add(path, new ResultValue(node.Number, null));
                break;
            default:
                Add(path, new ResultValue(null, node.Kind switch { JsonKind.Text => node.Text, JsonKind.Flag => node.Flag ? "true" : "false", _ => null }));
                break;
        }
    }

    // Numbers one by one; of all other lists the count, of trips the first as well, of assertions what became of each.
    private void CollectList(string path, JsonNode list)
    {
        bool numbers = list.Items.Count > 0 && list.Items.All(item => item.Kind == JsonKind.Number);
        if (!numbers) Add(path, new ResultValue(list.Items.Count, null));
        for (int i = 0; i < list.Items.Count; i++)
        {
            JsonNode item = list.Items[i];
            if (numbers) Add(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), new ResultValue(item.Number, null));
            else if (path == "trips" && i == 0) Add("trips[0].name", new ResultValue(null, item.Member("name")?.Text));
            else if (path == "assertions") Add($"assertion \"{item.Member("text")?.Text}\"", new ResultValue(null, item.Member("passed") is { Flag: true } ? "pass" : "FAIL"));
        }
    }

    private void Add(string name, ResultValue value)
    {
        if (_values.TryAdd(name, value)) _names.Add(name);
    }
}
