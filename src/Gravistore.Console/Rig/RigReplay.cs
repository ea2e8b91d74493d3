using Gravistore.Console.Recordings;
using Gravistore.DryRun.Results;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Rig;

/// <summary>Replays what a controller has recorded: the same inputs must give the same outputs to the bit.</summary>
internal static class RigReplay
{
    /// <summary>Replays every file of a recording's folder.</summary>
    /// <param name="folder">The folder that gravistored recorded into.</param>
    /// <param name="interrupted">The user's interruption.</param>
    public static WireReplay Of(string folder, CancellationToken interrupted)
    {
        long cycles = 0;
        string difference = "";
        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            using RecordingInput input = new(path);
            ReplayResult result = new Replayer(input.File, input.Parameters([]), ReplayRange.All, workers: Environment.ProcessorCount).Run(cancellation: interrupted);
            cycles += result.Cycles;
            if (difference.Length > 0) continue;
            if (result.Divergence is { } first) difference = first.ToString() ?? "";
            else if (input.File.Damages.Count > 0) difference = input.File.Damages[0].ToString();
        }
        return new WireReplay(cycles, difference);
    }
}
