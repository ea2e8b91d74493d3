using Gravistore.Console.CommandLine;
using Gravistore.Console.Live;
using Gravistore.Console.Output;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore dryrun SCENARIO, and gravistore demo, which is one.</summary>
internal static class DryRunVerb
{
    /// <summary>Stands for standard output in the place of a file.</summary>
    private const string StandardOutput = "-";

    public static int Demo(Surroundings surroundings, ParsedArguments arguments) => Run(surroundings, arguments, VerbTable.DemoScenario, DemoReport(arguments));

    public static int Run(Surroundings surroundings, ParsedArguments arguments) => Run(surroundings, arguments, arguments.Arguments[0], arguments.Value(VerbTable.Report));

    private static string? DemoReport(ParsedArguments arguments)
    {
        string? named = arguments.Value(VerbTable.Report);
        if (!arguments.Has(VerbTable.NoReport)) return named ?? (arguments.Has(VerbTable.Quiet) ? null : VerbTable.DemoReport);
        return named is null ? null : throw new UsageException(UsageErrors.Combination, $"{VerbTable.Report} and {VerbTable.NoReport} exclude each other; give one of them");
    }

    private static int Run(Surroundings surroundings, ParsedArguments arguments, string scenario, string? reportFile)
    {
        bool quiet = arguments.Has(VerbTable.Quiet);
        if (arguments.Has(VerbTable.TraceEvery) && !arguments.Has(VerbTable.Csv))
            throw new UsageException(UsageErrors.Combination, "--trace-every sets the interval of a table, and none is asked for; add --csv FILE");
        if (arguments.Has(VerbTable.Truth) && !arguments.Has(VerbTable.Record) && !arguments.Has(VerbTable.Incidents))
            throw new UsageException(UsageErrors.Combination, $"{VerbTable.Truth} adds to a recording, and none is asked for; add {VerbTable.Record} FILE");
        int everyMs = OptionValues.IntervalMs(arguments.Value(VerbTable.TraceEvery));
        Findings findings = [];
        DryRunRequest request = DryRunSetup.Load(Options(surroundings, arguments, scenario), findings);
        if (!quiet) FindingList.Print(surroundings.Error, findings);
        surroundings.Interrupted.ThrowIfCancellationRequested();
        using OutputFiles files = new(arguments.Value(VerbTable.Json) is { } json && json != StandardOutput ? json : null, arguments.Value(VerbTable.Csv), reportFile, arguments.Value(VerbTable.Record));
        if (files.Csv is { } csv) request = request with { Csv = new TraceCsv(csv, everyMs, request.Plant.HoistCount) };
        request = request with { Recording = files.Record, RecordTruth = arguments.Has(VerbTable.Truth), IncidentFolder = OptionValues.Folder(VerbTable.Incidents, arguments.Value(VerbTable.Incidents)) };
        ReportFile? report = reportFile is null ? null : new ReportFile(reportFile, ref request);
        DryRunResult result = RunWatch.Run(surroundings, request, OptionValues.Speed(arguments.Value(VerbTable.Speed)), quiet);
        files.Commit(ResultJson.Write(result), report?.Write(request, result));
        Show(surroundings, result, arguments.Value(VerbTable.Json) == StandardOutput, quiet);
        if (!quiet) report?.SayWhere(surroundings.Error);
        if (!quiet) foreach (string file in result.IncidentFiles) surroundings.Error.WriteLine($"incident: {Path.GetFullPath(file)}");
        return result.Passed ? ExitCode.Good : ExitCode.RunFailed;
    }

    private static DryRunOptions Options(Surroundings surroundings, ParsedArguments arguments, string scenario) => new()
    {
        Root = RepositoryRoot.Required(surroundings),
        Scenario = scenario,
        Plant = arguments.Value(VerbTable.Plant),
        Sim = arguments.Value(VerbTable.Sim),
        Seed = OptionValues.Seed(arguments.Value(VerbTable.Seed)),
        Overrides = OptionValues.Overrides(arguments.Values(VerbTable.Set)),
    };

    private static void Show(Surroundings surroundings, DryRunResult result, bool jsonToOutput, bool quiet)
    {
        if (jsonToOutput) surroundings.Output.Write(ResultJson.Write(result));
        if (!quiet) ResultTable.Print(jsonToOutput ? surroundings.Error : surroundings.Output, result);
        else FailureList.Print(surroundings.Error, result);
    }
}
