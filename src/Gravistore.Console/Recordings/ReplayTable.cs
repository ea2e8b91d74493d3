using Gravistore.Recording;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings;

/// <summary>What a replay showed, for people.</summary>
internal static class ReplayTable
{
    private const int Column = 22;

    public static void Print(TextWriter output, RecordingFile file, ReplayResult result, double wallS)
    {
        RecordingHeader header = file.Header;
        double replayedS = (result.UntilNs - result.FromNs) / 1e9;
        Row(output, "recording", $"{Scenario(header)}{header.Plant}, {header.HoistCount} hoists; by {header.Version} on {header.Architecture}, parameters {header.ParameterHash}");
        Row(output, "replayed", FormattableString.Invariant($"{result.Cycles} cycles from {result.FromNs / 1e9:0.00} s to {result.UntilNs / 1e9:0.00} s, {result.Snapshots} snapshots compared"));
        if (result.CyclesLeftOut > 0) Row(output, "left out", FormattableString.Invariant($"{result.CyclesLeftOut} sound cycles between a loss and the next snapshot"));
        Row(output, "speed", FormattableString.Invariant($"{wallS:0.00} s after the file was opened, {(wallS > 0 ? replayedS / wallS : 0):0} times real time"));
        Row(output, "verdict", Verdict(file, result));
    }

    /// <summary>The outcome in one sentence.</summary>
    public static string Verdict(RecordingFile file, ReplayResult result) => result.Divergence is { } difference
        ? $"DIFFERENT: {difference}"
        : $"equal: every output, event and state hash{(file.Damages.Count > 0 ? " of what is left" : "")}";

    private static string Scenario(RecordingHeader header) => header.Text("scenario") is { Length: > 0 } name ? $"{name} on " : "";

    private static void Row(TextWriter output, string name, string text) => output.WriteLine($"{name.PadRight(Column)} {text}");
}
