using Gravistore.FirmwareSim.Firmware;
using Gravistore.Json;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>The devices of config/drives, read once.</summary>
internal static class TestDevices
{
    public static string Folder { get; } = FindFolder();
    public static DeviceFiles Janitza { get; } = Load("janitza-umg96");
    public static MeterDevice SunSpec { get; } = Load("sunspec-203").Meter;
    public static MeterDevice Em24 { get; } = Load("em24").Meter;

    public static DeviceFiles Load(string meter)
    {
        Findings findings = new();
        DeviceFiles files = DeviceFiles.Load(Folder, new DeviceNames("acs880", meter, "brake-unit", "hoist-io", "plant-io"), findings);
        Assert.Empty(findings);
        return files;
    }

    /// <summary>Settings of a drive for the one-mass hoist of the rig.</summary>
    public static DriveSettings Settings { get; } = new()
    {
        RatedTorqueNm = 2716.0,
        RatedPowerW = 250_000.0,
        SpeedScalingRpm = 1250.0,
        TorqueScalingPercent = 200.0,
        MinTorquePercent = -100.0,
        MaxTorquePercent = 200.0,
        ProveTorquePercent = 30.0,
        CommunicationTimeoutS = 0.3,
        SpeedGain = 8.0,
        SpeedIntegrationS = 0.5,
        SpeedFilterS = 0.004,
        BrakeOpenDelayS = 1.0,
        CloseLevelRpm = 10.0,
        CloseLevelDelayS = 0.1,
        CloseDelayS = 0.3,
        ReopenDelayS = 0.0,
        EmergencyStopTimeS = 1.0,
        BootDelayS = 0.0,
        GeneratingPowerLimitPercent = 0.0,
    };

    private static string FindFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "config", "drives");
    }
}
