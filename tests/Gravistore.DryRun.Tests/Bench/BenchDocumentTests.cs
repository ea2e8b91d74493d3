using System.Globalization;
using Gravistore.DryRun.Bench.PowerStep;

namespace Gravistore.DryRun.Tests.Bench;

/// <summary>docs/bench.md says what the benches do: its tables are those of the program.</summary>
public sealed class BenchDocumentTests
{
    private static string Document { get; } = File.ReadAllText(Path.Combine(TestRoot.Folder, "docs", "bench.md"));

    [Fact]
    public void Every_case_and_every_figure_is_explained()
    {
        Assert.All(StepCases.All, c => Assert.Contains($"`{c.Name}`", Document));
        Assert.All(StepFigure.All, f => Assert.Contains($"| `{f.Name}` |", Document));
    }

    [Fact]
    public void The_bounds_are_those_of_the_table() => Assert.All(StepBoundTable.Rows, row => Assert.Contains(Line(row), Document));

    private static string Line(StepBoundRow row)
    {
        string bounds = string.Join(" | ", StepFigure.All.Select(f => f.Bound(row.Bounds) is { } bound ? bound.ToString(CultureInfo.InvariantCulture) : "-"));
        return $"| {StepCell.NameOf(row.Direction)} | {string.Join(", ", row.Charges)} | {(row.Spread ? "spread" : "one")} | {bounds} |\n";
    }
}
