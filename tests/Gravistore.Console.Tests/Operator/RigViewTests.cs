using Gravistore.Console.Rig;
using Gravistore.Console.Tests.Live;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Scenarios;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Tests.Operator;

/// <summary>A rig arms by what the controller says of itself: not while a protection holds the plant or one of its hoists.</summary>
public sealed class RigViewTests
{
    private static readonly PlantParameters Plant = LiveSamples.Plant(2);
    private static readonly double UpperM = Plant.Shaft.UpperLandingDepthM, LowerM = Plant.Shaft.LowerLandingDepthM;

    [Theory]
    [InlineData("none", "parked", false)]
    [InlineData("warn", "parked", false)]
    [InlineData("limitPower", "holding", false)]
    [InlineData("controlledStop", "parked", true)]
    [InlineData("fullBrakeStop", "parked", true)]
    [InlineData("none", "tripped", true)]
    public void It_waits_while_a_protection_holds_the_plant_or_a_hoist(string verdict, string mode, bool waits) =>
        Assert.Equal(waits, View(verdict, mode, UpperM).Waits);

    [Fact]
    public void Values_come_over_in_the_scenarios_units()
    {
        PlantView view = View("none", "parked", UpperM);
        Assert.Equal(PlantMode.Parked, view.Mode);
        Assert.Equal((25, -1.5), (view.StateOfChargePercent, view.PowerKW));
        Assert.True(view.AllAtUpper);
        Assert.False(view.AllAtLower);
        Assert.True(View("none", "parked", LowerM).AllAtLower);
        Assert.False(View("none", "parked", 0.5 * (UpperM + LowerM)).AllAtUpper);
    }

    private static PlantView View(string verdict, string mode, double depthM)
    {
        HoistPart sound = new("parked", depthM, 0, 0, true, 0, "none", "");
        return RigView.Of(Samples.Snapshot(0) with { Mode = "parked", Verdict = verdict, GridPowerW = -1500, StateOfCharge = 0.25, Hoists = [sound, sound with { Mode = mode }] }, Plant);
    }
}
