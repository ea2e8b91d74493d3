using Gravistore.Console.Output;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings;

/// <summary>Replays one recording with progress, on all cores.</summary>
internal static class ReplayRun
{
    /// <param name="surroundings">Where progress and losses are told.</param>
    /// <param name="input">The recording.</param>
    /// <param name="range">Which part.</param>
    /// <param name="quiet">Without progress.</param>
    /// <param name="wallS">How long it took from the opened file on [s].</param>
    /// <exception cref="Gravistore.Json.RefusedException">It has other parameters, or nothing of the part can be replayed.</exception>
    /// <exception cref="OperationCanceledException">The replay was interrupted.</exception>
    public static ReplayResult Of(Surroundings surroundings, RecordingInput input, ReplayRange range, bool quiet, out double wallS)
    {
        Replayer replayer = new(input.File, input.Parameters([]), range, workers: Environment.ProcessorCount);
        using ReplayProgress progress = new(quiet ? TextWriter.Null : surroundings.Error, surroundings.ErrorIsTerminal);
        ReplayResult result = replayer.Run(progress, surroundings.Interrupted);
        wallS = progress.WallS;
        FindingList.Print(surroundings.Error, input.Losses);
        if (result.Cycles == 0 || result.UntilNs < range.FromNs) throw input.Refused(RecordingErrors.Nothing, "no cycle of the part asked for can be replayed");
        return result;
    }
}
