namespace Gravistore.FirmwareSim.Firmware;

/// <summary>How the drive of one hoist is set at commissioning: initial values of its parameters.</summary>
public sealed record DriveSettings
{
    /// <summary>99.12: torque that the drive calls 100 % [N m].</summary>
    public required double RatedTorqueNm { get; init; }
    /// <summary>99.10: motor nominal power [W]; 100 % of the generating power limit.</summary>
    public required double RatedPowerW { get; init; }
    /// <summary>46.01 [rpm]; also the speed limits 30.11 and 30.12.</summary>
    public required double SpeedScalingRpm { get; init; }
    /// <summary>46.03 [% of rated torque].</summary>
    public required double TorqueScalingPercent { get; init; }
    /// <summary>30.19 [% of rated torque], at most 0.</summary>
    public required double MinTorquePercent { get; init; }
    /// <summary>30.20 [% of rated torque].</summary>
    public required double MaxTorquePercent { get; init; }
    /// <summary>44.10 [% of rated torque].</summary>
    public required double ProveTorquePercent { get; init; }
    /// <summary>50.03 and 58.16 [s].</summary>
    public required double CommunicationTimeoutS { get; init; }
    /// <summary>25.02: torque per unit of rated torque for a speed error per unit of 46.01.</summary>
    public required double SpeedGain { get; init; }
    /// <summary>25.03 [s]; 0 = no integration.</summary>
    public required double SpeedIntegrationS { get; init; }
    /// <summary>Time constant of the speed feedback's filter [s].</summary>
    public required double SpeedFilterS { get; init; }
    /// <summary>44.08: time within which the brake must acknowledge that it is open [s].</summary>
    public required double BrakeOpenDelayS { get; init; }
    /// <summary>44.14 [rpm].</summary>
    public required double CloseLevelRpm { get; init; }
    /// <summary>44.15 [s].</summary>
    public required double CloseLevelDelayS { get; init; }
    /// <summary>44.13 [s].</summary>
    public required double CloseDelayS { get; init; }
    /// <summary>44.16 [s].</summary>
    public required double ReopenDelayS { get; init; }
    /// <summary>23.23: emergency ramp from 46.01 to zero [s].</summary>
    public required double EmergencyStopTimeS { get; init; }
    /// <summary>After power-up, without communication supervision [s].</summary>
    public required double BootDelayS { get; init; }
    /// <summary>30.27 [% of rated power]; 0 = off.</summary>
    public required double GeneratingPowerLimitPercent { get; init; }
    /// <summary>Limit: 30.27 itself. Trip: a signal supervision of the output power with that limit, set to fault.</summary>
    public PowerLimitAction GeneratingPowerLimitAction { get; init; }
    /// <summary>25.06 [s]: inertia at the motor's shaft times speed at 46.01 over rated torque, so that a ramp asks for its own torque; 0 = off.</summary>
    public double AccelerationCompensationS { get; init; }
    /// <summary>Time constant of the inverter's own torque estimate [s].</summary>
    public double TorqueLagS { get; init; } = 0.007;
    /// <summary>23.15: ramp stop OFF1 from 46.01 to zero [s]; null = half as long again as the emergency ramp.</summary>
    public double? StopTimeS { get; init; }
    /// <summary>31.30 as share of 46.01: margin above the speed limits.</summary>
    public double OverspeedMarginShare { get; init; } = 0.02;

    /// <summary>90.43 over 90.44: motor turns per drum turn.</summary>
    public double GearRatio { get; init; } = 1.0;

    /// <summary>Writes these settings into a drive's parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its parameter's bounds.</exception>
    public void ApplyTo(DriveParameterTable table)
    {
        ApplyMotor(table);
        ApplySpeed(table);
        ApplyBrake(table);
        table.Initialise(DriveNumber.AdapterLossTime, CommunicationTimeoutS);
        table.Initialise(DriveNumber.EmbeddedLossTime, CommunicationTimeoutS);
        table.Initialise(DriveNumber.BootDelay, BootDelayS);
    }

    private void ApplyMotor(DriveParameterTable table)
    {
        table.Initialise(DriveNumber.MotorGear, GearRatio);
        table.Initialise(DriveNumber.NominalTorque, RatedTorqueNm);
        table.Initialise(DriveNumber.NominalPower, RatedPowerW / 1000.0);
        table.Initialise(DriveNumber.TorqueScaling, TorqueScalingPercent);
        table.Initialise(DriveNumber.MinimumTorque, MinTorquePercent);
        table.Initialise(DriveNumber.MaximumTorque, MaxTorquePercent);
        table.Initialise(DriveNumber.StallTorque, 0.95 * MaxTorquePercent);
        table.Initialise(DriveNumber.GeneratingPowerLimit, GeneratingPowerLimitPercent);
    }

    private void ApplySpeed(DriveParameterTable table)
    {
        table.Initialise(DriveNumber.SpeedScaling, SpeedScalingRpm);
        table.Initialise(DriveNumber.MinimumSpeed, -SpeedScalingRpm);
        table.Initialise(DriveNumber.MaximumSpeed, SpeedScalingRpm);
        table.Initialise(DriveNumber.OverspeedMargin, OverspeedMarginShare * SpeedScalingRpm);
        table.Initialise(DriveNumber.SpeedGain, SpeedGain);
        table.Initialise(DriveNumber.SpeedIntegrationTime, SpeedIntegrationS);
        table.Initialise(DriveNumber.AccelerationCompensationTime, AccelerationCompensationS);
        table.Initialise(DriveNumber.SpeedFilterTime, SpeedFilterS);
        table.Initialise(DriveNumber.EmergencyStopTime, EmergencyStopTimeS);
        table.Initialise(DriveNumber.StopTime, StopTimeS ?? 1.5 * EmergencyStopTimeS);
    }

    private void ApplyBrake(DriveParameterTable table)
    {
        table.Initialise(DriveNumber.BrakeMinimumOpenTorque, ProveTorquePercent);
        table.Initialise(DriveNumber.BrakeOpenDelay, BrakeOpenDelayS);
        table.Initialise(DriveNumber.BrakeCloseLevel, CloseLevelRpm);
        table.Initialise(DriveNumber.BrakeCloseLevelDelay, CloseLevelDelayS);
        table.Initialise(DriveNumber.BrakeCloseDelay, CloseDelayS);
        table.Initialise(DriveNumber.BrakeReopenDelay, ReopenDelayS);
    }
}
