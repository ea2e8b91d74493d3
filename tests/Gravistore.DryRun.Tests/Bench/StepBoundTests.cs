using Gravistore.DryRun.Bench.PowerStep;

namespace Gravistore.DryRun.Tests.Bench;

/// <summary>Every cell has bounds, and the cases widen them as they say.</summary>
public sealed class StepBoundTests
{
    private static readonly StepCell[] Every = [.. StepCells.All, .. StepCells.Seeded];

    [Fact]
    public void No_cell_is_dropped()
    {
        Assert.Equal(2 * 3 * 2 * StepCases.All.Count, StepCells.All.Count);
        Assert.Equal(2 * 3 * StepCases.All.Count, StepCells.Seeded.Count);
        Assert.Equal(12, StepCases.All.Count);
        Assert.Equal(Every.Length, Every.Select(c => c.Name).Distinct().Count());
    }

    [Fact]
    public void Every_cell_has_exactly_one_row_of_bounds()
    {
        Assert.All(Every, cell =>
        {
            StepBounds bounds = StepBoundTable.Of(cell);
            Assert.Single(StepBoundTable.Rows, r => r == StepBoundTable.RowOf(cell));
            Assert.NotNull(bounds.PeakPercent);
            Assert.True(bounds.RmsPercent is not null || bounds.LateDeviationPercent is not null, cell.Name);
        });
        Assert.All(StepBoundTable.Rows, row => Assert.Contains(Every, cell => StepBoundTable.RowOf(cell) == row));
    }

    [Fact]
    public void The_nominal_case_has_the_bounds_of_its_row() =>
        Assert.All(Every.Where(c => c.Case == StepCases.Nominal), cell => Assert.Equal(StepBoundTable.RowOf(cell).Bounds, StepBoundTable.Of(cell)));

    [Fact]
    public void Other_cases_widen_them_and_never_let_a_bounce_grow()
    {
        foreach (StepCell cell in Every.Where(c => c.Case != StepCases.Nominal))
        {
            StepBounds nominal = StepBoundTable.RowOf(cell).Bounds, bounds = StepBoundTable.Of(cell);
            Assert.Equal(2 * nominal.RiseTimeSeconds, bounds.RiseTimeSeconds);
            Assert.Equal(2 * nominal.SettledDeviationPercent, bounds.SettledDeviationPercent);
            Assert.Equal(2 * nominal.LateDeviationPercent, bounds.LateDeviationPercent);
            Assert.Equal(2 * nominal.RmsPercent, bounds.RmsPercent);
            Assert.True(bounds.BounceRatio is null == nominal.BounceRatio is null && !(bounds.BounceRatio > 1));
            Assert.True(bounds.PeakPercent >= nominal.PeakPercent);
        }
    }

    [Theory]
    [InlineData("mass+5", true, 110)]
    [InlineData("mass+5", false, 140)]
    [InlineData("delay-before", true, 110)]
    [InlineData("delay-before", false, 120)]
    [InlineData("delay-after", true, 125)]
    [InlineData("delay-after", false, 125)]
    public void Peaks_are_widened_from_rated_power(string name, bool spread, double percent)
    {
        StepCell cell = new(StepDirection.Lower, 50, spread ? StepDepths.Allocator : StepDepths.OneDepth, StepCases.All.Single(c => c.Name == name));
        Assert.Equal(percent, StepBoundTable.Of(cell).PeakPercent);
    }

    [Fact]
    public void Every_case_but_the_nominal_changes_the_truth_or_the_link()
    {
        foreach (StepCase one in StepCases.All)
        {
            bool changes = one.Change(Plants.Reference.Truth) != Plants.Reference.Truth || one.ChangeWhenArmed is not null;
            Assert.Equal(one != StepCases.Nominal, changes);
        }
    }

    [Fact]
    public void A_figure_uses_its_bound_from_its_ideal_value_on()
    {
        StepFigure peak = StepFigure.All.Single(f => f.Name == "peakPercent"), rise = StepFigure.All.Single(f => f.Name == "riseTimeSeconds");
        StepBounds bounds = new() { PeakPercent = 105 };
        Assert.Equal(0.5, peak.Usage(new StepFigures { PeakPercent = 102.5 }, bounds)!.Value, 1e-12);
        Assert.Equal(0, peak.Usage(new StepFigures { PeakPercent = 52 }, bounds));
        Assert.True(peak.Usage(new StepFigures { PeakPercent = 105.1 }, bounds) > 1);
        Assert.Equal(double.PositiveInfinity, peak.Usage(new StepFigures(), bounds));
        Assert.Null(rise.Usage(new StepFigures { RiseTimeSeconds = 9 }, bounds));
    }

    [Fact]
    public void A_cell_fails_by_one_figure_or_by_trouble()
    {
        StepCell cell = new(StepDirection.Raise, 50, StepDepths.OneDepth, StepCases.Nominal);
        StepCellResult good = new()
        {
            Cell = cell,
            Figures = new StepFigures { RiseTimeSeconds = 0.5, PeakPercent = 104, SettledDeviationPercent = 0.5, RmsPercent = 0.05, BounceRatio = 0.05 },
            Bounds = StepBoundTable.Of(cell),
            ChargePercent = 50,
            HalfSpreadM = 0,
            TravelLeftM = 200,
            Trouble = null,
            StateHash = 1,
        };
        Assert.True(good.Pass);
        StepCellResult bad = good with { Figures = good.Figures with { RmsPercent = 0.11 } };
        Assert.False(bad.Pass);
        Assert.Equal(["rmsPercent"], bad.Failed);
        Assert.False((good with { Trouble = "trip" }).Pass);
    }
}
