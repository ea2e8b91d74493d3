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
    [InlineData("h1.drive", "bit-flip")]
    [InlineData("h1.drive", "late 120")]
    [InlineData("bus-1", "vanish")]
    public void What_spoils_answers_stops_the_hoist_and_it_comes_back(string link, string fault) => Spoil(link, fault);

    [EveryFaultTheory]
    [InlineData("silence")]
    [InlineData("cut")]
    [InlineData("garbage")]
    [InlineData("wrong-unit")]
    [InlineData("exception-04")]
    public void What_spoils_answers_on_every_link_does_so_on_a_line(string fault) => Spoil("h1.drive", fault);

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

    private void Spoil(string link, string fault) => Calm.Run(() => LineRig.Make(_folder), rig =>
    {
        rig.StartUp();
        rig.Arm();
        rig.Command(CommandKind.SetPower, PowerW);
        rig.Run(1.5);
        Assert.True(rig.Simulation.Look(p => p.Truth(0).SpeedMps) > 0.1, rig.Story);
        LinkFaultCheck.StopsAndComesBack(rig, link, fault, LookS);
    });
}
