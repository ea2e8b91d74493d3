using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Section "drive" of a sim file.</summary>
internal static class DriveSection
{
    private static readonly TextKey Profile = DeviceSection.File("profile", "The drive's file under config/drives");
    private static readonly NumberKey SpeedScalingRpm = new("speedScalingRpm", "46.01: motor speed at full-scale reference", "rpm", 1.0, 30000.0);
    private static readonly NumberKey TorqueScalingPercent = new("torqueScalingPercent", "46.03: torque at full-scale reference", "%", 10.0, 1000.0);
    private static readonly NumberKey MinTorquePercent = new("minTorquePercent", "30.19: smallest torque", "%", -1000.0, 0.0);
    private static readonly NumberKey MaxTorquePercent = new("maxTorquePercent", "30.20: greatest torque", "%", 10.0, 1000.0);
    private static readonly NumberKey ProveTorquePercent = new("proveTorquePercent", "44.10: torque that proves the drive before a brake opens", "%", 0.0, 200.0);
    private static readonly NumberKey CommunicationTimeoutS = new("communicationTimeoutS", "Communication time-out of the drive", "s", 0.05, 10.0);
    private static readonly NumberKey SpeedGain = new("speedGain", "25.02: per-unit torque per per-unit speed of 46.01", "", 0.0, 250.0);
    private static readonly NumberKey SpeedIntegrationS = new("speedIntegrationS", "25.03: integration time, 0 = off", "s", 0.0, 1000.0);
    private static readonly NumberKey SpeedFilterS = new("speedFilterS", "Filter of the measured speed", "s", 0.0, 1.0);
    private static readonly NumberKey BrakeOpenDelayS = new("brakeOpenDelayS", "44.08: time allowed for the brake to open", "s", 0.0, 10.0);
    private static readonly NumberKey CloseLevelRpm = new("closeLevelRpm", "44.14: speed below which the brake may close", "rpm", 0.0, 1000.0);
    private static readonly NumberKey CloseLevelDelayS = new("closeLevelDelayS", "44.15: time below that speed before it closes", "s", 0.0, 10.0);
    private static readonly NumberKey CloseDelayS = new("closeDelayS", "44.13: torque held while the brake closes", "s", 0.0, 60.0);
    private static readonly NumberKey ReopenDelayS = new("reopenDelayS", "44.16: shortest time between closing and opening", "s", 0.0, 60.0);
    private static readonly NumberKey EmergencyStopTimeS = new("emergencyStopTimeS", "23.23: from the speed of 46.01 to standstill", "s", 0.0, 1800.0);
    private static readonly NumberKey BootDelayS = new("bootDelayS", "From power-up to the first answer", "s", 0.0, 120.0);
    private static readonly NumberKey GeneratingPowerLimitPercent = new("generatingPowerLimitPercent", "Generating power limit, 0 = off", "%", 0.0, 600.0);
    private static readonly ChoiceKey GeneratingPowerLimitAction = PowerLimitKeys.Action("generatingPowerLimitAction", "What the drive does at the generating power limit: limit its torque to P/v, or trip");
    private static readonly NumberKey TorqueGain = new("torqueGain", "Torque given over torque asked", "", 0.1, 2.0);

    public static readonly SectionKey Key = new("drive", new SectionSpec("drive", "How the drives are really set",
        Profile, SpeedScalingRpm, TorqueScalingPercent, MinTorquePercent, MaxTorquePercent, ProveTorquePercent, CommunicationTimeoutS,
        SpeedGain, SpeedIntegrationS, SpeedFilterS, BrakeOpenDelayS, CloseLevelRpm, CloseLevelDelayS, CloseDelayS, ReopenDelayS,
        EmergencyStopTimeS, BootDelayS, GeneratingPowerLimitPercent, GeneratingPowerLimitAction, TorqueGain)
    { RequireSources = true });

    /// <summary>Name of the drive's file.</summary>
    public static string ReadProfile(Section section) => section.Text(Profile);

    public static DriveTruth Read(Section section) => new()
    {
        SpeedScalingRpm = section.Number(SpeedScalingRpm),
        TorqueScalingPercent = section.Number(TorqueScalingPercent),
        MinTorquePercent = section.Number(MinTorquePercent),
        MaxTorquePercent = section.Number(MaxTorquePercent),
        ProveTorquePercent = section.Number(ProveTorquePercent),
        CommunicationTimeoutS = section.Number(CommunicationTimeoutS),
        SpeedGain = section.Number(SpeedGain),
        SpeedIntegrationS = section.Number(SpeedIntegrationS),
        SpeedFilterS = section.Number(SpeedFilterS),
        BrakeOpenDelayS = section.Number(BrakeOpenDelayS),
        CloseLevelRpm = section.Number(CloseLevelRpm),
        CloseLevelDelayS = section.Number(CloseLevelDelayS),
        CloseDelayS = section.Number(CloseDelayS),
        ReopenDelayS = section.Number(ReopenDelayS),
        EmergencyStopTimeS = section.Number(EmergencyStopTimeS),
        BootDelayS = section.Number(BootDelayS),
        GeneratingPowerLimitPercent = section.Number(GeneratingPowerLimitPercent),
        GeneratingPowerLimitAction = PowerLimitKeys.Read(section, GeneratingPowerLimitAction),
        TorqueGain = section.Number(TorqueGain),
    };
}
