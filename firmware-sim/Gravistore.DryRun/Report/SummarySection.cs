using Gravistore.Charts;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Report;

/// <summary>What was run, whether it passed, what was asserted, and the figures.</summary>
internal static class SummarySection
{
    public static void Write(Markup page, ReportView view)
    {
        DryRunResult result = view.Result;
        page.Open("header").Leaf("h1", $"Dry run {result.Scenario} on {result.Plant}");
        page.Leaf("p", view.Request.Scenario.Title, ("class", "lead"));
        page.Leaf("div", result.Passed ? "\u2713 PASSED" : "\u2717 FAILED", ("class", result.Passed ? "verdict pass" : "verdict fail"));
        page.Leaf("p", Facts(result), ("class", "facts")).Close();
        Failures(page, result);
        Assertions(page, result);
        FigureTable(page, result);
    }

    private static string Facts(DryRunResult result) =>
        FormattableString.Invariant($"{Figures.Duration(result.Times.SimulatedSeconds)} simulated in {result.Times.Cycles} cycles of 10 ms \u00b7 seed {result.Seed} \u00b7 ended: {result.End.Reason}, plant {result.End.Mode} \u00b7 state hash {ResultJson.Hex(result.StateHash)}");

    private static void Failures(Markup page, DryRunResult result)
    {
        if (result.End.Failure is null && result.Violations.Count == 0) return;
        Page.OpenSection(page, "What went wrong");
        if (result.End.Failure is { } failure) page.Leaf("p", failure);
        if (result.Violations.Count > 0)
            DataTable.Write(page, ["Invariant", "First at, s", "Where", "Cycles", "First value and limit"],
                result.Violations.Select(v => (IReadOnlyList<Cell>)[v.Name, Right(ReportView.Seconds(v.FirstTimeS)), ReportView.Hoist(v.Hoist), Cell.Of(v.Count, 12), v.Detail]));
        page.Close();
    }

    private static void Assertions(Markup page, DryRunResult result)
    {
        Page.OpenSection(page, "Verdicts");
        if (result.Assertions.Count == 0) page.Leaf("p", "The scenario asserts nothing: the run passes without an unexpected trip, a violated invariant or a step left waiting.");
        else
            DataTable.Write(page, ["Verdict", "What the scenario asserts", "The run showed"],
                result.Assertions.Select(a => (IReadOnlyList<Cell>)[Verdict(a.Passed), a.Text, Cell.Of(a.Value, 6)]));
        page.Close();
    }

    private static Cell Verdict(bool passed) => new(passed ? "\u2713 pass" : "\u2717 FAIL") { Class = passed ? "good" : "bad" };

    private static void FigureTable(Markup page, DryRunResult result)
    {
        Page.OpenSection(page, "Figures");
        Figure[] shown = [.. FigureCatalog.All.Where(f => f.Value(result) is not null)];
        page.Open("div", ("class", "columns"));
        int half = (shown.Length + 1) / 2;
        foreach (Figure[] part in (Figure[][])[shown[..half], shown[half..]])
            DataTable.Write(page, ["Figure", "Value", "Unit"], part.Select(f => (IReadOnlyList<Cell>)[FigureLabels.Of(f.Name), Cell.Of(f.Value(result), 6, f.Name), f.Unit]));
        page.Close().Leaf("p", "True values of the simulated plant; power is the mean over 10 ms at the grid, export positive, auxiliaries included. Power-step figures are of the largest steps, in percent of rated power.", ("class", "note"));
        page.Close();
    }

    private static Cell Right(string text) => new(text) { Class = "right" };
}
