using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Tests;

public sealed class ShippedFilesTests
{
    [Theory]
    [InlineData("pyhasalmi", 8, 2e6)]
    [InlineData("leith", 2, 250e3)]
    [InlineData("fast-hoist", 4, 4e6)]
    [InlineData("leith-rtu", 4, 500e3)]
    [InlineData("pyhasalmi-rtu", 8, 2e6)]
    public void ShippedPlantsLoadWithoutAnyFinding(string name, int hoists, double ratedW)
    {
        Findings findings = [];
        PlantParameters? plant = PlantFile.Load(Shipped.Plant(name), [], findings);
        Assert.Empty(findings);
        Assert.Equal((name, hoists, ratedW), (plant!.Name, plant.HoistCount, plant.RatedPowerW));
    }

    [Fact]
    public void EveryShippedFileChecksClean()
    {
        string config = Path.Combine(Shipped.Root, "config");
        foreach (string path in Directory.EnumerateFiles(config, "*.json", SearchOption.AllDirectories))
        {
            Findings findings = [];
            ConfigFileKind kind = ConfigFiles.Check(path, findings);
            Assert.Empty(findings);
            Assert.NotEqual(ConfigFileKind.Unknown, kind);
        }
    }

    [Fact]
    public void ValuesArriveInSiUnitsForAllRopesTogether()
    {
        PlantParameters plant = PlantFile.Load(Shipped.Plant("pyhasalmi"), [], [])!;
        HoistParameters hoist = plant.Hoist;
        Assert.Equal((24.0, 318e6, 3920e3), (hoist.RopeMassPerMetreKg, hoist.RopeAxialStiffnessN, hoist.RopeBreakingForceN));
        Assert.Equal((1.1e6, 592_100.0, 250e3), (hoist.BrakeChannelForceN, plant.Losses.BaseForceN, plant.HoistRatedPowerW));
        Assert.Equal(1.5e6, plant.Devices.HoistIo.RopeForce.SpanValue);
        Assert.Equal(500, plant.Shaft.StrokeM);
    }

    [Fact]
    public void DeviceProfilesCarryWhatTheFilesSay()
    {
        DeviceProfiles devices = PlantFile.Load(Shipped.Plant("pyhasalmi"), [], [])!.Devices;
        Assert.Equal((0, 3, 10, WordOrder.LowFirst), (devices.Drive.WriteAddress, devices.Drive.ReadAddress, devices.Drive.ReadCount, devices.Drive.WordOrder));
        Assert.Equal((13, 14, 9), (devices.Drive.BrakeOpenCommandBit, devices.Drive.ModulatingBit, devices.Drive.FaultCodeOffset));
        Assert.Contains(devices.Drive.Faults, f => f.Code == 0x7121 && !f.IsWarning);
        Assert.Contains(devices.Drive.Parameters, p => p is { Group: 46, Index: 1, Bits: 32, CountsPerUnit: 100 });
        Assert.Equal(new MeterQuantity(26, MeterCoding.Float32, -1, -1), devices.Meter.Power);
        Assert.Equal((0, 33, 26, 40), (devices.BrakeUnit.ReadAddress, devices.BrakeUnit.ReadCount, devices.BrakeUnit.ReleaseAckOffset, devices.BrakeUnit.WriteAddress));
        Assert.Equal(new DigitalInput(6, false), devices.HoistIo.UpperOvertravel);
        Assert.Equal(new DigitalInput(1, false), devices.PlantIo.EmergencyStop);
    }

    [Theory]
    [InlineData("acs880", ConfigFileKind.Drive)]
    [InlineData("janitza-umg96", ConfigFileKind.Meter)]
    [InlineData("sunspec-203", ConfigFileKind.Meter)]
    [InlineData("em24", ConfigFileKind.Meter)]
    [InlineData("brake-unit", ConfigFileKind.BrakeUnit)]
    [InlineData("hoist-io", ConfigFileKind.HoistIo)]
    [InlineData("plant-io", ConfigFileKind.PlantIo)]
    public void KindsAreToldApartByTheirSchema(string device, ConfigFileKind kind)
    {
        Assert.Equal(kind, ConfigFiles.KindOf(Shipped.Device(device), []));
    }
}
