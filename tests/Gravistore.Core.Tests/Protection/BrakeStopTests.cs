using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Tests.Protection;

/// <summary>A brake stop that is asked for, by an operator or by the loop: brakes at once, latched, cleared by the reset edge alone.</summary>
public sealed class BrakeStopTests
{
    [Theory]
    [InlineData(CommandKind.BrakeStop, ProtectionNumber.BrakeStopAsked)]
    [InlineData(CommandKind.TripOnSlips, ProtectionNumber.CycleSlips)]
    public void It_brakes_in_its_own_cycle_latches_and_is_reset(CommandKind kind, int cause)
    {
        IdealPlant plant = Running();
        plant.Step(new Command { Kind = kind });
        Assert.Equal(PlantMode.Tripped, plant.Result.Plant.Mode);
        Assert.All(plant.Result.Hoists, h => Assert.Equal(BrakeCommand.Apply, h.BrakeCommand));
        plant.Run(3);
        Assert.Equal(cause, plant.Result.Plant.FirstOut);
        Assert.Equal(PlantMode.Tripped, plant.Result.Plant.Mode);
        plant.ResetKey = true;
        plant.RunUntil(PlantMode.Parked, 2);
        Assert.Equal(0, plant.Result.Plant.FirstOut);
    }

    [Fact]
    public void Asked_twice_it_is_told_once()
    {
        IdealPlant plant = Running();
        plant.Step(new Command { Kind = CommandKind.BrakeStop }, new Command { Kind = CommandKind.BrakeStop });
        Assert.Single(plant.Events, e => e.Number == ProtectionNumber.BrakeStopAsked);
        Assert.DoesNotContain(plant.Events, e => e.Number == Dictionary.EventNumber.CommandRefused);
    }

    [Fact]
    public void A_depth_offset_given_before_the_start_is_kept()
    {
        IdealPlant plain = new(TestPlants.Reference(1), 200), given = new(TestPlants.Reference(1), 200);
        given.Controller.State.Hoists[0].DepthOffsetM = 0.05;
        plain.StartUp();
        given.StartUp();
        Assert.Equal(plain.Result.Hoists[0].WeightDepthM + 0.05, given.Result.Hoists[0].WeightDepthM, 9);
    }

    private static IdealPlant Running()
    {
        IdealPlant plant = new(TestPlants.Reference(2), 200);
        plant.StartUp();
        plant.Arm();
        plant.SetPower(400e3);
        plant.Run(3);
        Assert.Equal(PlantMode.Running, plant.Result.Plant.Mode);
        return plant;
    }
}
