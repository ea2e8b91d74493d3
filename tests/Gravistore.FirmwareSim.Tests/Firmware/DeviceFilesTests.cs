using Gravistore.FirmwareSim.Firmware;
using Gravistore.Json;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>The files under config/drives and their readers.</summary>
public class DeviceFilesTests
{
    [Fact]
    public void The_drive_file_says_what_the_firmware_expects()
    {
        DriveDevice drive = TestDevices.Janitza.Drive;
        Assert.Equal((0, 3, 10), (drive.WriteAddress, drive.ReadAddress, drive.ReadCount));
        Assert.Equal((20_000, 10_000, true), (drive.SpeedCounts, drive.TorqueCounts, drive.LowWordFirst));
        Assert.Equal((13, 14), (drive.BrakeOpenCommandBit, drive.ModulatingBit));
        DriveParameter scaling = Assert.Single(drive.Parameters, p => p.Number == DriveNumber.SpeedScaling);
        Assert.Equal((32, 100.0, true), (scaling.Bits, scaling.CountsPerUnit, scaling.Writable));
        DriveFaultText fault = Assert.Single(drive.Faults, f => f.Code == DriveFaultCode.BrakeOpening);
        Assert.Equal("mechanical brake opening failed", fault.Name);
        Assert.False(fault.IsWarning);
    }

    [Fact]
    public void Every_value_of_a_parameter_fits_its_register()
    {
        foreach (DriveParameter parameter in TestDevices.Janitza.Drive.Parameters)
        {
            double low = parameter.Minimum < 0 ? -Math.ScaleB(1, parameter.Bits - 1) : 0.0;
            double high = Math.ScaleB(1, parameter.Minimum < 0 ? parameter.Bits - 1 : parameter.Bits) - 1;
            Assert.True(parameter.Minimum * parameter.CountsPerUnit >= low && parameter.Maximum * parameter.CountsPerUnit <= high, parameter.Name);
        }
    }

    // What is only recalled must say so; everything else names a manual, a standard or a third party.
    [Fact]
    public void Every_source_is_of_a_known_kind()
    {
        Findings findings = new();
        JsonNode file = JsonNode.Load(Path.Combine(TestDevices.Folder, "acs880.json"), findings);
        Assert.Empty(findings);
        string[] kinds = ["manual", "recalled, not verified", "simulator", "ABB fault text", "DRIVECOM", "third party", "worked example"];
        foreach (string list in (string[])["parameters", "faults"])
        {
            foreach (JsonNode entry in file.Member(list)!.Items)
            {
                string source = entry.Member("source")!.Text;
                Assert.True(Array.Exists(kinds, kind => source.Contains(kind, StringComparison.Ordinal)), $"{entry.Path}: {source}");
            }
        }
    }

    [Theory]
    [InlineData("acs880", "\"readCount\": 10", "\"readCount\": 9", "GS-F104")]
    [InlineData("acs880", "\"bits\": 16", "\"bits\": 24", "GS-J024")]
    [InlineData("acs880", "\"maximum\": 250, \"default\": 5,", "\"maximum\": 250, \"default\": 500,", "GS-F103")]
    [InlineData("acs880", "\"code\": \"71A3\"", "\"code\": \"71a3\"", "GS-J028")]
    [InlineData("acs880", "\"code\": \"7310\"", "\"code\": \"7311\"", "GS-F106")]
    [InlineData("acs880", "\"group\": 46, \"index\": 1,", "\"group\": 46, \"index\": 2,", "GS-F101")]
    [InlineData("acs880", "\"group\": 46, \"index\": 1,", "\"group\": 46, \"index\": 3,", "GS-F102")]
    [InlineData("acs880", "\"low-first\"", "\"low\"", "GS-J028")]
    [InlineData("brake-unit", "\"count\": 33", "\"count\": 32", "GS-F104")]
    [InlineData("brake-unit", "\"heartbeat\": 2,", "\"heartbeats\": 2,", "GS-J020")]
    [InlineData("janitza-umg96", "\"scale\": -1,", "\"scale\": 0,", "GS-J024")]
    [InlineData("hoist-io", "\"bit\": 9", "\"bit\": 8", "GS-F105")]
    [InlineData("hoist-io", "\"count\": 3,", "\"count\": 2,", "GS-F104")]
    [InlineData("plant-io", "\"noTripRequestBit\": 1", "\"noTripRequestBit\": 0", "GS-F105")]
    [InlineData("plant-io", "\"bit\": 3", "\"bit\": 2", "GS-F105")]
    public void A_mistake_in_a_file_is_named(string name, string good, string bad, string code)
    {
        string text = File.ReadAllText(Path.Combine(TestDevices.Folder, name + ".json"));
        int at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0);
        Findings findings = new();
        JsonNode node = JsonNode.Parse(name + ".json", text[..at] + bad + text[(at + good.Length)..], findings);
        Read(name, node, findings);
        Assert.Contains(findings, finding => finding.Code == code);
    }

    [Fact]
    public void Missing_files_are_all_reported()
    {
        Findings findings = new();
        DeviceFiles.Load(Path.Combine(TestDevices.Folder, "nowhere"), new DeviceNames("a", "b", "c", "d", "e"), findings);
        Assert.Equal(5, findings.Count(finding => finding.Code == "GS-J001"));
    }

    private static void Read(string name, JsonNode node, Findings findings)
    {
        switch (name)
        {
            case "acs880": DriveDeviceReader.Read(node, findings); break;
            case "brake-unit": BrakeUnitDeviceReader.Read(node, findings); break;
            case "hoist-io": HoistIoDeviceReader.Read(node, findings); break;
            case "plant-io": PlantIoDeviceReader.Read(node, findings); break;
            default: MeterDeviceReader.Read(node, findings); break;
        }
    }
}
