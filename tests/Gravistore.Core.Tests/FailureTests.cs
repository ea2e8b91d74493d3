using System.Runtime.InteropServices;
using Gravistore.Core.Images;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Tests;

/// <summary>A failure inside a cycle, provoked by an input that lacks a hoist: nothing of an earlier cycle may stand in the result.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_failed_cycle_does_not_depend_on_what_the_result_held_before()
    {
        IdealPlant plant = Running();
        ControllerState before = new(2);
        plant.Controller.State.CopyTo(before);
        CycleResult used = plant.Result, fresh = new(2);
        plant.Controller.Step(Short(plant), used);
        Controller again = new(plant.Plant);
        before.CopyTo(again.State);
        again.Step(Short(plant), fresh);
        Assert.Equal(Bytes(ref used.Plant), Bytes(ref fresh.Plant));
        for (int i = 0; i < 2; i++) Assert.Equal(Bytes(ref used.Hoists[i]), Bytes(ref fresh.Hoists[i]));
        Assert.Equal(used.StateHash, fresh.StateHash);
    }

    [Fact]
    public void A_failed_cycle_tells_of_itself_and_stops_every_hoist()
    {
        IdealPlant plant = Running();
        int counter = plant.Result.Plant.Counter;
        plant.Controller.Step(Short(plant), plant.Result);
        PlantOutput output = plant.Result.Plant;
        Assert.Equal((Reaction.FullBrakeStop, ProtectionNumber.InternalFault, ProtectionNumber.InternalFault), (output.Verdict, output.VerdictCause, output.FirstOut));
        Assert.Equal((counter + 1, 1), (output.Counter, output.TripRequest));
        Assert.Equal(ProtectionNumber.InternalFault, plant.Result.Events[plant.Result.EventCount - 1].Number);
        Assert.All(plant.Result.Hoists, h => Assert.Equal((0, 0, 0, DriveCommand.EmergencyRamp, BrakeCommand.ApplyFull, Reaction.FullBrakeStop, ProtectionNumber.InternalFault, counter + 1),
            (h.SpeedReferenceMps, h.ForceFeedForwardN, h.ExpectedPowerW, h.DriveCommand, h.BrakeCommand, h.Verdict, h.VerdictCause, h.Heartbeat)));
    }

    private static IdealPlant Running()
    {
        IdealPlant plant = new(TestPlants.Reference(2), 265);
        plant.StartUp();
        plant.Arm();
        plant.SetPower(2e5);
        plant.Run(5);
        return plant;
    }

    private static CycleInput Short(IdealPlant plant)
    {
        CycleInput input = new(1) { NowNs = plant.Input.NowNs + Controller.CycleNs, Plant = plant.Input.Plant };
        input.Hoists[0] = plant.Input.Hoists[0];
        return input;
    }

    private static byte[] Bytes<T>(ref T value) where T : unmanaged => MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref value, 1)).ToArray();
}
