namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Group 44 as the brake control uses it; times in steps of 1 ms.</summary>
public sealed record BrakeTuning
{
    public bool Enabled { get; init; }
    public bool HasAcknowledge { get; init; }
    public int OpenDelaySteps { get; init; }
    /// <summary>44.09 = 1: the open torque is REF2 while that is fresh.</summary>
    public bool OpenTorqueFromReference { get; init; }
    public double MinOpenTorqueNm { get; init; }
    public bool KeepClosed { get; init; }
    public bool CloseRequest { get; init; }
    public int CloseDelaySteps { get; init; }
    public double CloseLevelRpm { get; init; }
    public int CloseLevelSteps { get; init; }
    public int ReopenDelaySteps { get; init; }
    /// <summary>44.17 = 0: a brake that does not close is a fault, else it stays a warning and the motor goes on holding.</summary>
    public bool CloseFailureFaults { get; init; }
    public int FaultDelaySteps { get; init; }
    public int ProveTimeoutSteps { get; init; }

    public static BrakeTuning From(DriveParameterTable table, double ratedTorqueNm) => new()
    {
        Enabled = table[DriveNumber.BrakeEnable] != 0.0,
        HasAcknowledge = table[DriveNumber.BrakeAcknowledge] != 0.0,
        OpenDelaySteps = DriveTuning.Steps(table[DriveNumber.BrakeOpenDelay]),
        OpenTorqueFromReference = table[DriveNumber.BrakeOpenTorqueSource] == 1.0,
        MinOpenTorqueNm = 0.01 * table[DriveNumber.BrakeMinimumOpenTorque] * ratedTorqueNm,
        KeepClosed = table[DriveNumber.KeepBrakeClosed] != 0.0,
        CloseRequest = table[DriveNumber.BrakeCloseRequest] != 0.0,
        CloseDelaySteps = DriveTuning.Steps(table[DriveNumber.BrakeCloseDelay]),
        CloseLevelRpm = table[DriveNumber.BrakeCloseLevel],
        CloseLevelSteps = DriveTuning.Steps(table[DriveNumber.BrakeCloseLevelDelay]),
        ReopenDelaySteps = DriveTuning.Steps(table[DriveNumber.BrakeReopenDelay]),
        CloseFailureFaults = table[DriveNumber.BrakeFaultFunction] == 0.0,
        FaultDelaySteps = DriveTuning.Steps(table[DriveNumber.BrakeFaultDelay]),
        ProveTimeoutSteps = DriveTuning.Steps(table[DriveNumber.ProveTimeout]),
    };
}
