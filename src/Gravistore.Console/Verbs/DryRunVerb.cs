using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.Console.Recordings;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore dryrun SCENARIO, and gravistore demo, which is one.</summary>
internal static class DryRunVerb
{
    /// <summary>Stands for standard output in the place of a file.</summary>
    private const string StandardOutput = "-";

    public static int Demo(Surroundings surroundings, ParsedArguments arguments) => Run(surroundings, arguments, VerbTable.DemoScenario);

    public static int Run(Surroundings surroundings, ParsedArguments arguments) => Run(surroundings, arguments, arguments.Arguments[0]);

    private static int Run(Surroundings surroundings, ParsedArguments arguments, string scenario)
    {
        bool quiet = arguments.Has(VerbTable.Quiet);
        if (arguments.Has(VerbTable.TraceEvery) && !arguments.Has(VerbTable.Csv))
            throw new UsageException("--trace-every sets the interval of a table, and none is asked for; add --csv FILE");
        int everyMs = OptionValues.IntervalMs(arguments.Value(VerbTable.TraceEvery));
        Findings findings = [];
        DryRunRequest request = DryRunSetup.Load(Options(surroundings, arguments, scenario), findings);
        if (!quiet) foreach (Finding finding in findings) surroundings.Error.WriteLine(finding);
        surroundings.Interrupted.ThrowIfCancellationRequested();
        using OutputFiles files = new(arguments.Value(VerbTable.Json) is { } json && json != StandardOutput ? json : null, arguments.Value(VerbTable.Csv));
        if (files.Csv is { } csv) request = request with { Csv = new TraceCsv(csv, everyMs, request.Plant.HoistCount) };
        string? recordFile = arguments.Value(VerbTable.Record);
        using AtomicFile? record = RecordingOutput.Open(recordFile, arguments.Value(VerbTable.Json), arguments.Value(VerbTable.Csv));
        request = request with { Recording = record?.Stream };
        DryRunResult result = Watch(surroundings, request, quiet);
        files.Commit(ResultJson.Write(result));
        record?.Commit();
        Show(surroundings, result, arguments.Value(VerbTable.Json) == StandardOutput, quiet);
        return result.Passed ? ExitCode.Good : ExitCode.RunFailed;
    }

    private static DryRunOptions Options(Surroundings surroundings, ParsedArguments arguments, string scenario) => new()
    {
        Root = surroundings.Root ?? throw new UsageException("the folder of Gravistore was not found; run it from there, or set GRAVISTORE_ROOT"),
        Scenario = scenario,
        Plant = arguments.Value(VerbTable.Plant),
        Sim = arguments.Value(VerbTable.Sim),
        Seed = OptionValues.Seed(arguments.Value(VerbTable.Seed)),
        Overrides = OptionValues.Overrides(arguments.Values(VerbTable.Set)),
    };

    private static DryRunResult Watch(Surroundings surroundings, DryRunRequest request, bool quiet)
    {
        if (quiet) return DryRunner.Run(request, null, surroundings.Interrupted);
        surroundings.Error.WriteLine($"{request.Scenario.Name} on {request.Plant.Name}: {request.Scenario.Title}");
        using ProgressReport progress = new(surroundings.Error, surroundings.ErrorIsTerminal);
        return DryRunner.Run(request, progress, surroundings.Interrupted);
    }

    private static void Show(Surroundings surroundings, DryRunResult result, bool jsonToOutput, bool quiet)
    {
        if (jsonToOutput) surroundings.Output.Write(ResultJson.Write(result));
        if (!quiet) ResultTable.Print(jsonToOutput ? surroundings.Error : surroundings.Output, result);
        else FailureList.Print(surroundings.Error, result);
    }
}
