using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>How the drives are really set, and what their torque really is.</summary>
public sealed record DriveTruth
{
    /// <summary>46.01 [rpm].</summary>
    public required double SpeedScalingRpm { get; init; }
    /// <summary>46.03 [% of rated torque].</summary>
    public required double TorqueScalingPercent { get; init; }
    /// <summary>30.19 [% of rated torque].</summary>
    public required double MinTorquePercent { get; init; }
    /// <summary>30.20 [% of rated torque].</summary>
    public required double MaxTorquePercent { get; init; }
    /// <summary>44.10 [% of rated torque].</summary>
    public required double ProveTorquePercent { get; init; }
    /// <summary>Communication time-out of the drive [s].</summary>
    public required double CommunicationTimeoutS { get; init; }
    /// <summary>25.02: per-unit torque per per-unit speed of 46.01.</summary>
    public required double SpeedGain { get; init; }
    /// <summary>25.03 [s].</summary>
    public required double SpeedIntegrationS { get; init; }
    /// <summary>Filter of the measured speed [s].</summary>
    public required double SpeedFilterS { get; init; }
    /// <summary>44.08 [s].</summary>
    public required double BrakeOpenDelayS { get; init; }
    /// <summary>44.14 [rpm].</summary>
    public required double CloseLevelRpm { get; init; }
    /// <summary>44.15 [s].</summary>
    public required double CloseLevelDelayS { get; init; }
    /// <summary>44.13 [s].</summary>
    public required double CloseDelayS { get; init; }
    /// <summary>44.16 [s].</summary>
    public required double ReopenDelayS { get; init; }
    /// <summary>23.23: from the speed of 46.01 to standstill [s].</summary>
    public required double EmergencyStopTimeS { get; init; }
    /// <summary>From power-up to the first answer [s].</summary>
    public required double BootDelayS { get; init; }
    /// <summary>Generating power limit [% of rated power]; 0 = off.</summary>
    public required double GeneratingPowerLimitPercent { get; init; }
    /// <summary>What the drive does at that limit.</summary>
    public required PowerLimitAction GeneratingPowerLimitAction { get; init; }
    /// <summary>Torque given over torque asked.</summary>
    public required double TorqueGain { get; init; }
}
