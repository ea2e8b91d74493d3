using Gravistore.DryRun.Bench.PowerStep;

namespace Gravistore.DryRun.Tests.Bench;

/// <summary>The nominal cells of the power-step bench keep their bounds.</summary>
public sealed class NominalCellsTests
{
    [Fact]
    public void Every_nominal_cell_keeps_its_bounds()
    {
        PowerStepResult result = PowerStepBench.Run(Plants.Reference, CellFilter.Choose(StepCells.All, "nominal"), 1);
        Assert.Equal(12, result.Cells.Count);
        Assert.All(result.Cells, cell =>
        {
            Assert.Null(cell.Trouble);
            Assert.Empty(cell.Failed);
        });
    }
}
