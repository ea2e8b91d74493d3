using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Protection;

namespace Gravistore.Wire.Tests;

/// <summary>What must become of a fault on the link of the first drive, whatever the link is.</summary>
internal static class LinkFaultCheck
{
    /// <summary>
    /// The hoist stops in its time, its weight rests on both brakes and has not gone astray, the drive gets nothing but what was sent, in order; mended and reset,
    /// the plant is ready again.
    /// </summary>
    /// <param name="rig">Open, on its motors or moving.</param>
    /// <param name="link">What is spoilt: the drive, or the line it is on.</param>
    /// <param name="fault">How.</param>
    /// <param name="lookS">An age may be so much beyond its limit when the loop sees it [s].</param>
    public static void StopsAndComesBack(FieldRig rig, string link, string fault, double lookS)
    {
        rig.Events.Clear();
        int sent = rig.Sent.Count, received = rig.Received.Count;
        double beforeM = rig.Simulation.Look(p => p.Truth(0).WeightDepthM);
        Assert.Equal("ok", rig.Simulation.Execute($"link {link} {fault}"));
        Assert.True(rig.RunUntil(() => rig.Result.Hoists[0].Mode == HoistMode.Tripped, 8), $"{fault}: {rig.Result.Hoists[0].Mode}: {rig.Story}");
        ReactedInTime(rig, fault, lookS);
        Assert.True(rig.RunUntil(() => rig.Simulation.Look(p => p.Truth(0).AppliedA > 0.99 && p.Truth(0).AppliedB > 0.99 && Math.Abs(p.Truth(0).SpeedMps) < 1e-3), 5), $"{fault}: the weight does not rest on its brakes");
        Assert.InRange(rig.Simulation.Look(p => p.Truth(0).WeightDepthM) - beforeM, -0.05, 1.2);
        Assert.Null(rig.Received.FirstAccident(received, rig.Sent, Math.Max(0, sent - 2)));
        ComesBack(rig, link, fault);
    }

    private static void ReactedInTime(FieldRig rig, string fault, double lookS)
    {
        double staleS = rig.Plant.Protection.StaleStopS;
        Event first = rig.Events.First(e => e.Hoist == 0 && e.Number is ProtectionNumber.DriveStale or ProtectionNumber.DriveLost);
        Assert.Equal(ProtectionNumber.DriveStale, first.Number);
        Assert.True(first.Value > staleS && first.Value < staleS + lookS, $"{fault}: reacted at an age of {first.Value} s");
    }

    // What waited in the network while the link was broken must not arrive: the drive hears only what is sent after the mending.
    private static void ComesBack(FieldRig rig, string link, string fault)
    {
        rig.Run(0.1);
        int sent = rig.Sent.Count, received = rig.Received.Count;
        Assert.Equal("ok", rig.Simulation.Execute($"link {link} heal"));
        Assert.True(rig.RunUntil(() => rig.Input.Hoists[0].DriveAgeNs < 50_000_000 && rig.Link("h1.drive").IsConnected, 5), $"{fault}: the link does not come back");
        rig.Run(0.1);
        Assert.Null(rig.Received.FirstAccident(received, rig.Sent, Math.Max(0, sent - 8)));
        Assert.True(rig.Reset(), $"{fault}: {rig.Result.Plant.Mode}: {rig.Story}");
    }
}
