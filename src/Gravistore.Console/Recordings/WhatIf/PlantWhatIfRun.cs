using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.Console.Verbs;
using Gravistore.Core.Parameters;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.WhatIf;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings.WhatIf;

/// <summary>gravistore replay FILE --whatif-plant: the recorded dry run made again, plant and controller running on together from a change.</summary>
internal static class PlantWhatIfRun
{
    public static int Run(Surroundings surroundings, ParsedArguments arguments, RecordingInput input, OutputFiles files, ReplayRange range, string[] changes)
    {
        bool quiet = arguments.Has(VerbTable.Quiet), toOutput = arguments.Value(VerbTable.Json) == "-";
        PlantParameters other = input.Parameters(changes);
        DryRunRequest request = PlantWhatIf.Load(input.File, out string why) ?? throw input.Refused(RecordingErrors.NoPlant, why);
        WhatIfTraces traces = new(input.File, range.FromNs / 1e9);
        (DryRunResult run, WhatIfResult difference) = Again(surroundings, input, request, other, range.FromNs, traces, quiet);
        FindingList.Print(surroundings.Error, input.Losses);
        if (difference.Cycles == 0) throw input.Refused(RecordingErrors.Nothing, "the recording holds no cycle from that time on");
        string json = WhatIfJson.Write(input.File, difference, changes, run);
        files.Commit(json, WhatIfPage.Write(input.File, difference, traces, changes, run));
        if (toOutput) surroundings.Output.Write(json);
        if (!quiet) Print(toOutput ? surroundings.Error : surroundings.Output, run, difference, changes);
        return ReplayVerb.Code(difference.First, input);
    }

    private static (DryRunResult, WhatIfResult) Again(
        Surroundings surroundings, RecordingInput input, DryRunRequest request, PlantParameters other, long fromNs, WhatIfTraces traces, bool quiet)
    {
        using ProgressReport progress = new(quiet ? TextWriter.Null : surroundings.Error, surroundings.ErrorIsTerminal);
        try
        {
            return PlantWhatIf.Run(input.File, request, other, fromNs, traces, progress, surroundings.Interrupted);
        }
        catch (RunDiffersException e)
        {
            throw input.Refused(RecordingErrors.NoPlant, $"made again by this version it is another run before the change: {e.Message}");
        }
    }

    private static void Print(TextWriter output, DryRunResult run, WhatIfResult difference, string[] changes)
    {
        ResultTable.Print(output, run);
        WhatIfText.Print(output, difference, changes, plantRanOn: true);
    }
}
