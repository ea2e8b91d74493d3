using Gravistore.Core.Parameters;
using Gravistore.Drivers;
using Gravistore.Simulator;

namespace Gravistore.Wire.Tests;

/// <summary>What is found before the first motion where drives are on RS-485 lines.</summary>
[Collection("lines")]
public sealed class LineStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gs485-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IReadOnlyList<FieldFinding> Start(FieldLinks links)
    {
        using FieldBus field = FieldBus.Open(FieldRig.LoadPlant("leith-rtu"), links);
        return Assert.Throws<FieldException>(() => field.Start(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token)).Findings;
    }

    [Fact]
    public void A_port_that_is_missing_or_none_is_one_finding_for_its_line()
    {
        using FieldRig rig = LineRig.Make(_folder, timed: false);
        SerialBus first = rig.Links.Buses[0], second = rig.Links.Buses[1];
        FieldLinks wrong = Moved(rig.Links, b => b with { Path = b.Name == first.Name ? Path.Combine(_folder, "ttyUSB9") : "/dev/null" });
        IReadOnlyList<FieldFinding> findings = Start(wrong);
        Assert.Equal([FieldErrors.PortMissing, FieldErrors.PortNotSerial], findings.Select(f => f.Error));
        Assert.Equal([$"{first.Name} at {Path.Combine(_folder, "ttyUSB9")}", $"{second.Name} at /dev/null"], findings.Select(f => f.Where));
    }

    [Fact]
    public void A_port_that_another_program_holds_is_in_use_and_a_drive_that_is_silent_is_named()
    {
        using FieldRig rig = LineRig.Make(_folder, timed: false);
        rig.Field.Start(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        IReadOnlyList<FieldFinding> findings = Start(rig.Links);
        Assert.Equal(2, findings.Count(f => f.Error == FieldErrors.PortInUse));
    }

    [Fact]
    public void A_drive_that_says_nothing_is_named_with_its_line_and_unit()
    {
        using FieldRig rig = LineRig.Make(_folder, timed: false);
        Assert.Equal("ok", rig.Simulation.Execute("link h2.drive silence"));
        FieldFinding finding = Assert.Single(Start(rig.Links));
        Assert.Equal((FieldErrors.NoAnswer, $"h2.drive at bus-1 ({rig.Links.Buses[0].Path}) unit 2"), (finding.Error, finding.Where));
    }

    private static FieldLinks Moved(FieldLinks links, Func<SerialBus, SerialBus> move)
    {
        SerialBus[] buses = [.. links.Buses.Select(move)];
        return links with { Buses = buses, Devices = [.. links.Devices.Select(d => d with { Bus = Array.Find(buses, b => b.Name == d.Bus?.Name) })] };
    }
}
