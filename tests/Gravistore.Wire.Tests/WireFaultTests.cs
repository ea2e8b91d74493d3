using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Drivers;

namespace Gravistore.Wire.Tests;

/// <summary>
/// Every fault on the wire to one drive, while the plant holds its weights on the motors: nothing reaches the drive but what was sent, in the order
/// sent; the controller reacts when the image is as old as the plant file allows; and the plant runs again once the wire is mended.
/// </summary>
public sealed class WireFaultTests
{
    /// <summary>A loop that looks every 10 ms sees an age up to so much beyond its limit [s].</summary>
    private const double LookS = 0.035;

    [Theory]
    [InlineData("silence", "exception-04", "late 80")]
    [InlineData("cut", "exception-05", "wrong-unit", "garbage")]
    [InlineData("reset", "exception-06", "wrong-transaction")]
    public void A_link_that_fails_stops_the_hoist_in_its_time_and_comes_back(params string[] faults) => Calm.Run(() => new FieldRig("leith"), rig =>
    {
        rig.StartUp();
        foreach (string fault in faults)
        {
            rig.Arm();
            LinkFaultCheck.StopsAndComesBack(rig, "h1.drive", fault, LookS);
        }
    });

    [Fact]
    public void Frames_that_are_only_cut_otherwise_are_no_fault() => Calm.Run(() => new FieldRig("leith"), rig =>
    {
        rig.StartUp();
        rig.Arm();
        rig.Events.Clear();
        foreach (string fault in (string[])["split", "merge", "no-function-23", "late 5"])
        {
            int sent = rig.Sent.Count, received = rig.Received.Count;
            Assert.Equal("ok", rig.Simulation.Execute($"link h1.drive {fault}"));
            Assert.True(rig.RunUntil(() => rig.Received.Count - received > 50, 5), $"{fault}: {rig.Received.Count - received} telegrams");
            Assert.Equal("ok", rig.Simulation.Execute("link h1.drive heal"));
            Assert.InRange(rig.Input.Hoists[0].DriveAgeNs, 0, 100_000_000);
            Assert.Null(rig.Received.FirstAccident(received, rig.Sent, Math.Max(0, sent - 2)));
        }
        Assert.Equal(PlantMode.Armed, rig.Result.Plant.Mode);
        LinkStatistics link = rig.Link("h1.drive");
        Assert.Equal((0L, 0L, 1L), (link.TimeOuts, link.Reconnects, link.Refused));
    });

    [Fact]
    public void A_drive_that_restarts_while_it_lowers_is_stopped_and_comes_back() => Calm.Run(() => new FieldRig("leith"), rig =>
    {
        rig.StartUp();
        rig.Arm();
        rig.Command(CommandKind.SetPower, 100e3);
        rig.Run(2);
        double beforeM = rig.Simulation.Look(p => p.Truth(0).WeightDepthM);
        Assert.Equal("ok", rig.Simulation.Execute("drive 1 restart 300"));
        Assert.True(rig.RunUntil(() => rig.Result.Hoists[0].Mode == HoistMode.Tripped, 10), $"{rig.Result.Plant.Mode}: {rig.Story}");
        Assert.True(rig.RunUntil(() => rig.Simulation.Look(p => Math.Abs(p.Truth(0).SpeedMps) < 1e-3 && p.Truth(0).AppliedA > 0.99), 5));
        Assert.InRange(rig.Simulation.Look(p => p.Truth(0).WeightDepthM) - beforeM, -1, 3);
        Assert.True(rig.Reset(), rig.Story);
        rig.Arm();
    });
}
