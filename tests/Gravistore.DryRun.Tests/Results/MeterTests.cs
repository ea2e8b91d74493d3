using CsCheck;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Scenarios;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Results;

/// <summary>The figures of merit on signals whose figures are known.</summary>
public sealed class MeterTests
{
    private const double CycleS = 0.01;

    [Fact]
    public void A_first_order_answer_has_the_rise_time_and_deviations_of_its_formula()
    {
        const double tauS = 0.4, toW = 1000;
        TrackingMeter meter = new(2000);
        meter.StepTo(0, toW);
        for (int i = 1; i <= 6500; i++) meter.Add(toW * (1 - Math.Exp(-i * CycleS / tauS)), CycleS);
        TrackingFigures figures = meter.Figures();
        Assert.Equal(tauS * Math.Log(10), figures.RiseTimeSeconds!.Value, CycleS);
        Assert.Equal(50, figures.PeakPercent!.Value, 1e-6);
        Assert.Equal(50 * Math.Exp(-1.51 / tauS), figures.SettledDeviationPercent!.Value, 0.05);
        Assert.Equal(50 * Math.Exp(-5 / tauS) * Math.Sqrt(tauS / 2 / 55), figures.RmsPercent!.Value, 1e-6);
    }

    [Fact]
    public void Peak_counts_in_the_direction_of_the_step()
    {
        TrackingMeter meter = new(1000);
        meter.StepTo(0, -500);
        foreach (double power in new double[] { 100, -300, -560, -480 }) meter.Add(power, CycleS);
        Assert.Equal(56, meter.Figures().PeakPercent!.Value, 9);
        Assert.Equal(3 * CycleS, meter.Figures().RiseTimeSeconds!.Value, 9);
    }

    [Fact]
    public void Of_steps_of_one_size_the_worst_counts_and_smaller_ones_do_not()
    {
        TrackingMeter meter = new(1000);
        Answer(meter, 0, 1000, riseCycles: 30);
        Answer(meter, 0, -1000, riseCycles: 70);
        Answer(meter, 0, 200, riseCycles: 500);
        Assert.Equal(0.7, meter.Figures().RiseTimeSeconds!.Value, 9);
    }

    [Fact]
    public void A_step_that_never_rises_has_no_rise_time()
    {
        TrackingMeter meter = new(1000);
        meter.StepTo(0, 1000);
        for (int i = 0; i < 1000; i++) meter.Add(890, CycleS);
        Assert.Null(meter.Figures().RiseTimeSeconds);
        Assert.Equal(11, meter.Figures().SettledDeviationPercent!.Value, 9);
        Assert.Equal(11, meter.Figures().RmsPercent!.Value, 9);
    }

    [Fact]
    public void Without_a_step_there_are_no_figures()
    {
        TrackingMeter meter = new(1000);
        meter.Add(500, CycleS);
        meter.StepTo(0, 5);
        meter.Add(500, CycleS);
        Assert.Equal(new TrackingFigures(null, null, null, null), meter.Figures());
    }

    [Fact]
    public void After_a_release_the_answer_is_over()
    {
        TrackingMeter meter = new(1000);
        meter.StepTo(0, 1000);
        meter.Add(1000, CycleS);
        meter.Release();
        meter.Add(5000, CycleS);
        Assert.Equal(100, meter.Figures().PeakPercent!.Value, 9);
    }

    [Fact]
    public void Energies_are_sums_of_each_direction() => Gen.Double[-3e6, 3e6].Array[1, 300].Sample(powers =>
    {
        EnergyMeter meter = new();
        double potentialJ = 1e9;
        meter.Add(0, potentialJ, CycleS);
        foreach (double powerW in powers) meter.Add(powerW, potentialJ -= powerW * CycleS, CycleS);
        EnergyFigures figures = meter.Figures(0, 0, 0);
        Assert.Equal(powers.Where(p => p > 0).Sum() * CycleS / 3.6e6, figures.DischargedKWh, 9);
        Assert.Equal(-powers.Where(p => p < 0).Sum() * CycleS / 3.6e6, figures.ChargedKWh, 9);
        Assert.Equal(figures.DischargedKWh, figures.MechanicalDownKWh, 6);
        Assert.Equal(figures.ChargedKWh, figures.MechanicalUpKWh, 6);
    });

