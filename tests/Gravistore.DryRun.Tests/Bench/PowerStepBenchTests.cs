using System.Text.Json;
using Gravistore.DryRun.Bench.PowerStep;

namespace Gravistore.DryRun.Tests.Bench;

/// <summary>Real cells, end to end: files, controller, firmware and physics.</summary>
public sealed class PowerStepBenchTests
{
    [Fact]
    public void A_cell_reaches_its_charge_through_the_allocator_and_steps()
    {
        PowerStepResult result = PowerStepBench.Run(Plants.Reference, CellFilter.Choose(StepCells.All, "lower,90,allocator,nominal"), 1);
        StepCellResult cell = Assert.Single(result.Cells);
        Assert.Null(cell.Trouble);
        Assert.InRange(cell.ChargePercent!.Value, 88.5, 90.5);
        Assert.NotNull(cell.Figures.PeakPercent);
        Assert.NotNull(cell.Figures.RmsPercent);
        Assert.NotNull(cell.Figures.BounceRatio);
        JsonElement json = JsonDocument.Parse(PowerStepJson.Write(result)).RootElement.GetProperty("cells")[0];
        Assert.Equal("lower", json.GetProperty("direction").GetString());
        Assert.Equal(cell.Pass, json.GetProperty("pass").GetBoolean());
        foreach (StepFigure figure in StepFigure.All)
        {
            Assert.Equal(figure.Value(cell.Figures), json.GetProperty(figure.Name).Deserialize<double?>());
            Assert.Equal(figure.Bound(cell.Bounds), json.GetProperty("bound").GetProperty(figure.Name).Deserialize<double?>());
        }
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        IReadOnlyList<StepCell> cells = CellFilter.Choose(StepCells.All, "raise,10,50,one-depth,nominal,delay-after");
        PowerStepResult one = PowerStepBench.Run(Plants.Reference, cells, 3, threads: 1), many = PowerStepBench.Run(Plants.Reference, cells, 3, threads: 4);
        Assert.Equal(cells, one.Cells.Select(c => c.Cell));
        Assert.Equal(one.Cells.Select(c => (c.Cell, c.StateHash, c.Figures)), many.Cells.Select(c => (c.Cell, c.StateHash, c.Figures)));
        // The longer delay really comes, or both cells would be one.
        Assert.Equal(4, one.Cells.Select(c => c.StateHash).Distinct().Count());
    }

    [Fact]
    public void A_cancelled_bench_ends()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => PowerStepBench.Run(Plants.Reference, StepCells.All, 1, cancellation: cancelled.Token));
    }
}
