using Gravistore.Console.CommandLine;
using Gravistore.Console.Operator;
using Gravistore.Console.Output;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Rig;
using Gravistore.Json;

namespace Gravistore.Console.Processes;

/// <summary>gravistore rig SCENARIO</summary>
internal static class RigVerb
{
    private const string StandardOutput = "-";
    private const int MaxSeconds = 86_400;

    public static int Run(Surroundings surroundings, ParsedArguments arguments)
    {
        bool quiet = arguments.Has("--quiet");
        Findings findings = [];
        DryRunRequest request = DryRunSetup.Load(Options(surroundings, arguments), findings);
        if (!quiet) FindingList.Print(surroundings.Error, findings);
        string? json = arguments.Value(OperatorVerbTable.JsonName);
        using OutputFiles files = new(json == StandardOutput ? null : json, null);
        Rig.RigRequest rig = new(request, PlantPlaces.Of(surroundings, request.Sources!.PlantFile, arguments.Value(OperatorVerbTable.Links)), !arguments.Has(OperatorVerbTable.Links), Seconds(arguments), arguments.Value(OperatorVerbTable.Keep), LoopArguments(arguments), Rig.RigFault.Of(arguments)) { Wiring = arguments.Value(OperatorVerbTable.Wiring), Record = arguments.Has(OperatorVerbTable.Compare) || arguments.Has(OperatorVerbTable.Keep) };
        Rig.RigOutcome outcome = new Rig.RigSession(rig, quiet ? _ => { } : surroundings.Error.WriteLine).Run(surroundings.Interrupted);
        RigAgreement? agreement = arguments.Has(OperatorVerbTable.Compare) ? Rig.DryComparison.Of(outcome.Run, surroundings.Interrupted) : null;
        string text = ResultJson.Write(outcome.Result);
        files.Commit(text);
        if (json == StandardOutput) surroundings.Output.Write(text);
        if (!quiet) Rig.RigTable.Print(json == StandardOutput ? surroundings.Error : surroundings.Output, outcome, agreement);
        else FailureList.Print(surroundings.Error, outcome.Result);
        bool good = outcome.Fault is { } fault ? fault.Holds : outcome.Result.Passed;
        return good && agreement?.Holds != false && outcome.Result.Wire?.Replay?.IsEqual != false ? ExitCode.Good : ExitCode.RunFailed;
    }

    private static double Seconds(ParsedArguments arguments) =>
        arguments.Value(OperatorVerbTable.Seconds) is { } text ? Rig.RigFault.Number(OperatorVerbTable.Seconds, text, 1, MaxSeconds) : double.PositiveInfinity;

    private static List<string> LoopArguments(ParsedArguments arguments)
    {
        List<string> args = [];
        ProcessVerbs.HandLoop(arguments, args);
        return args;
    }

    private static DryRunOptions Options(Surroundings surroundings, ParsedArguments arguments) => new()
    {
        Root = RepositoryRoot.Required(surroundings),
        Scenario = arguments.Arguments[0],
        Seed = OptionValues.Seed(arguments.Value(OperatorVerbTable.Seed)),
        Overrides = [],
        Plant = arguments.Value(OperatorVerbTable.Plant),
    };
}
