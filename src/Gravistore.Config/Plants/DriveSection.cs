using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>Section "drive" of a plant file: how the drives are set.</summary>
internal static class DriveSection
{
    public static readonly TextKey Profile = DevicesSection.DeviceName("profile", "Device file of the drives");
    public static readonly NumberKey SpeedScalingRpm = new("speedScalingRpm", "Parameter 46.01: motor speed at full-scale reference", "rpm", 1, 30000);
    public static readonly NumberKey TorqueScalingPercent = new("torqueScalingPercent", "Parameter 46.03: torque at full-scale reference, of rated torque", "%", 1, 1000);
    public static readonly NumberKey MaxTorquePercent = new("maxTorquePercent", "Parameter 30.20: greatest torque, of rated torque", "%", 10, 400);
    public static readonly NumberKey ProveTorquePercent = new("proveTorquePercent", "Parameter 44.10: torque that proves the drive before a brake opens, of rated torque", "%", 1, 200);
    public static readonly NumberKey CommunicationTimeoutS = new("communicationTimeoutS", "Communication time-out set in the drive", "s", 0.05, 5);
    public static readonly NumberKey ProveTimeoutS = new("proveTimeoutS", "Time allowed for torque proving", "s", 0.1, 10);
    public static readonly NumberKey CommandDelayS = new("commandDelayS", "Delay from the controller's output to torque at the motor, as measured or believed", "s", 0, 0.2);
    public static readonly NumberKey SpeedGain = new("speedGain", "Parameter 25.02: torque per speed error, both per unit of rated torque and of speedScalingRpm", "", 0.0, 250.0);
    public static readonly NumberKey SpeedIntegrationS = new("speedIntegrationS", "Parameter 25.03: integration time of the speed loop, 0 = off", "s", 0, 1000);
    public static readonly NumberKey SpeedFilterS = new("speedFilterS", "Filter of the speed feedback", "s", 0, 0.1);
    public static readonly NumberKey GeneratingPowerLimitPercent = new("generatingPowerLimitPercent", "Parameter 30.27: generating power limit, of rated power; must be 0 = off", "%", 0, 600);

    public static readonly SectionKey Key = new("drive", new SectionSpec("drive", "How the drives are set; the same numbers stand in the drives' own parameters",
        Profile, SpeedScalingRpm, TorqueScalingPercent, MaxTorquePercent, ProveTorquePercent, CommunicationTimeoutS, ProveTimeoutS, CommandDelayS, SpeedGain, SpeedIntegrationS, SpeedFilterS,
        GeneratingPowerLimitPercent)
    { RequireSources = true });

    public static DriveParameters Read(Section s) => new()
    {
        SpeedScalingRpm = s.Number(SpeedScalingRpm),
        TorqueScalingPercent = s.Number(TorqueScalingPercent),
        MaxTorquePercent = s.Number(MaxTorquePercent),
        ProveTorquePercent = s.Number(ProveTorquePercent),
        ProveTimeoutS = s.Number(ProveTimeoutS),
        CommunicationTimeoutS = s.Number(CommunicationTimeoutS),
        CommandDelayS = s.Number(CommandDelayS),
        SpeedGain = s.Number(SpeedGain),
        SpeedIntegrationS = s.Number(SpeedIntegrationS),
        SpeedFilterS = s.Number(SpeedFilterS),
        GeneratingPowerLimitPercent = s.Number(GeneratingPowerLimitPercent),
    };
}
