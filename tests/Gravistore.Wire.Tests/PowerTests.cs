namespace Gravistore.Wire.Tests;

/// <summary>The controller runs the simulated field over sockets: start-up, arming, power, parking.</summary>
public sealed class PowerTests
{
    [Theory]
    [InlineData("leith", "", 200e3)]
    [InlineData("leith", "sunspec-203", 200e3)]
    [InlineData("leith", "em24", -200e3)]
    [InlineData("pyhasalmi", "", 1500e3)]
    public void A_plant_gives_the_power_asked_over_the_wire(string plant, string meter, double powerW) =>
        Calm.Run(() => new FieldRig(plant, meter), rig => GivesPower(rig, powerW));

    private static void GivesPower(FieldRig rig, double powerW)
    {
        PowerCheck.GivesPower(rig, powerW);
        Assert.InRange(rig.Input.Plant.GridPowerW, Math.Min(0.85 * powerW, 1.15 * powerW), Math.Max(0.85 * powerW, 1.15 * powerW));
        PowerCheck.Parks(rig);
        Assert.All(rig.Field.Statistics, s => Assert.True(s.IsConnected && s.RoundTripsPerSecond > 10, s.ToString()));
        Assert.All(rig.Field.Statistics, s => Assert.Equal((0L, 0L, 0L), (s.TimeOuts, s.Reconnects, s.Refused)));
    }
}
