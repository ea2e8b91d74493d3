using Gravistore.Config;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;

namespace Gravistore.DryRun.Report;

/// <summary>One parameter: what the controller believes of it and what is true.</summary>
/// <param name="Path">Path of the key in the plant's files, unit last.</param>
/// <param name="Believed">Value in the controller's file; null where only the truth has it.</param>
/// <param name="True">Value in the sim file; null where only the controller has it.</param>
/// <param name="Reason">Why the two differ, from the sim file or the command line; empty where they do not.</param>
public sealed record Parameter(string Path, string? Believed, string? True, string Reason)
{
    /// <summary>Both sides have the parameter, and differently.</summary>
    public bool Differs => Believed is not null && True is not null && Believed != True;
}

/// <summary>The parameters of a plant's two files, side by side, overrides applied.</summary>
public sealed record ParameterComparison(IReadOnlyList<Parameter> All)
{
    /// <summary>Keys that label a file instead of describing the plant.</summary>
    private static readonly string[] Labels = ["schema", "name", "title", "differences", "source"];

    /// <summary>Nothing to compare: the run was made from no files.</summary>
    public static ParameterComparison None { get; } = new([]);

    /// <summary>Reads both files of a run again.</summary>
    /// <exception cref="RefusedException">A file has become unreadable since the run was set up.</exception>
    public static ParameterComparison Read(RunSources sources)
    {
        Findings findings = [];
        JsonNode plant = JsonNode.Load(sources.PlantFile, findings), sim = JsonNode.Load(sources.SimFile, findings);
        Override.Apply(sources.Overrides, "sim", sim, PlantTruthFile.Spec, findings);
        foreach (Override one in sources.Overrides.Where(o => o.Scope == "plant")) plant.Set(one.Path, one.Value, findings);
        findings.ThrowIfErrors();
        return Of(plant, sim);
    }

    /// <summary>Two trees side by side, in the order of the first, then what only the second has.</summary>
    internal static ParameterComparison Of(JsonNode plant, JsonNode sim)
    {
        List<(string Path, JsonNode Node)> believed = Leaves(plant), truth = Leaves(sim);
        Dictionary<string, JsonNode> trueAt = truth.ToDictionary(t => t.Path, t => t.Node, StringComparer.Ordinal);
        HashSet<string> known = new(believed.Select(b => b.Path), StringComparer.Ordinal);
        List<Parameter> all = [.. believed.Select(b => Pair(b.Path, b.Node, trueAt.GetValueOrDefault(b.Path), sim)), .. truth.Where(t => !known.Contains(t.Path)).Select(t => Pair(t.Path, null, t.Node, sim))];
        return new ParameterComparison(all);
    }

    private static Parameter Pair(string path, JsonNode? believed, JsonNode? truth, JsonNode sim)
    {
        Parameter parameter = new(path, believed is null ? null : Text(believed), truth is null ? null : Text(truth), "");
        if (!parameter.Differs) return parameter;
        bool set = believed!.IsOverride || truth!.IsOverride;
        return parameter with { Reason = set ? "Set on the command line." : sim.Member("differences")?.Member(path)?.Text ?? "" };
    }

    private static List<(string Path, JsonNode Node)> Leaves(JsonNode root)
    {
        List<(string, JsonNode)> leaves = [];
        Collect(root, leaves);
        return leaves;
    }

    private static void Collect(JsonNode node, List<(string Path, JsonNode Node)> leaves)
    {
        for (int i = 0; i < node.Items.Count; i++)
        {
            JsonNode item = node.Items[i];
            if (node.Kind == JsonKind.Object && Labels.Contains(node.Names[i])) continue;
            if (item.Kind == JsonKind.Object || (item.Kind == JsonKind.List && item.Items.Any(one => one.Kind is JsonKind.Object or JsonKind.List))) Collect(item, leaves);
            else leaves.Add((item.Path, item));
        }
    }

    private static string Text(JsonNode node) => node.Kind switch
    {
        JsonKind.Number => JsonText.Number(node.Number),
        JsonKind.Flag => node.Flag ? "true" : "false",
        JsonKind.List => string.Join(", ", node.Items.Select(Text)),
        _ => node.Text,
    };
}
