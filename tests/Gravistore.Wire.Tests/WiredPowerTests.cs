namespace Gravistore.Wire.Tests;

/// <summary>Drives, brake units and meter over sockets, chain, switches, load cells, pressures and temperatures over lines and boards: the plant runs as with its modules.</summary>
public sealed class WiredPowerTests
{
    [Fact]
    public void A_plant_on_lines_and_boards_gives_the_power_asked() => Calm.Run(() => new FieldRig("leith", wiring: "leith-pi"), rig =>
    {
        PowerCheck.GivesPower(rig, 200e3);
        Assert.All(rig.Input.Hoists, h => Assert.InRange(h.PressureABar, 110, 130));
        Assert.All(rig.Input.Hoists, h => Assert.InRange(h.DiscTemperatureC, 5, 60));
        Assert.All(Enumerable.Range(0, 2), i => Assert.Equal(rig.Simulation.Look(p => p.Truth(i).DrumForceN), rig.Input.Hoists[i].RopeForceN, 40e3));
        PowerCheck.Parks(rig);
        Assert.All(rig.Field.Statistics, s => Assert.True(s.IsConnected, s.ToString()));
        Assert.DoesNotContain(rig.Field.Statistics, s => s.Name == "plant.io" || s.Name == "h1.io");
    });
}
