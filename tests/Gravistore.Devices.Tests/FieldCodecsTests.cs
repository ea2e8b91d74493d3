using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices.Tests;

/// <summary>How blocks and their ages become images, and what is sent when.</summary>
public sealed class FieldCodecsTests
{
    private const long Ms = 1_000_000;

    private static readonly DeviceProfiles Devices = new() { Drive = Profiles.Drive, Meter = Profiles.Janitza, BrakeUnit = Profiles.BrakeUnit, HoistIo = Profiles.HoistIo, PlantIo = Profiles.PlantIo };

    private static FieldCodecs Codecs() => new(Devices, Profiles.Hoist, Profiles.Scaling);

    [Fact]
    public void A_block_that_was_never_received_leaves_the_image_and_its_age_is_a_year()
    {
        HoistInput hoist = new() { SpeedMps = 1, RopeForceN = 2, PressureABar = 3 };
        PlantInput plant = new() { GridPowerW = 4 };
        FieldCodecs codecs = Codecs();
        codecs.ReadDrive([], 5, ref hoist);
        codecs.ReadHoistIo([], 5, ref hoist);
        codecs.ReadBrake([], 5, ref hoist);
        codecs.ReadMeter([], 5, ref plant);
        codecs.ReadPlantIo([], 5, ref plant);
        Assert.All((long[])[hoist.DriveAgeNs, hoist.IoAgeNs, hoist.BrakeAgeNs, plant.MeterAgeNs, plant.IoAgeNs], age => Assert.Equal(FieldCodecs.NeverNs, age));
        Assert.Equal((1, 2, 3, 4), (hoist.SpeedMps, hoist.RopeForceN, hoist.PressureABar, plant.GridPowerW));
        Assert.Equal((Quality.Never, Quality.Never, Quality.Never), (hoist.DriveQuality, hoist.IoQuality, hoist.BrakeQuality));
    }

    [Fact]
    public void A_block_fills_its_part_of_the_image_and_gives_its_age()
    {
        HoistInput image = default;
        ushort[] words = new ushort[10];
        (words[0], words[9]) = (0x0008, 0x7510);
        Codecs().ReadDrive(words, 12 * Ms, ref image);
        Assert.Equal((12 * Ms, Quality.Good, 0x7510, Quality.Never), (image.DriveAgeNs, image.DriveQuality, image.FaultCode, image.IoQuality));
        Assert.Equal(DriveFlags.Faulted, image.Drive & DriveFlags.Faulted);
    }

    [Fact]
    public void A_brake_command_is_sent_when_it_changes_and_every_100_ms()
    {
        HoistTelegrams telegrams = new(Codecs());
        List<int> sentMs = [];
        for (int ms = 0; ms < 350; ms += 10)
        {
            HoistOutput output = new() { BrakeCommand = ms >= 130 ? BrakeCommand.Release : BrakeCommand.Apply, DriveCommand = DriveCommand.Ready, Heartbeat = ms / 10 };
            if (telegrams.Encode(ms * Ms, output, BrakeUnitState.Ready)) sentMs.Add(ms);
            Assert.Equal(DriveControlWord.Ready, telegrams.Drive[0]);
            Assert.Equal(ms / 10, telegrams.Brake[2]);
        }
        Assert.Equal([0, 100, 130, 230, 330], sentMs);
    }

    [Fact]
    public void Each_hoist_reads_its_brake_unit_in_every_fifth_cycle_and_in_another_one()
    {
        for (int cycle = 0; cycle < 20; cycle++)
            Assert.Equal([cycle % 5, cycle % 5 + 5], Enumerable.Range(0, 10).Where(hoist => HoistTelegrams.IsBrakeRead(cycle, hoist)));
    }

    [Fact]
    public void A_meter_s_values_are_as_old_as_their_change_but_no_older_than_its_period()
    {
        MeterClock clock = new(2);
        Assert.Equal(1000 * Ms, clock.MeasuredNs([1, 2], 1000 * Ms));
        Assert.Equal(1000 * Ms, clock.MeasuredNs([1, 2], 1040 * Ms));
        Assert.Equal(1050 * Ms, clock.MeasuredNs([1, 3], 1050 * Ms));
        Assert.Equal(1200 * Ms, clock.MeasuredNs([1, 3], 1300 * Ms));
        Assert.Equal(1200 * Ms, clock.MeasuredNs([], 1300 * Ms));
    }
}
