using Gravistore.Core.Images;
using Gravistore.Core.Modes;

namespace Gravistore.Wire.Tests;

/// <summary>What a plant must do, whatever its devices are reached by.</summary>
internal static class PowerCheck
{
    /// <summary>Starts the plant, asks for power and holds the mean of a second at the grid within 10 % of it.</summary>
    public static void GivesPower(FieldRig rig, double powerW)
    {
        rig.StartUp();
        rig.Events.Clear();
        rig.Arm();
        rig.Command(CommandKind.SetPower, powerW);
        rig.Run(4);
        Assert.True(rig.Result.Plant.Mode == PlantMode.Running, $"{rig.Result.Plant.Mode}: {rig.Story}");
        double meanW = 0;
        for (int i = 0; i < 100; i++)
        {
            rig.Run(0.01);
            meanW += 0.01 * rig.Simulation.Look(p => p.GridPowerW);
        }
        Assert.True(Math.Abs(meanW - powerW) <= 0.1 * Math.Abs(powerW), $"{meanW} W instead of {powerW} W: {rig.Story}");
    }

    /// <summary>Parks, and nothing tripped since the start.</summary>
    public static void Parks(FieldRig rig)
    {
        rig.Command(CommandKind.Park);
        Assert.True(rig.RunUntil(() => rig.Result.Plant.Mode == PlantMode.Parked, 20), $"{rig.Result.Plant.Mode}: {rig.Story}");
        Assert.Equal(0, rig.Result.Plant.FirstOut);
    }
}
