using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Tests.Protection;

/// <summary>Each protection alone: one input is bent while 1 MW is lowered, and the table says what must follow within how many cycles.</summary>
public sealed class ProtectionTests
{
    private static IdealPlant Lowering(double depthM = 265)
    {
        IdealPlant plant = new(TestPlants.Reference(), depthM);
        plant.StartUp();
        plant.Arm();
        plant.SetPower(2e6);
        plant.Run(10);
        Assert.Equal(PlantMode.Running, plant.Result.Plant.Mode);
        plant.Events.Clear();
        return plant;
    }

    public static TheoryData<string, int, Reaction, double> Table => new()
    {
        { "overspeed-trip", ProtectionNumber.OverspeedTrip, Reaction.GradedBrakeStop, 0.05 },
        { "overspeed-stop", ProtectionNumber.OverspeedStop, Reaction.ControlledStop, 0.05 },
        { "overspeed-warning", ProtectionNumber.OverspeedWarning, Reaction.Warn, 0.05 },
        { "slack-trip", ProtectionNumber.SlackTrip, Reaction.GradedBrakeStop, 0.15 },
        { "slack-warning", ProtectionNumber.SlackWarning, Reaction.Warn, 0.6 },
        { "slack-switch", ProtectionNumber.SlackTrip, Reaction.GradedBrakeStop, 0.05 },
        { "overload", ProtectionNumber.Overload, Reaction.GradedBrakeStop, 0.05 },
        { "brake-lost", ProtectionNumber.BrakeLost, Reaction.GradedBrakeStop, 0.05 },
        { "drive-fault", ProtectionNumber.DriveFault, Reaction.GradedBrakeStop, 0.05 },
        { "drive-local", ProtectionNumber.DriveLocal, Reaction.GradedBrakeStop, 0.05 },
        { "drive-not-enabled", ProtectionNumber.DriveNotReady, Reaction.GradedBrakeStop, 0.05 },
        { "drive-old", ProtectionNumber.DriveStale, Reaction.GradedBrakeStop, 0.05 },
        { "drive-older", ProtectionNumber.DriveLost, Reaction.GradedBrakeStop, 0.05 },
        { "drive-stuck", ProtectionNumber.DriveStale, Reaction.GradedBrakeStop, 0.5 },
        { "drive-nan", ProtectionNumber.DriveStale, Reaction.GradedBrakeStop, 0.05 },
        { "io-old", ProtectionNumber.IoStale, Reaction.ControlledStop, 0.05 },
        { "brake-unit-old", ProtectionNumber.BrakeUnitStale, Reaction.ControlledStop, 0.05 },
        { "speed-deviation", ProtectionNumber.SpeedDeviation, Reaction.GradedBrakeStop, 0.4 },
        { "encoder-difference", ProtectionNumber.EncoderDifference, Reaction.GradedBrakeStop, 1.0 },
        { "overwind-hard", ProtectionNumber.OverwindHard, Reaction.GradedBrakeStop, 0.05 },
        { "underwind-soft", ProtectionNumber.UnderwindSoft, Reaction.ControlledStop, 0.05 },
        { "underwind-hard", ProtectionNumber.UnderwindHard, Reaction.GradedBrakeStop, 0.05 },
        { "overtravel-switch", ProtectionNumber.OvertravelSwitch, Reaction.FullBrakeStop, 0.05 },
        { "rope-force-bad", ProtectionNumber.RopeForceLost, Reaction.ControlledStop, 0.05 },
        { "brake-unit-fault", ProtectionNumber.BrakeUnitFault, Reaction.ControlledStop, 0.05 },
        { "disc-hot", ProtectionNumber.DiscHot, Reaction.Warn, 0.05 },
        { "disc-too-hot", ProtectionNumber.DiscHot, Reaction.ControlledStop, 0.05 },
        { "position-lost", ProtectionNumber.PositionLost, Reaction.GradedBrakeStop, 0.05 },
        { "magnet-far", ProtectionNumber.MagnetWarning, Reaction.LimitSpeed, 0.5 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Hoist_protection_reacts_in_time_and_only_where_it_belongs(string name, int cause, Reaction reaction, double withinS)
    {
        IdealPlant plant = Lowering();
        plant.Bend = input => Bend(name, ref input.Hoists[3], plant);
        Reaction seen = Reaction.None;
        for (int i = 0; i < (int)(withinS * 100) && !(seen == reaction && plant.Events.Any(e => e.Number == cause)); i++)
        {
            plant.Step();
            seen = plant.Result.Hoists[3].Verdict;
        }
        Assert.True(plant.Events.Any(e => e.Number == cause), $"not told; hoist 3 has {seen}, events {string.Join(", ", plant.Events.Select(e => $"{e.Number}@{e.Hoist} {e.Value} > {e.Limit}"))}");
        Event told = Assert.Single(plant.Events, e => e.Number == cause);
        Assert.Equal(3, told.Hoist);
        Assert.Equal(reaction, seen);
        Assert.Equal(cause, plant.Result.Hoists[3].VerdictCause);
        for (int i = 0; i < 8; i++)
            if (i != 3) Assert.True(plant.Result.Hoists[i].Verdict < Reaction.ControlledStop, $"hoist {i} reacted to a fault of hoist 3");
        if (reaction < Reaction.GradedBrakeStop) return;
        Assert.NotEqual(BrakeCommand.Release, plant.Result.Hoists[3].BrakeCommand);
        Assert.Equal(0, plant.Result.Hoists[3].SpeedReferenceMps);
    }



    private static void Bend(string name, ref HoistInput h, IdealPlant plant)
    {

        switch (name)
        {
            case "overspeed-trip": h.SpeedMps = 0.55 * 1.16; break;
            case "overspeed-stop": h.SpeedMps = 0.55 * 1.11; break;
            case "overspeed-warning": h.SpeedMps = 0.55 * 1.06; break;
            case "slack-trip": h.RopeForceN *= 0.55; break;
            case "slack-warning": h.RopeForceN *= 0.75; break;
            case "slack-switch": h.Signals |= HoistSignals.SlackRope; break;
            case "overload": h.RopeForceN = 1.2e6; break;
            case "brake-lost": h.Signals &= ~HoistSignals.BrakeBLifted; break;
            case "drive-fault": h.Drive |= DriveFlags.Faulted; h.FaultCode = 0x7121; break;
            case "drive-local": h.Drive &= ~DriveFlags.Remote; break;
            case "drive-not-enabled": h.Drive &= ~DriveFlags.OperationEnabled; break;
            case "drive-old": h.DriveAgeNs = 60_000_000; break;
            case "drive-older": h.DriveAgeNs = 400_000_000; break;
            case "drive-stuck": h.DriveLifeCounter = 77; break;
            case "drive-nan": h.SpeedMps = double.NaN; break;
            case "io-old": h.IoAgeNs = 300_000_000; break;
            case "brake-unit-old": h.BrakeAgeNs = 700_000_000; break;
            case "speed-deviation": h.SpeedMps = plant.Controller.State.Hoists[3].SpeedRefMps + 0.06; h.RopeLengthM = plant.Controller.State.Hoists[3].RopeLengthM + h.SpeedMps * 0.01; break;
            case "encoder-difference": h.RopeLengthM = plant.Controller.State.Hoists[3].RopeLengthM; break;
            case "overwind-hard": h.RopeLengthM = plant.Controller.State.Hoists[3].RopeLengthM = 14.3; break; // both: a jump alone is an encoder difference
            case "underwind-soft": h.RopeLengthM = plant.Controller.State.Hoists[3].RopeLengthM = 514.3; break; // both: a jump alone is an encoder difference
            case "underwind-hard": h.RopeLengthM = plant.Controller.State.Hoists[3].RopeLengthM = 514.6; break; // both: a jump alone is an encoder difference
            case "overtravel-switch": h.Signals |= HoistSignals.LowerOvertravel; break;
            case "rope-force-bad": h.RopeForceQuality = Quality.Bad; break;
            case "brake-unit-fault": h.BrakeState = BrakeUnitState.Fault; h.BrakeFaultBits = 4; break;
            case "disc-hot": h.DiscTemperatureC = 160; break;
            case "disc-too-hot": h.DiscTemperatureC = 260; break;
            case "position-lost": h.RopeLengthM = plant.Controller.State.Hoists[3].RopeLengthM = 700; break; // both: a jump alone is an encoder difference
            case "magnet-far": plant.Controller.State.Hoists[3].MagnetErrorM = 0.3; break;
            default: throw new ArgumentOutOfRangeException(nameof(name), name, "not in the table");
        }
    }

    [Fact]
    public void Creeping_against_the_planned_direction_trips_after_the_allowed_distance()
    {
        IdealPlant plant = new(TestPlants.Reference(1), 265);
        plant.StartUp();
        plant.Arm();
        plant.SetPower(-1e3); // slow lowering that just covers the losses: too slow for the speed deviation to tell
        plant.Run(10);
        Assert.InRange(plant.Result.Hoists[0].SpeedReferenceMps, 0.02, 0.045);
        plant.Bend = input =>
        {
            input.Plant.MeterQuality = Quality.Bad; // the meter would see the true motion, and the plan would end
            input.Hoists[0].SpeedMps = -0.008;
            input.Hoists[0].RopeLengthM = plant.Controller.State.Hoists[0].RopeLengthM - 0.008 * 0.01;
        };
        plant.Run(36);
        Assert.Empty(plant.Trips);
        plant.Run(4);
        Assert.Contains(plant.Events, e => e.Number == ProtectionNumber.WrongDirection);
        Assert.Equal(HoistMode.Tripped, plant.Result.Hoists[0].Mode);
    }

    [Fact]
    public void A_latched_trip_stays_until_the_reset_edge_finds_its_cause_gone()
    {
        IdealPlant plant = Lowering();
        plant.Bend = input => { input.Hoists[3].Drive |= DriveFlags.Faulted; };
        plant.Run(3);
        Assert.Equal(HoistMode.Tripped, plant.Result.Hoists[3].Mode);
        plant.ResetKey = true;
        plant.Run(2);
        plant.ResetKey = false;
        plant.Run(1);
        Assert.Equal(HoistMode.Tripped, plant.Result.Hoists[3].Mode); // the cause is still there
        plant.Bend = null;
        plant.Run(3);
        Assert.Equal(HoistMode.Tripped, plant.Result.Hoists[3].Mode); // the cause is gone, but no edge came
        plant.ResetKey = true;
        plant.Run(0.2);
        Assert.NotEqual(HoistMode.Tripped, plant.Result.Hoists[3].Mode);
        Assert.Equal(Reaction.None, plant.Result.Hoists[3].Verdict);
    }

    [Fact]
    public void A_trip_after_the_reset_edge_is_not_cleared_by_it()
    {
        IdealPlant plant = Lowering();
        plant.ResetKey = true;
        plant.Run(0.1);
        plant.Bend = input => { input.Hoists[3].Drive |= DriveFlags.Faulted; };
        plant.Run(0.1);
        plant.Bend = null;
        plant.Run(3);
        Assert.Equal(HoistMode.Tripped, plant.Result.Hoists[3].Mode);
        Assert.Equal(Reaction.GradedBrakeStop, plant.Result.Hoists[3].Verdict);
    }

    [Fact]
    public void The_other_hoists_take_over_the_power_of_a_tripped_one()
    {
        IdealPlant plant = new(TestPlants.Reference(), 265);
        plant.StartUp();
        plant.Arm();
        plant.SetPower(1e6);
        plant.Run(20);
        int running = Array.FindIndex(plant.Result.Hoists, h => h.Mode == HoistMode.Lowering);
        plant.Bend = input => { input.Hoists[running].Drive |= DriveFlags.Faulted; };
        plant.Run(15);
        Assert.Equal(PlantMode.Running, plant.Result.Plant.Mode);
        Assert.InRange(plant.GridPowerW, 0.985e6, 1.015e6);
    }

    [Fact]
    public void An_open_chain_trips_the_whole_plant_in_one_cycle()
    {
        IdealPlant plant = Lowering();
        plant.Input.Plant.Signals &= ~PlantSignals.ChainClosed;
        plant.Step();
        Assert.Equal(PlantMode.Tripped, plant.Result.Plant.Mode);
        Assert.All(plant.Result.Hoists, h => Assert.Equal(BrakeCommand.Apply, h.BrakeCommand));
        Assert.All(plant.Result.Hoists, h => Assert.Equal(DriveCommand.EmergencyRamp, h.DriveCommand));
        Assert.Equal(ProtectionNumber.ChainOpen, plant.Result.Plant.FirstOut);
    }

    [Theory]
    [InlineData("old")]
    [InlineData("stuck")]
    public void A_silent_plant_module_trips_the_whole_plant(string how)
    {
        IdealPlant plant = Lowering();
        plant.Bend = input =>
        {
            if (how == "old") input.Plant.IoAgeNs = 300_000_000;
            else input.Plant.IoLifeCounter = 5;
        };
        plant.Run(0.5);
        Assert.Equal(PlantMode.Tripped, plant.Result.Plant.Mode);
        Assert.Equal(ProtectionNumber.PlantIoStale, plant.Result.Plant.FirstOut);
    }

    [Fact]
    public void The_torque_stays_until_the_brakes_are_set()
    {
        IdealPlant plant = Lowering();
        plant.Input.Plant.Signals &= ~PlantSignals.ChainClosed;
        for (int i = 0; i < 200; i++)
        {
            plant.Step();
            foreach (var (o, h) in plant.Result.Hoists.Zip(plant.Input.Hoists))
            {
                bool set = (h.Signals & HoistSignals.BrakeASet) != 0;
                if (!set) Assert.Equal(DriveCommand.EmergencyRamp, o.DriveCommand);
                Assert.NotEqual(DriveCommand.Coast, o.DriveCommand);
            }
        }
        Assert.All(plant.Result.Hoists, h => Assert.Equal(DriveCommand.Off, h.DriveCommand));
    }

    [Fact]
    public void A_brake_that_does_not_set_asks_the_chain_to_open()
    {
        IdealPlant plant = Lowering();
        plant.Bend = input => input.Hoists[2].Signals &= ~HoistSignals.BrakeASet;
        plant.Step(new Command { Kind = CommandKind.Park });
        plant.Run(10);
        Assert.Contains(plant.Events, e => e.Number == ProtectionNumber.BrakeNotSet && e.Hoist == 2);
        Assert.Equal(1, plant.Result.Plant.TripRequest);
        Assert.Equal(BrakeCommand.ApplyFull, plant.Result.Hoists[2].BrakeCommand);
    }

    [Fact]
    public void Every_cause_and_event_is_declared_once_with_a_next_action_where_one_is_due()
    {
        foreach (System.Reflection.FieldInfo field in typeof(ProtectionNumber).GetFields().Concat(typeof(EventNumber).GetFields()))
        {
            int number = (int)field.GetRawConstantValue()!;
            EventInfo info = Assert.Single(EventDictionary.All, e => e.Number == number);
            Assert.True(info.Severity == Severity.Info || info.NextAction.Length > 0, $"{info.Name} names no next action");
        }
        Assert.Equal(EventDictionary.All.Select(e => e.Name).Distinct().Count(), EventDictionary.All.Count);
    }
}
