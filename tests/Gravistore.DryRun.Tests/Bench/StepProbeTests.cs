using Gravistore.DryRun.Bench.PowerStep;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Tests.Bench;

/// <summary>The figures of a step on powers that are known.</summary>
public sealed class StepProbeTests
{
    private const double RatedW = 2e6, CycleS = 0.01;
    private static readonly double[] DepthsM = [100, 120, 140, 160, 180, 200, 220, 240];

    private static StepProbe Measure(StepDirection direction, Func<double, double> shareOfRated, double lengthS = 61)
    {
        StepCell cell = new(direction, 50, StepDepths.Allocator, StepCases.Nominal);
        StepProbe probe = new(Plants.Reference.Plant, cell);
        SimPlant sim = Plants.Standing(DepthsM);
        // What was before the step does not count.
        probe.Cycle(new CycleMeasurement(0.5, CycleS, 9 * RatedW, null), sim);
        probe.StepBegins(StepScenario.StepLabel, 1);
        for (int k = 1; k <= (int)Math.Round(lengthS / CycleS); k++)
            probe.Cycle(new CycleMeasurement(1 + k * CycleS, CycleS, cell.Sign * RatedW * shareOfRated(k * CycleS), null), sim);
        return probe;
    }

    [Theory]
    [InlineData(StepDirection.Lower)]
    [InlineData(StepDirection.Raise)]
    public void Every_figure_has_its_definition(StepDirection direction)
    {
        // 90 % after 0.45 s, a peak of 104 % at 0.6 s, 2 % off at 2 s, 1 % off at 10 s for a tenth of a second, else exact.
        StepFigures figures = Measure(direction, t => t < 0.5 ? 2 * t : t is > 0.595 and < 0.605 ? 1.04 : t is > 1.995 and < 2.005 ? 0.98 : t is > 10 and < 10.105 ? 1.01 : 1).Figures;
        Assert.Equal(0.45, figures.RiseTimeSeconds!.Value, 0.011);
        Assert.Equal(104, figures.PeakPercent!.Value, 1e-6);
        Assert.Equal(2, figures.SettledDeviationPercent!.Value, 1e-6);
        Assert.Equal(1, figures.LateDeviationPercent!.Value, 1e-6);
        Assert.Equal(100 * 0.01 * Math.Sqrt(0.1 / 55), figures.RmsPercent!.Value, 1e-3);
        Assert.Null(figures.BounceRatio);
    }

    [Fact]
    public void Power_that_never_comes_has_no_rise_time()
    {
        StepFigures figures = Measure(StepDirection.Lower, _ => 0.89).Figures;
        Assert.Null(figures.RiseTimeSeconds);
        Assert.Equal(89, figures.PeakPercent!.Value, 1e-6);
        Assert.Equal(11, figures.RmsPercent!.Value, 1e-6);
    }

    [Fact]
    public void A_run_that_ends_early_leaves_the_late_figures_open()
    {
        StepFigures figures = Measure(StepDirection.Lower, _ => 1, lengthS: 4).Figures;
        Assert.Equal(0, figures.SettledDeviationPercent!.Value, 1e-6);
        Assert.Null(figures.LateDeviationPercent);
        Assert.Null(figures.RmsPercent);
    }

    [Fact]
    public void Depths_are_those_at_the_step()
    {
        StepProbe lowering = Measure(StepDirection.Lower, _ => 1, 1), raising = Measure(StepDirection.Raise, _ => 1, 1);
        Assert.Equal(70, lowering.HalfSpreadM!.Value, 0.01);
        Assert.Equal(515 - 240, lowering.TravelLeftM!.Value, 0.01);
        Assert.Equal(100 - 15, raising.TravelLeftM!.Value, 0.01);
        Assert.InRange(lowering.ChargePercent!.Value, 68, 71);
    }
}
