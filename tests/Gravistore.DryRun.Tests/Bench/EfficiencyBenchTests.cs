using System.Text.Json;
using Gravistore.DryRun.Bench.Efficiency;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Tests.Bench;

public sealed class EfficiencyBenchTests
{
    private const double CycleS = 0.01;

    private static BestDispatch Reference { get; } = new(Plants.Reference.Plant, Plants.Reference.Truth);

    [Theory]
    [InlineData(100e3)]
    [InlineData(500e3)]
    [InlineData(-500e3)]
    [InlineData(2e6)]
    [InlineData(-2e6)]
    public void No_number_of_hoists_beats_the_best(double powerW)
    {
        (int hoists, double energyJPerM) = Reference.Best(powerW, 265)!.Value;
        for (int n = 1; n <= 8; n++)
        {
            if (Reference.SpeedMps(n, powerW, 265) is not { } speedMps) continue;
            Assert.Equal(powerW, new SteadyPlant(Plants.Reference.Truth).GridPowerW(n, 265, Math.Sign(powerW) * speedMps), 1);
            double otherJPerM = Math.Abs(powerW) / (n * speedMps);
            Assert.True(n == hoists ? otherJPerM == energyJPerM : powerW > 0 ? otherJPerM < energyJPerM : otherJPerM > energyJPerM);
        }
    }

    [Theory]
    [InlineData(2.001e6)]
    [InlineData(-2.001e6)]
    public void Nothing_gives_more_than_the_plant_has(double powerW) => Assert.Null(Reference.Find(powerW));

    /// <summary>At two thirds of rated power and above, what little is lost is lost in starting, creeping and standing by.</summary>
    [Fact]
    public void A_real_cycle_comes_near_the_best_and_not_above()
    {
        EfficiencyResult result = EfficiencyBench.Run(Plants.Reference, [1], 1);
        EfficiencyPoint point = Assert.Single(result.Points);
        Assert.Null(point.Trouble);
        Assert.InRange(point.RatioToBest!.Value, 0.95, 1);
        Assert.NotNull(point.Charging);
        Assert.InRange(point.HoistStarts, 16, 100);
        JsonElement json = JsonDocument.Parse(EfficiencyJson.Write(result)).RootElement;
        Assert.Equal(point.Pass, json.GetProperty("pass").GetBoolean());
        Assert.Equal(point.RoundTrip, json.GetProperty("powers")[0].GetProperty("roundTrip").GetDouble());
    }

    /// <summary>A short dip is a hand-over; what is missing at the end is endurance.</summary>
    [Fact]
    public void Dips_and_the_end_of_full_power_are_told_apart()
    {
        SimPlant sim = Plants.Standing(15, 15, 15, 15, 15, 15, 15, 215);
        CycleProbe probe = new(Plants.Reference.Plant, 1e6);
        double timeS = 0;
        void Give(double powerW, double forS)
        {
            for (int k = 0; k < (int)Math.Round(forS / CycleS); k++) probe.Cycle(new CycleMeasurement(timeS += CycleS, CycleS, powerW, null), sim);
        }
        probe.StepBegins(CycleProbe.Discharge, 0);
        Give(0, 2);
        Give(1e6, 10);
        Give(0.95e6, 1);
        Give(1.03e6, 1);
        Give(0.99e6, 10);
        Give(0.2e6, 10);
        probe.StepBegins("to the bottom", timeS);
        Assert.Null(probe.Charging);
        Assert.Equal(2.5, probe.Discharging!.DipPercent, 1e-6);
        Assert.InRange(probe.Discharging.DipAtS, 12, 13);
        Assert.Equal(1.5, probe.Discharging.SurgePercent, 1e-6);
        Assert.InRange(probe.Discharging.SurgeAtS, 13, 14);
        Assert.Equal(100, probe.Discharging.HalfSpreadM, 0.01);
        Assert.InRange(probe.Discharging.LostPercent, 94, 96);
    }
}
