using Gravistore.Console.CommandLine;
using Gravistore.Console.Output;
using Gravistore.DryRun.Bench;
using Gravistore.DryRun.Bench.Efficiency;
using Gravistore.DryRun.Bench.PowerStep;
using Gravistore.Json;

namespace Gravistore.Console.Verbs;

/// <summary>gravistore bench power-step and gravistore bench efficiency</summary>
internal static class BenchVerbs
{
    /// <summary>Stands for standard output in the place of a file.</summary>
    private const string StandardOutput = "-";

    private static readonly string[] Variants = ["cells", "seeds"];

    public static int PowerStep(Surroundings surroundings, ParsedArguments arguments)
    {
        IReadOnlyList<StepCell> cells = Cells(arguments);
        ulong seed = OptionValues.Seed(arguments.Value(VerbTable.Seed));
        return Run(surroundings, arguments,
            (plant, observer) => PowerStepBench.Run(plant, cells, seed, observer, 0, surroundings.Interrupted),
            PowerStepJson.Write, PowerStepTable.Print, result => result.Pass);
    }

    public static int Efficiency(Surroundings surroundings, ParsedArguments arguments)
    {
        ulong seed = OptionValues.Seed(arguments.Value(VerbTable.Seed));
        return Run(surroundings, arguments,
            (plant, observer) => EfficiencyBench.Run(plant, EfficiencyBench.Shares, seed, observer, 0, surroundings.Interrupted),
            EfficiencyJson.Write, EfficiencyTable.Print, result => result.Pass);
    }

    private static IReadOnlyList<StepCell> Cells(ParsedArguments arguments)
    {
        string variant = arguments.Value(VerbTable.Variant) ?? Variants[0];
        if (!Variants.Contains(variant))
            throw new UsageException(UsageErrors.BadValue, $"{VerbTable.Variant} {JsonText.Quote(variant)} is unknown; known: {JsonText.Choices(Variants)}; {NearestMatch.Question(variant, Variants, "choose one of them")}");
        return CellFilter.Choose(variant == Variants[0] ? StepCells.All : StepCells.Seeded, arguments.Value(VerbTable.Cells));
    }

    private static int Run<T>(Surroundings surroundings, ParsedArguments arguments, Func<BenchPlant, IBenchObserver?, T> run, Func<T, string> write, Action<TextWriter, T> print, Func<T, bool> passed)
    {
        string root = RepositoryRoot.Required(surroundings);
        string? jsonFile = arguments.Value(VerbTable.Json);
        bool quiet = arguments.Has(VerbTable.Quiet), jsonToOutput = jsonFile == StandardOutput;
        Findings findings = [];
        BenchPlant plant = BenchPlant.Load(root, arguments.Value(VerbTable.Plant), findings);
        if (!quiet) foreach (Finding finding in findings) surroundings.Error.WriteLine(finding);
        using OutputFiles files = new(jsonToOutput ? null : jsonFile, null);
        T result = Watch(surroundings, quiet, observer => run(plant, observer));
        files.Commit(write(result));
        if (jsonToOutput) surroundings.Output.Write(write(result));
        if (!quiet) print(jsonToOutput ? surroundings.Error : surroundings.Output, result);
        return passed(result) ? ExitCode.Good : ExitCode.RunFailed;
    }

    private static T Watch<T>(Surroundings surroundings, bool quiet, Func<IBenchObserver?, T> run)
    {
        if (quiet) return run(null);
        using BenchProgressReport progress = new(surroundings.Error, surroundings.ErrorIsTerminal);
        return run(progress);
    }
}
