using System.Globalization;
using Gravistore.DryRun.Bench.PowerStep;

namespace Gravistore.Console.Output;

/// <summary>The result of the power-step bench as a table for people: one line for each cell, figures beyond their bounds marked.</summary>
internal static class PowerStepTable
{
    private const int NameWidth = 33, Width = 10;
    /// <summary>Stands behind a figure beyond its bound, and behind one within it.</summary>
    private const char Beyond = '!', Within = ' ';

    public static void Print(TextWriter output, PowerStepResult result)
    {
        output.WriteLine($"{"cell".PadRight(NameWidth)}{Text("spread m", Width)} {Text("travel m", Width)} {string.Concat(StepFigure.All.Select(f => Text(f.Heading, Width) + Within))} verdict");
        foreach (StepCellResult cell in result.Cells) output.WriteLine(Line(cell));
        output.WriteLine(Summary(result));
    }

    /// <summary>One line about all cells.</summary>
    public static string Summary(PowerStepResult result) => string.Create(CultureInfo.InvariantCulture,
        $"{result.Plant}, seed {result.Seed}: {result.Passed} of {result.Cells.Count} cells pass, {result.Cells.Count - result.Passed} fail; {result.Runs} runs in {result.WallS:0} s{(result.Pass ? "" : $"; {Beyond} marks a figure beyond its bound")}");

    private static string Line(StepCellResult result)
    {
        string figures = string.Concat(StepFigure.All.Select(f => Number(f.Value(result.Figures), f.Format) + (f.Usage(result.Figures, result.Bounds) > 1 ? Beyond : Within)));
        string seed = result.DepthSeed is { } drawn ? string.Create(CultureInfo.InvariantCulture, $" seed {drawn}") : "";
        return $"{(result.Cell.Name + seed).PadRight(NameWidth)}{Number(result.HalfSpreadM, "0.0")} {Number(result.TravelLeftM, "0.0")} {figures} {Verdict(result)}";
    }

    private static string Verdict(StepCellResult result) => result.Pass ? "pass" : result.Trouble is { } trouble ? $"FAIL ({trouble})" : "FAIL";

    private static string Number(double? value, string format) => Text(value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) : "-", Width);

    private static string Text(string text, int width) => text.PadLeft(width);
}
