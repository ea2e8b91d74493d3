using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.DryRun.Compare;
using Gravistore.Json;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore compare A.json B.json</summary>
internal static class CompareVerb
{
    private const string StandardOutput = "-";

    public static int Run(Surroundings surroundings, ParsedArguments arguments)
    {
        Tolerance tolerance = OptionValues.Tolerance(arguments.Value(VerbTable.ToleranceName));
        string? jsonFile = arguments.Value(VerbTable.Json);
        foreach (string input in arguments.Arguments)
            if (!string.IsNullOrEmpty(jsonFile) && jsonFile != StandardOutput && Path.GetFullPath(input) == Path.GetFullPath(jsonFile))
                throw new UsageException(UsageErrors.SameFile, $"--json {JsonText.Quote(jsonFile)} is one of the results compared; {UsageErrors.SameFile.Cure}");
        Findings findings = [];
        ResultDocument? a = ResultDocument.Load(arguments.Arguments[0], findings), b = ResultDocument.Load(arguments.Arguments[1], findings);
        findings.ThrowIfErrors();
        using OutputFiles files = new(jsonFile == StandardOutput ? null : jsonFile, null);
        ResultComparison comparison = ResultComparison.Of(a!, b!, tolerance);
        files.Commit(ComparisonJson.Write(comparison));
        if (jsonFile == StandardOutput) surroundings.Output.Write(ComparisonJson.Write(comparison));
        if (!arguments.Has(VerbTable.Quiet)) ComparisonTable.Print(jsonFile == StandardOutput ? surroundings.Error : surroundings.Output, comparison);
        return comparison.MovedCount == 0 ? ExitCode.Good : ExitCode.RunFailed;
    }
}