    [Theory]
    [InlineData(50, 50.09, true)]
    [InlineData(50, 50.11, false)]
    [InlineData(50, 49.89, false)]
    public void A_round_trip_needs_start_and_end_to_agree(double startPercent, double endPercent, bool closed)
    {
        EnergyMeter meter = new();
        meter.Add(-1000, 0, 10);
        meter.Add(-1000, 8000, 10);
        meter.Add(750, 0, 20);
        Assert.Equal(closed ? 0.75 : null, meter.Figures(startPercent, endPercent, 0).RoundTripEfficiency);
    }

    [Fact]
    public void Nothing_charged_is_no_round_trip() => Assert.Null(new EnergyMeter().Figures(50, 50, 0).RoundTripEfficiency);

    [Fact]
    public void Following_compares_each_direction_with_the_law()
    {
        FollowMeter meter = new();
        Assert.Null(meter.Figures());
        meter.Add(3.6e6, 3.4e6, 1);
        meter.Add(-3.6e6, -3.8e6, 1);
        meter.Add(0, -0.1e6, 1);
        FollowFigures figures = meter.Figures()!;
        Assert.Equal(3.4 / 3.6, figures.ExportRatio!.Value, 9);
        Assert.Equal(3.9 / 3.6, figures.ImportRatio!.Value, 9);
    }

    [Theory]
    [InlineData(null, null, null, 5, false)] // 90 is outside the band
    [InlineData(null, null, 0.04, 0.04, true)]
    [InlineData(null, null, 0.05, 0.04, false)]
    [InlineData("b", null, null, 100, true)]
    [InlineData("a", 0.01, 0.01, 0.03, true)]
    public void A_band_of_power_is_kept_all_the_time_or_on_end(string? step, double? fromS, double? longestS, double value, bool passed)
    {
        PowerWindowMeter meter = new(new PowerWindow { MinKW = 95, MaxKW = 105, DuringStep = step, FromS = fromS ?? 0, LongestRunS = longestS });
        double timeS = 0;
        meter.StepBegins("a", timeS);
        foreach (double powerKW in new double[] { 100, 90, 99, 101, 104 }) meter.Add(timeS += CycleS, CycleS, powerKW);
        meter.StepBegins("b", timeS);
        meter.Add(timeS += CycleS, CycleS, 100);
        meter.StepBegins("c", timeS);
        meter.Add(timeS += CycleS, CycleS, step is null ? 5 : 500);
        AssertionOutcome outcome = meter.Outcome();
        Assert.Equal(passed, outcome.Passed);
        Assert.Equal(value, outcome.Value!.Value, 9);
    }

    [Fact]
    public void A_step_that_never_comes_fails_its_band() =>
        Assert.False(new PowerWindowMeter(new PowerWindow { MinKW = 0, MaxKW = 1, DuringStep = "never" }).Outcome().Passed);

    [Fact]
    public void Violations_keep_their_first_case_and_count()
    {
        ViolationLog log = new();
        log.Add("slack-rope", 1.5, 3, -2.5, 0, "N");
        log.Add("slack-rope", 2.5, 4, -9, 0, "N");
        Assert.Equal(new Violation("slack-rope", 1.5, 3, 2, "-2.5 N, limit 0 N"), Assert.Single(log.Violations()));
    }

    private static void Answer(TrackingMeter meter, double fromW, double toW, int riseCycles)
    {
        meter.StepTo(fromW, toW);
        for (int i = 1; i <= 1000; i++) meter.Add(i < riseCycles ? fromW : toW, CycleS);
    }
}
