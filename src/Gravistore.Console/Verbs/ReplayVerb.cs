using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.Console.Recordings;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore replay FILE</summary>
internal static class ReplayVerb
{
    /// <summary>Stands for standard output in the place of a file.</summary>
    private const string StandardOutput = "-";

    public static int Run(Surroundings surroundings, ParsedArguments arguments)
    {
        ReplayRange range = Range(arguments);
        string[] changes = [.. arguments.Values(VerbTable.Set)];
        if (changes.Length > 0 && arguments.Has(VerbTable.From))
            throw new UsageException(UsageErrors.Combination, $"{VerbTable.Set} holds from the first cycle on and {VerbTable.From} begins at a snapshot made without it; leave one of them out");
        string? json = arguments.Value(VerbTable.Json);
        bool quiet = arguments.Has(VerbTable.Quiet);
        using RecordingInput input = new(arguments.Arguments[0]);
        input.RequireOther(VerbTable.Json, json == StandardOutput ? null : json);
        using OutputFiles files = new(json == StandardOutput ? null : json, null);
        ReplayResult result = Watch(surroundings, new Replayer(input.File, input.Parameters(changes), range, useSnapshots: changes.Length == 0), quiet, out double wallS);
        FindingList.Print(surroundings.Error, input.Losses);
        if (result.Cycles == 0 || result.UntilNs < range.FromNs) throw input.Refused(RecordingErrors.Nothing, "no cycle of the part asked for can be replayed");
        files.Commit(ReplayJson.Write(input.File, result));
        if (json == StandardOutput) surroundings.Output.Write(ReplayJson.Write(input.File, result));
        if (!quiet) ReplayTable.Print(json == StandardOutput ? surroundings.Error : surroundings.Output, input.File, result, wallS, changes);
        else if (!result.IsEqual) surroundings.Error.WriteLine(ReplayTable.Verdict(input.File, result));
        return !result.IsEqual ? ExitCode.RunFailed : input.File.Damages.Count > 0 ? ExitCode.Refused : ExitCode.Good;
    }

    private static ReplayRange Range(ParsedArguments arguments)
    {
        long fromNs = OptionValues.TimeNs(VerbTable.From, arguments.Value(VerbTable.From)) ?? 0;
        long untilNs = OptionValues.TimeNs(VerbTable.Until, arguments.Value(VerbTable.Until)) ?? long.MaxValue;
        if (untilNs < fromNs) throw new UsageException(UsageErrors.Combination, $"{VerbTable.Until} lies before {VerbTable.From}; exchange them");
        return new ReplayRange(fromNs, untilNs);
    }

    private static ReplayResult Watch(Surroundings surroundings, Replayer replayer, bool quiet, out double wallS)
    {
        using ReplayProgress progress = new(quiet ? TextWriter.Null : surroundings.Error, surroundings.ErrorIsTerminal);
        ReplayResult result = replayer.Run(progress, surroundings.Interrupted);
        wallS = progress.WallS;
        return result;
    }
}
