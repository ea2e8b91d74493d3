using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.Console.Recordings;
using Gravistore.Console.Recordings.WhatIf;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore replay FILE...</summary>
internal static class ReplayVerb
{
    /// <summary>Stands for standard output in the place of a file.</summary>
    private const string StandardOutput = "-";
    private static readonly string[] Single = [VerbTable.Set, VerbTable.WhatIfPlant, VerbTable.Report, VerbTable.Json];

    public static int Run(Surroundings surroundings, ParsedArguments arguments)
    {
        ReplayRange range = Range(arguments);
        string[] changes = [.. arguments.Values(VerbTable.Set)];
        string? json = arguments.Value(VerbTable.Json), jsonFile = json == StandardOutput ? null : json, report = arguments.Value(VerbTable.Report);
        if (report is not null && changes.Length == 0)
            throw new UsageException(UsageErrors.Combination, $"{VerbTable.Report} draws what {VerbTable.Set} changes, and nothing is set; add {VerbTable.Set} PATH=VALUE, or see \"gravistore incident\"");
        if (arguments.Has(VerbTable.WhatIfPlant)) RequirePlantWhatIf(arguments, changes);
        if (arguments.Arguments.Count > 1) return Series(surroundings, arguments, range);
        using RecordingInput input = new(arguments.Arguments[0], new RecordedParameters());
        input.RequireOther(VerbTable.Json, jsonFile);
        input.RequireOther(VerbTable.Report, report);
        using OutputFiles files = new(jsonFile, null, report);
        if (arguments.Has(VerbTable.WhatIfPlant)) return PlantWhatIfRun.Run(surroundings, arguments, input, files, range, changes);
        return changes.Length > 0 ? WhatIf(surroundings, arguments, input, files, range, changes) : Replay(surroundings, arguments, input, files, range);
    }

    private static int Series(Surroundings surroundings, ParsedArguments arguments, ReplayRange range)
    {
        string? single = Single.FirstOrDefault(arguments.Has);
        if (single is not null) throw new UsageException(UsageErrors.Combination, $"{single} goes with one recording, and {arguments.Arguments.Count} are given; give one of them, or leave {single} out");
        return new ReplaySeries(surroundings, range, arguments.Has(VerbTable.Quiet)).Run(arguments.Arguments);
    }

    private static int Replay(Surroundings surroundings, ParsedArguments arguments, RecordingInput input, OutputFiles files, ReplayRange range)
    {
        bool quiet = arguments.Has(VerbTable.Quiet), toOutput = arguments.Value(VerbTable.Json) == StandardOutput;
        ReplayResult result = ReplayRun.Of(surroundings, input, range, quiet, out double wallS);
        files.Commit(ReplayJson.Write(input.File, result));
        if (toOutput) surroundings.Output.Write(ReplayJson.Write(input.File, result));
        if (!quiet) ReplayTable.Print(toOutput ? surroundings.Error : surroundings.Output, input.File, result, wallS);
        else if (!result.IsEqual) surroundings.Error.WriteLine(ReplayTable.Verdict(input.File, result));
        return Code(result.Divergence, input);
    }

    private static int WhatIf(Surroundings surroundings, ParsedArguments arguments, RecordingInput input, OutputFiles files, ReplayRange range, string[] changes)
    {
        PlantParameters recorded = input.Parameters([]), other = input.Parameters(changes);
        WhatIfTraces traces = new(input.File, range.FromNs / 1e9);
        WhatIfResult result = new WhatIf(input.File, recorded, other, range).Run(traces, surroundings.Interrupted);
        FindingList.Print(surroundings.Error, input.Losses);
        if (result.Cycles == 0) throw input.Refused(RecordingErrors.Nothing, result.EndedEarly.Length > 0 ? $"{result.EndedEarly}{(result.First is { } first ? $": {first}" : "")}" : "no cycle of the part asked for can be replayed");
        bool toOutput = arguments.Value(VerbTable.Json) == StandardOutput;
        files.Commit(WhatIfJson.Write(input.File, result, changes), WhatIfPage.Write(input.File, result, traces, changes));
        if (toOutput) surroundings.Output.Write(WhatIfJson.Write(input.File, result, changes));
        if (!arguments.Has(VerbTable.Quiet)) WhatIfText.Print(toOutput ? surroundings.Error : surroundings.Output, result, changes);
        return Code(result.First, input);
    }

    internal static int Code(Divergence? difference, RecordingInput input) =>
        difference is not null ? ExitCode.RunFailed : input.File.Damages.Count > 0 ? ExitCode.Refused : ExitCode.Good;

    private static void RequirePlantWhatIf(ParsedArguments arguments, string[] changes)
    {
        if (changes.Length == 0) throw new UsageException(UsageErrors.Combination, $"{VerbTable.WhatIfPlant} runs on with another parameter, and none is set; add {VerbTable.Set} PATH=VALUE");
        if (arguments.Has(VerbTable.Until)) throw new UsageException(UsageErrors.Combination, $"{VerbTable.WhatIfPlant} runs on to the end of the scenario; leave {VerbTable.Until} out");
    }

    private static ReplayRange Range(ParsedArguments arguments)
    {
        long fromNs = OptionValues.TimeNs(VerbTable.From, arguments.Value(VerbTable.From)) ?? 0;
        long untilNs = OptionValues.TimeNs(VerbTable.Until, arguments.Value(VerbTable.Until)) ?? long.MaxValue;
        if (untilNs < fromNs) throw new UsageException(UsageErrors.Combination, $"{VerbTable.Until} lies before {VerbTable.From}; exchange them");
        return new ReplayRange(fromNs, untilNs);
    }
}
