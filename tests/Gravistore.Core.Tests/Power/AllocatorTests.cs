using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Power;

namespace Gravistore.Core.Tests.Power;

/// <summary>Who starts, who stops, and how one takes over from another; docs/power.md 9.</summary>
public sealed class AllocatorTests
{
    private static IdealPlant Running(int hoists, double depthM, double powerW)
    {
        PlantParameters reference = TestPlants.Reference(hoists);
        // Without a spread of depths to keep, hoists run to their landings.
        IdealPlant plant = new(reference with { Dispatch = reference.Dispatch with { SpreadMiddleM = 0, SpreadEndsM = 0 } }, depthM);
        plant.StartUp();
        plant.Arm();
        plant.SetPower(powerW);
        plant.Run(12);
        return plant;
    }

    /// <summary>Two hoists reach the end of their travel together: their successors start a second apart and gently, and power hardly moves.</summary>
    [Theory]
    [InlineData(500, 400e3)]
    [InlineData(30, -400e3)]
    public void Two_that_end_together_are_replaced_one_after_the_other(double depthM, double powerW)
    {
        IdealPlant plant = Running(4, depthM, powerW);
        Assert.Equal(2, plant.Events.Count(e => e.Number == EventNumber.HoistEngaged));
        double least = double.MaxValue, most = 0, hardest = 0;
        for (int i = 0; i < 4000; i++)
        {
            plant.Step();
            double givenW = plant.GridPowerW * Math.Sign(powerW);
            (least, most) = (Math.Min(least, givenW), Math.Max(most, givenW));
            foreach (HoistState h in plant.Controller.State.Hoists)
                if (h.Joining == 1 && h.Duty == HoistDuty.Active && HoistModes.IsOpen(h.Mode)) hardest = Math.Max(hardest, Math.Abs(h.AccelerationRefMps2));
        }
        long[] engagedNs = [.. plant.Events.Where(e => e.Number == EventNumber.HoistEngaged).Skip(2).Select(e => e.TimeNs)];
        Assert.Equal(2, engagedNs.Length);
        Assert.True(engagedNs[1] - engagedNs[0] >= 1_000_000_000);
        Assert.InRange(hardest, 0.02, 0.13);
        // The loss of holding one, 11 to 15 kW, and the inertia of those that answer it.
        Assert.InRange(least, 370e3, 400e3);
        Assert.InRange(most, 400e3, 430e3);
        Assert.Empty(plant.Trips);
    }

    /// <summary>More power than those that run can carry: who joins does so with the full acceleration of the plan.</summary>
    [Fact]
    public void A_hoist_joins_fast_when_the_others_cannot_carry_its_share()
    {
        IdealPlant plant = Running(2, 265, 240e3);
        plant.Run(20);
        plant.SetPower(480e3, rateWPerS: 400e3);
        plant.Run(4);
        Assert.InRange(plant.GridPowerW, 470e3, 490e3);
    }

    /// <summary>A hoist whose successor was late has less way left than a gentle retardation takes: it begins from the speed it has.</summary>
    [Theory]
    [InlineData(20, 0.5)]
    [InlineData(6, 0.5)]
    [InlineData(3, 0.5)]
    [InlineData(1.5, 0.3)]
    public void A_late_hand_over_is_quicker_but_no_jump(double leftM, double speedMps)
    {
        PlantParameters plant = TestPlants.Reference();
        SpeedPlan plan = new(plant);
        HoistState hoist = new() { WeightDepthM = plant.Shaft.LowerLandingDepthM - leftM, SpeedRefMps = speedMps };
        plan.SetLimits(ref hoist, plant.Motion.MaxSpeedMps);
        double before = Math.Min(hoist.LimitDownMps, speedMps);
        hoist.HandOver = 1;
        plan.SetLimits(ref hoist, plant.Motion.MaxSpeedMps);
        Assert.True(hoist.LimitDownMps > before - 1e-9, $"{hoist.LimitDownMps} after {before}");
        Assert.InRange(hoist.HandOverShare, SpeedPlan.HandOverShare, 0.8);
    }

    [Theory]
    [InlineData(5, 2, 1)]
    [InlineData(2, 5, 0)]
    public void Of_two_at_one_depth_the_one_with_fewer_starts_stops(int firstStarts, int secondStarts, int released)
    {
        PlantParameters plant = TestPlants.Reference(2);
        ControllerState state = new(2);
        EventRecorder events = new();
        CycleResult result = new(2);
        Allocator allocator = new(plant, new SpeedPlan(plant), events);
        for (int i = 0; i < 2; i++)
        {
            state.Hoists[i].Mode = HoistMode.Lowering;
            state.Hoists[i].Duty = HoistDuty.Active;
            state.Hoists[i].WeightDepthM = 265;
            state.Hoists[i].Starts = i == 0 ? firstStarts : secondStarts;
        }
        state.Plant.PowerSetPointW = 100e3;
        state.Plant.Direction = 1;
        for (int i = 0; i < 60; i++)
        {
            events.Begin(result, i * 100_000_000L);
            allocator.Decide(state);
            for (int k = 0; k < result.EventCount; k++)
                if (result.Events[k].Number == EventNumber.HoistReleased) Assert.Equal(released, result.Events[k].Hoist);
        }
        Assert.Equal(HoistDuty.Idle, state.Hoists[released].Duty);
        Assert.Equal(HoistDuty.Active, state.Hoists[1 - released].Duty);
    }

    /// <summary>At full power nothing can be chosen: that is told once, not silently accepted.</summary>
    [Fact]
    public void Power_that_leaves_no_travel_for_the_spread_is_told()
    {
        IdealPlant plant = new(TestPlants.Reference(), 265);
        plant.StartUp();
        plant.Arm();
        plant.SetPower(2e6);
        plant.Run(20);
        Event told = Assert.Single(plant.Events, e => e.Number == EventNumber.SpreadShort);
        Assert.True(told.Value < told.Limit, $"{told.Value} m of {told.Limit} m");
        Assert.Equal(2e6, plant.Result.Plant.PowerSetPointW);
    }
}
