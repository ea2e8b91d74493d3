using Gravistore.Charts;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings.WhatIf;

/// <summary>What other parameters changed, as text.</summary>
internal static class WhatIfText
{
    private const int Column = 22, MaxRows = 12;

    public static void Print(TextWriter output, WhatIfResult result, IReadOnlyList<string> changes, bool plantRanOn = false)
    {
        Row(output, "what if", $"{string.Join(", ", changes)} from {Figures.Fixed(result.FromNs / 1e9, 2)} s on, {(plantRanOn ? "plant and controller running on together" : "on the recorded inputs: what the plant would have done is out of reach")}");
        Row(output, "replayed", $"{result.CyclesBefore} cycles before the change, {result.Cycles} after it, to {Figures.Fixed(result.UntilNs / 1e9, 2)} s{(result.EndedEarly.Length > 0 ? $"; ended early: {result.EndedEarly}" : "")}");
        foreach (OutputDifference one in result.Outputs.Take(MaxRows))
            Row(output, "  differs", $"{one.Channel} from {Figures.Fixed(one.FirstNs / 1e9, 2)} s on, in {one.Cycles} cycles; most by {Figures.Short(one.Largest)}{(one.Unit.Length > 0 ? " " + one.Unit : "")} at {Figures.Fixed(one.LargestNs / 1e9, 2)} s");
        if (result.Outputs.Count > MaxRows) Row(output, "", $"and {result.Outputs.Count - MaxRows} more outputs; --report FILE draws them, --json FILE lists them");
        Row(output, "verdict", Verdict(result));
    }

    /// <summary>The outcome in one sentence.</summary>
    public static string Verdict(WhatIfResult result) => result.First is { } first ? $"DIFFERENT in {result.DifferentCycles} of {result.Cycles} cycles, first in {first}" : "no difference: every output, event and proposal is the recorded one";

    private static void Row(TextWriter output, string name, string text) => output.WriteLine($"{name.PadRight(Column)} {text}");
}
