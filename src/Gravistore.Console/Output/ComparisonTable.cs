using System.Globalization;
using Gravistore.DryRun.Compare;

namespace Gravistore.Console.Output;

/// <summary>Two results side by side as a table for people. In front of a figure: ! moved by more than the tolerance, ~ moved by less.</summary>
internal static class ComparisonTable
{
    private const int NameColumn = 32, ValueColumn = 13, DifferenceColumn = 10, ChangeColumn = 10;
    /// <summary>Changes below this are not told in figures [%].</summary>
    private const double LeastPercent = 0.01;

    public static void Print(TextWriter output, ResultComparison comparison)
    {
        output.WriteLine($"A  {comparison.A.File}");
        output.WriteLine($"B  {comparison.B.File}");
        output.WriteLine();
        Head(output, comparison);
        output.WriteLine();
        output.WriteLine($"  {"figure",-NameColumn}{"A",ValueColumn}{"B",ValueColumn}{"B - A",DifferenceColumn}{"change",ChangeColumn}");
        foreach (FigurePair pair in comparison.Figures) Row(output, pair);
        output.WriteLine();
        output.WriteLine(Verdict(comparison));
    }

    private static string Verdict(ResultComparison comparison)
    {
        string beyond = string.Create(CultureInfo.InvariantCulture, $"{100 * comparison.Tolerance.Share:G6} %");
        int moved = comparison.MovedCount, within = comparison.Figures.Count(f => f.Differs && !f.Moved);
        return string.Create(CultureInfo.InvariantCulture, $"{moved} of {comparison.Figures.Count} figures moved by more than {beyond} (!), {within} by less (~)");
    }

    private static void Head(TextWriter output, ResultComparison comparison)
    {
        for (int i = 0; i < Math.Max(comparison.A.Head.Count, comparison.B.Head.Count); i++)
        {
            string name = i < ResultDocument.HeadNames.Count ? ResultDocument.HeadNames[i] : "package";
            string a = At(comparison.A, i), b = At(comparison.B, i);
            output.WriteLine(a == b ? $"  {name,-12}{a}" : $"  {name,-12}A {a}\n  {"",-12}B {b}");
        }
    }

    private static string At(ResultDocument document, int i) => i < document.Head.Count && document.Head[i].Length > 0 ? document.Head[i] : "-";

    private static void Row(TextWriter output, FigurePair pair)
    {
        char mark = pair.Moved ? '!' : pair.Differs ? '~' : ' ';
        if (pair.A.Text is null && pair.B.Text is null)
            output.WriteLine($"{mark} {pair.Name,-NameColumn}{Number(pair.A.Number),ValueColumn}{Number(pair.B.Number),ValueColumn}{Difference(pair),DifferenceColumn}{Change(pair),ChangeColumn}".TrimEnd());
        else
            output.WriteLine($"{mark} {pair.Name}: {Text(pair.A)}{(pair.Differs ? $" -> {Text(pair.B)}" : "")}");
    }

    private static string Text(ResultValue value) => value.Text ?? (value.Number is { } number ? Number(number) : "none");

    private static string Number(double? value) => value is { } number ? number.ToString("G7", CultureInfo.InvariantCulture) : "-";

    private static string Difference(FigurePair pair) => pair.Difference is { } difference && difference != 0 ? difference.ToString("G3", CultureInfo.InvariantCulture) : "";

    // A share that rounds to nothing is told as such: the sections of a number's format would give it two signs.
    private static string Change(FigurePair pair) => (100 * pair.Relative) switch
    {
        null or 0 => "",
        > -LeastPercent and < LeastPercent => "< 0.01 %",
        { } percent => string.Create(CultureInfo.InvariantCulture, $"{percent:+0.00;-0.00} %"),
    };
}
