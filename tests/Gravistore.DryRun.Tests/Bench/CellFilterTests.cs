using Gravistore.DryRun.Bench;
using Gravistore.DryRun.Bench.PowerStep;

namespace Gravistore.DryRun.Tests.Bench;

public sealed class CellFilterTests
{
    [Theory]
    [InlineData(null, 144)]
    [InlineData("nominal", 12)]
    [InlineData("lower,nominal", 6)]
    [InlineData("lower 90% allocator nominal", 1)]
    [InlineData("90,10,one-depth,mass+5,mass-5", 8)]
    public void Words_of_one_kind_add_up_and_kinds_narrow(string? filter, int cells) => Assert.Equal(cells, CellFilter.Choose(StepCells.All, filter).Count);

    [Theory]
    [InlineData("lowr", "did you mean 'lower'?")]
    [InlineData("lower,nominel", "did you mean 'nominal'?")]
    [InlineData("", "leave --cells out")]
    public void A_word_that_names_nothing_is_refused_with_the_nearest(string filter, string cure) =>
        Assert.Contains(cure, Assert.Throws<BenchException>(() => CellFilter.Choose(StepCells.All, filter)).Message);
}
