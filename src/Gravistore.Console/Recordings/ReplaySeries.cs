using System.Diagnostics;
using Gravistore.Console.Output;
using Gravistore.Json;
using Gravistore.Recording;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings;

/// <summary>Replays several recordings, one after the other: a line for each as soon as it is known, and what all of them come to.</summary>
internal sealed class ReplaySeries(Surroundings surroundings, ReplayRange range, bool quiet)
{
    private readonly RecordedParameters _parameters = new();
    private int _equal, _different, _damaged, _refused;
    private double _replayedS;

    /// <summary>Replays all, whatever becomes of one.</summary>
    /// <returns>1 when one differs, else 3 when one is damaged or cannot be replayed, else 0.</returns>
    /// <exception cref="OperationCanceledException">The series was interrupted.</exception>
    public int Run(IReadOnlyList<string> paths)
    {
        long began = Stopwatch.GetTimestamp();
        foreach (string path in paths) Try(path);
        if (!quiet) Summarise(paths.Count, Stopwatch.GetElapsedTime(began).TotalSeconds);
        return _different > 0 ? ExitCode.RunFailed : _damaged + _refused > 0 ? ExitCode.Refused : ExitCode.Good;
    }

    private void Try(string path)
    {
        try
        {
            using RecordingInput input = new(path, _parameters);
            Tell(path, input.File, ReplayRun.Of(surroundings, input, range, quiet, out _));
        }
        catch (RefusedException e)
        {
            FindingList.Print(surroundings.Error, e.Findings);
            _refused++;
        }
    }

    private void Tell(string path, RecordingFile file, ReplayResult result)
    {
        _replayedS += (result.UntilNs - result.FromNs) / 1e9;
        if (!result.IsEqual) _different++;
        else if (file.Damages.Count > 0) _damaged++;
        else _equal++;
        string verdict = $"{path}: {ReplayTable.Verdict(file, result)}";
        if (!quiet) surroundings.Output.WriteLine(verdict);
        else if (!result.IsEqual) surroundings.Error.WriteLine(verdict);
    }

    private void Summarise(int count, double wallS)
    {
        string other = string.Concat(new[] { (_different, "different"), (_damaged, "damaged and else equal"), (_refused, "refused") }.Where(p => p.Item1 > 0).Select(p => $", {p.Item1} {p.Item2}"));
        surroundings.Output.WriteLine(FormattableString.Invariant($"{count} recordings: {_equal} equal{other}; {_replayedS:0.0} s in {wallS:0.00} s, {(wallS > 0 ? _replayedS / wallS : 0):0} times real time"));
    }
}
