using System.Net;
using System.Net.Sockets;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Drivers;
using Gravistore.Simulator;

namespace Gravistore.Wire.Tests;

/// <summary>What is looked at before the first motion, and what a loop that stops means on the wire.</summary>
public sealed class StartTests
{
    /// <summary>Starts a field whose simulated side was changed; what was found.</summary>
    private static IReadOnlyList<FieldFinding> Start(Func<SimulationSetup, SimulationSetup>? change = null, Func<FieldLinks, FieldLinks>? mislead = null, string? command = null)
    {
        SimulationSetup setup = FieldRig.Setup("leith");
        using Simulation simulation = Simulation.Start(change?.Invoke(setup) ?? setup);
        if (command is not null) Assert.Equal("ok", simulation.Execute(command));
        FieldLinks links = FieldRig.LinksOf(simulation, "leith", answerTimeoutS: 0.3);
        using FieldBus field = FieldBus.Open(FieldRig.LoadPlant("leith"), mislead?.Invoke(links) ?? links);
        return Assert.Throws<FieldException>(() => field.Start(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token)).Findings;
    }

    private static FieldLinks Change(FieldLinks links, string name, Func<FieldDevice, FieldDevice> change) =>
        links with { Devices = [.. links.Devices.Select(d => d.Name == name ? change(d) : d)] };

    [Fact]
    public void Every_setting_of_every_drive_that_differs_is_named()
    {
        IReadOnlyList<FieldFinding> findings = Start(s => s with
        {
            Truth = s.Truth with
            {
                Drive = s.Truth.Drive with { SpeedScalingRpm = 1000, CommunicationTimeoutS = 1 },
                Mechanics = s.Truth.Mechanics with { GearRatio = 2 * s.Truth.Mechanics.GearRatio },
            },
        });
        Assert.All(findings, f => Assert.Equal(FieldErrors.WrongSetting, f.Error));
        foreach (string drive in (string[])["h1.drive", "h2.drive"])
        {
            string[] of = [.. findings.Where(f => f.Where.StartsWith(drive + " at 127.0.0.1:", StringComparison.Ordinal)).Select(f => f.What)];
            Assert.Contains("46.01 speed scaling is 1000 rpm", of);
            Assert.Contains("50.03 fieldbus A communication loss time-out is 1 s", of);
            Assert.Contains(of, w => w.StartsWith("90.43 motor gear", StringComparison.Ordinal));
            Assert.Equal(3, of.Length);
        }
        Assert.Contains(findings, f => f.Allowed.EndsWith(", as the plant file says", StringComparison.Ordinal));
        Assert.Contains("error GS-D005: 46.01 speed scaling is 1000 rpm; allowed: ", findings[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_drive_is_no_such_drive()
    {
        IReadOnlyList<FieldFinding> findings = Start(s => s with
        {
            Devices = s.Devices with { Drive = s.Devices.Drive with { Parameters = [.. s.Devices.Drive.Parameters.Select(p => p.Number == 705 ? p with { Default = 1 } : p)] } },
        });
        Assert.Equal(2, findings.Count);
        Assert.All(findings, f => Assert.Equal((FieldErrors.WrongDevice, "07.05 firmware version is 1"), (f.Error, f.What)));
    }

    [Fact]
    public void A_brake_unit_at_another_device_s_address_is_refused()
    {
        IReadOnlyList<FieldFinding> findings = Start(mislead: l => Change(l, "h1.brake", d => l.Device(FieldDeviceKind.BrakeUnit, 1) with { Name = d.Name, Hoist = 0, Port = l.Device(FieldDeviceKind.HoistIo, 1).Port, Unit = 30 }));
        FieldFinding finding = Assert.Single(findings);
        Assert.Equal(FieldErrors.Refused, finding.Error);
        Assert.Contains("h1.brake", finding.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meter_in_another_coding_is_refused()
    {
        IReadOnlyList<FieldFinding> findings = Start(s => s with { Devices = FieldRig.Setup("leith", "em24").Devices });
        Assert.Equal("meter", Assert.Single(findings).Where.Split(' ')[0]);
    }

    [Fact]
    public void A_device_that_is_not_there_is_named_with_its_address()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        FieldFinding finding = Assert.Single(Start(mislead: l => Change(l, "h2.drive", d => d with { Port = port })));
        Assert.Equal((FieldErrors.NoConnection, $"h2.drive at 127.0.0.1:{port} unit 1"), (finding.Error, finding.Where));
    }

    [Fact]
    public void A_device_that_does_not_answer_is_named()
    {
        FieldFinding finding = Assert.Single(Start(command: "link plant.io silence"));
        Assert.Equal(FieldErrors.NoAnswer, finding.Error);
        Assert.StartsWith("plant.io at ", finding.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_that_stops_is_silence_and_the_drive_stops_by_itself() => Calm.Run(() => new FieldRig("leith"), rig =>
    {
        rig.StartUp();
        rig.Arm();
        int sent = rig.Sent.Count;
        Thread.Sleep(700);
        Assert.InRange(rig.Received.Count, 1, sent);
        Assert.True(rig.Simulation.Look(p => p.Drive(0).CommunicationLost && p.Truth(0).AppliedA > 0.5 && p.Chain.Closed == false));
    });

    [Fact]
    public void Taking_and_sending_allocates_nothing()
    {
        using FieldRig rig = new("leith");
        AllocationCheck.TakesAndSendsWithoutAny(rig);
    }
}
