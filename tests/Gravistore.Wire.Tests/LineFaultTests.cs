using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Protection;
using Gravistore.Drivers;

namespace Gravistore.Wire.Tests;

/// <summary>
/// Every fault of an RS-485 line, one by one, while the weights are lowered: what spoils answers stops the hoists it concerns in their time, what only adds
/// to them does not; a drive gets nothing but what was sent, in the order sent; and the plant runs again once the line is mended.
/// </summary>
[Collection("lines")]
public sealed class LineFaultTests : IDisposable
{
    private const double LookS = 0.06, PowerW = 200e3;

    private readonly string _folder = Directory.CreateTempSubdirectory("gs485-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("h1.drive bit-flip")]
    [InlineData("h1.drive late 120")]
    [InlineData("bus-1 vanish")]
    public void What_spoils_answers_stops_the_hoist_and_it_comes_back(string fault) => Spoil(fault);

    [EveryFaultTheory]
    [InlineData("h1.drive silence")]
    [InlineData("h1.drive cut")]
    [InlineData("h1.drive garbage")]
    [InlineData("h1.drive wrong-unit")]
    [InlineData("h1.drive exception-04")]
    public void What_spoils_answers_on_every_link_does_so_on_a_line(string fault) => Spoil(fault);

    private void Spoil(string fault) => Calm.Run(() => LineRig.Make(_folder), rig =>
    {
        rig.StartUp();
        Lower(rig);
        int sent = rig.Sent.Count, received = rig.Received.Count;
        double beforeM = rig.Simulation.Look(p => p.Truth(0).WeightDepthM);
        Assert.Equal("ok", rig.Simulation.Execute("link " + fault));
        Assert.True(rig.RunUntil(() => rig.Result.Hoists[0].Mode == HoistMode.Tripped, 8), $"{fault}: {rig.Result.Hoists[0].Mode}: {rig.Story}");
        ReactedInTime(rig, fault);
        Assert.True(rig.RunUntil(() => rig.Simulation.Look(p => p.Truth(0).AppliedA > 0.99 && p.Truth(0).AppliedB > 0.99 && Math.Abs(p.Truth(0).SpeedMps) < 1e-3), 5), $"{fault}: the weight does not rest on its brakes");
        Assert.InRange(rig.Simulation.Look(p => p.Truth(0).WeightDepthM) - beforeM, -0.05, 1.2);
        Assert.Null(rig.Received.FirstAccident(received, rig.Sent, Math.Max(0, sent - 2)));
        ComesBack(rig, fault);
    });

    [Fact]
    public void What_only_adds_to_answers_is_no_fault() => Calm.Run(() => LineRig.Make(_folder), rig =>
    {
        rig.StartUp();
        rig.Arm();
        rig.Events.Clear();
        foreach (string fault in (string[])["noise", "echo", "split", "no-function-23"])
        {
            int sent = rig.Sent.Count, received = rig.Received.Count;
            Assert.Equal("ok", rig.Simulation.Execute($"link h1.drive {fault}"));
            Assert.True(rig.RunUntil(() => rig.Received.Count - received > 40, 5), $"{fault}: {rig.Received.Count - received} telegrams");
            Assert.Equal("ok", rig.Simulation.Execute("link h1.drive heal"));
            Assert.InRange(rig.Input.Hoists[0].DriveAgeNs, 0, 100_000_000);
            Assert.Null(rig.Received.FirstAccident(received, rig.Sent, Math.Max(0, sent - 2)));
        }
        Assert.True(rig.Result.Plant.Mode == PlantMode.Armed, rig.Story);
    });

    [Fact]
    public void A_device_that_is_silent_costs_its_neighbour_on_the_line_nothing() => Calm.Run(() => LineRig.Make(_folder), rig =>
    {
        rig.StartUp();
        rig.Arm();
        rig.Events.Clear();
        Assert.Equal("ok", rig.Simulation.Execute("link h1.drive silence"));
        rig.RunUntil(() => rig.Input.Hoists[1].DriveAgeNs > 100_000_000, 4);
        Assert.DoesNotContain(rig.Events, e => e.Hoist == 1 && e.Number is ProtectionNumber.DriveStale or ProtectionNumber.DriveLost);
        Assert.InRange(rig.Input.Hoists[1].DriveAgeNs, 0, 100_000_000);
        Assert.True(rig.Link("h1.drive").IsConnected);
    });

    private static void Lower(FieldRig rig)
    {
        rig.Arm();
        rig.Events.Clear();
        rig.Command(CommandKind.SetPower, PowerW);
        rig.Run(1.5);
        Assert.True(rig.Simulation.Look(p => p.Truth(0).SpeedMps) > 0.1, rig.Story);
    }

    private static void ReactedInTime(FieldRig rig, string fault)
    {
        double staleS = rig.Plant.Protection.StaleStopS;
        Event first = rig.Events.First(e => e.Hoist == 0 && e.Number is ProtectionNumber.DriveStale or ProtectionNumber.DriveLost);
        Assert.Equal(ProtectionNumber.DriveStale, first.Number);
        Assert.True(first.Value > staleS && first.Value < staleS + LookS, $"{fault}: reacted at an age of {first.Value} s");
    }

    private static void ComesBack(FieldRig rig, string fault)
    {
        rig.Run(0.1);
        int sent = rig.Sent.Count, received = rig.Received.Count;
        Assert.Equal("ok", rig.Simulation.Execute($"link {fault.Split(' ')[0]} heal"));
        Assert.True(rig.RunUntil(() => rig.Input.Hoists[0].DriveAgeNs < 50_000_000 && rig.Link("h1.drive").IsConnected, 5), $"{fault}: the line does not come back");
        rig.Run(0.1);
        Assert.Null(rig.Received.FirstAccident(received, rig.Sent, Math.Max(0, sent - 8)));
        Assert.True(rig.Reset(), $"{fault}: {rig.Result.Plant.Mode}: {rig.Story}");
    }
}
