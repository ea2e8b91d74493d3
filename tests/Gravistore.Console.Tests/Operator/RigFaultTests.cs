using Gravistore.Console.Rig;
using Gravistore.Core.Parameters;
using Gravistore.DryRun;
using Gravistore.DryRun.Rig;
using Gravistore.Json;

namespace Gravistore.Console.Tests.Operator;

/// <summary>What is read from the simulator's truth after a fault, on tables made by hand.</summary>
public sealed class RigFaultTests
{
    private const string Head = "time_s,grid_power_w,chain_closed,watchdog_relay,h1_depth_m,h1_speed_m_per_s,h1_rope_force_n,h1_brakes_set,h2_depth_m,h2_speed_m_per_s,h2_rope_force_n,h2_brakes_set\n";
    private static readonly PlantParameters Plant = Load();

    [Fact]
    public void Rest_counts_from_the_last_time_it_began()
    {
        TruthTable truth = Table(t => t < 0.5 ? (100 + t, 1.0, 0) : t < 0.7 ? (100.5, 0.0, 1) : t < 0.8 ? (100.45, -0.1, 1) : (100.45, 0.0, 1));
        HoistStop stop = HoistStop.Of(truth, Plant, 0, 0.1, 2);
        Assert.Equal(0.7, stop.RestS, 2);
        Assert.Equal(0.4, stop.TravelM, 2);
        Assert.Equal(1.0, stop.SpeedMps);
    }

    [Fact]
    public void A_weight_that_never_rests_or_goes_too_far_fails()
    {
        HoistStop never = HoistStop.Of(Table(t => (100, 0.0, 0)), Plant, 0, 0.1, 2);
        Assert.True(double.IsInfinity(never.RestS));
        Assert.False(never.Holds);
        Assert.False(HoistStop.Of(Table(t => t < 0.5 ? (100 + 20 * t, 0.5, 0) : (110, 0.0, 1)), Plant, 0, 0.1, 2).Holds);
    }

    [Theory]
    [InlineData(0, 0.85, 0.95)]
    [InlineData(-1, 0.79, 0.81)]
    [InlineData(1, 1.35, 1.38)]
    public void The_bound_of_a_stop_is_the_time_out_and_the_brakes(double speedMps, double leastS, double mostS)
    {
        (double timeS, double travelM) = StopBound.Of(Plant, 200, speedMps);
        Assert.InRange(timeS, leastS, mostS);
        Assert.InRange(travelM, Math.Abs(speedMps) * Plant.Drive.CommunicationTimeoutS, Math.Abs(speedMps) * timeS + 0.5);
    }

    [Fact]
    public void A_restart_that_lost_a_position_fails()
    {
        TruthTable truth = Table(_ => (100, 0.0, 1));
        var before = Samples.Snapshot(2) with { Hoists = [.. Samples.Snapshot(2).Hoists.Select(h => h with { DepthM = 100.008 })] };
        var after = before with { Mode = "tripped", FirstOut = "start" };
        Assert.True(Restart.Of(before, 0.5, after, 1, truth).Holds);
        Assert.False(Restart.Of(before, 0.5, after with { Hoists = [after.Hoists[0], after.Hoists[1] with { DepthM = 100.02 }] }, 1, truth).Holds);
        Assert.False(Restart.Of(before, 0.5, after with { Mode = "parked" }, 1, truth).Holds);
    }

    [Theory]
    [InlineData(0.6, 0.5, true)]
    [InlineData(0.61, 0.51, false)]
    [InlineData(9, double.PositiveInfinity, false)]
    public void A_relay_that_holds_too_long_fails(double holdsS, double afterS, bool holds)
    {
        RelayDrop drop = RelayDrop.Of(Table(_ => (100, 0.0, 1), holdsS - 0.005), 0.1, 1.8);
        Assert.Equal((afterS, holds), (Math.Round(drop.AfterS, 6), drop.Holds));
    }

    [Fact]
    public void A_table_that_is_cut_short_gives_its_whole_rows_and_one_without_a_column_is_refused()
    {
        TruthTable truth = TruthTable.Read(new StringReader(Head + "0.01,5,1,1,1,2,3,1,4,5,6,0\n0.02,5,1,1,1,2"), 2);
        Assert.Equal(1, truth.Count);
        Assert.Equal(new TruthHoist(4, 5, 6, false), truth.Hoist(0, 1));
        Assert.Throws<InvalidDataException>(() => TruthTable.Read(new StringReader(Head), 3));
        Assert.Equal((-1, 0), (truth.RowAt(0), truth.RowAt(99)));
    }

    private static TruthTable Table(Func<double, (double DepthM, double SpeedMps, int Set)> at, double relayHoldsS = 9) => TruthTable.Read(new StringReader(Head + string.Concat(Enumerable.Range(1, 200).Select(i =>
    {
        (double depthM, double speedMps, int set) = at(0.01 * i);
        return FormattableString.Invariant($"{0.01 * i:F2},0,1,{(0.01 * i < relayHoldsS ? 1 : 0)},{depthM:F4},{speedMps},1,{set},{depthM:F4},{speedMps},1,{set}\n");
    }))), 2);

    private static PlantParameters Load()
    {
        Findings findings = [];
        return DryRunSetup.Load(new DryRunOptions { Root = ConsoleRig.Root, Scenario = "leith-full-power" }, findings).Plant;
    }
}
