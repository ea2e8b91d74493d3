namespace Gravistore.FirmwareSim.Firmware;

/// <summary>What the firmware computes from its parameters, once after each change, so that a step multiplies and compares only. Times are in steps of 1 ms.</summary>
public sealed class DriveTuning(PowerLimitAction generatingLimitAction = PowerLimitAction.Limit)
{
    private const double StepS = DriveFirmware.StepS;

    public double RatedTorqueNm { get; private set; }
    public double SpeedScalingRpm { get; private set; }
    public double ReferenceRpmPerCount { get; private set; }
    public double SpeedCountsPerRpm { get; private set; }
    public double ReferenceNmPerCount { get; private set; }
    public double TorqueCountsPerNm { get; private set; }
    public int TorqueCounts { get; private set; }
    public double MinSpeedRpm { get; private set; }
    public double MaxSpeedRpm { get; private set; }
    public double OverspeedLowRpm { get; private set; }
    public double OverspeedHighRpm { get; private set; }
    public double MinTorqueNm { get; private set; }
    public double MaxTorqueNm { get; private set; }
    public bool LimitsGenerating { get; private set; }
    public bool TripsGenerating { get; private set; }
    /// <summary>Greatest generating power as torque times rpm [N m rpm], where it is limited or trips.</summary>
    public double GeneratingLimitNmRpm { get; private set; }
    public double GainNmPerRpm { get; private set; }
    public double IntegralNmPerRpmStep { get; private set; }
    /// <summary>Torque of a ramp [N m] for its slope [rpm a step].</summary>
    public double RampNmPerRpmStep { get; private set; }
    public double FilterShare { get; private set; }
    public double SafeSpeedRpm { get; private set; }
    public double AccelerationRpmPerStep { get; private set; }
    public double DecelerationRpmPerStep { get; private set; }
    public double StopRpmPerStep { get; private set; }
    public double EmergencyRpmPerStep { get; private set; }
    public double AtSpeedRpm { get; private set; }
    public double AboveSpeedRpm { get; private set; }
    public bool StallFaults { get; private set; }
    public bool StallWarns { get; private set; }
    public double StallTorqueNm { get; private set; }
    public double StallSpeedRpm { get; private set; }
    public int StallSteps { get; private set; }
    public double TemperatureFaultC { get; private set; }
    public double TemperatureWarningC { get; private set; }
    public int AdditiveTorqueSteps { get; private set; }
    public int StoDiscrepancySteps { get; private set; }
    public CommunicationTuning Communication { get; private set; } = null!;
    public BrakeTuning Brake { get; private set; } = null!;

    /// <summary>Reads every parameter anew.</summary>
    public void Refresh(DriveParameterTable table, DriveDevice device)
    {
        RefreshScaling(table, device);
        RefreshLimits(table);
        RefreshSpeedLoop(table);
        RefreshRamps(table);
        RefreshSupervision(table);
        Communication = CommunicationTuning.From(table);
        Brake = BrakeTuning.From(table, RatedTorqueNm);
    }

    /// <summary>Torque allowed at a speed [N m]. Torque and speed of opposite sign return power; where that is limited, the torque falls as the speed rises.</summary>
    public void TorqueRange(double speedRpm, out double lowNm, out double highNm)
    {
        lowNm = MinTorqueNm;
        highNm = MaxTorqueNm;
        if (!LimitsGenerating || speedRpm == 0.0) return;
        double limitNm = GeneratingLimitNmRpm / Math.Abs(speedRpm);
        if (speedRpm < 0.0) highNm = Math.Min(highNm, limitNm);
        else lowNm = Math.Max(lowNm, -limitNm);
    }

    /// <summary>Whole steps in a time [s], rounded.</summary>
    internal static int Steps(double timeS) => (int)Math.Round(timeS / StepS);

    private void RefreshScaling(DriveParameterTable table, DriveDevice device)
    {
        RatedTorqueNm = table[DriveNumber.NominalTorque];
        SpeedScalingRpm = table[DriveNumber.SpeedScaling];
        TorqueCounts = device.TorqueCounts;
        ReferenceRpmPerCount = SpeedScalingRpm / device.SpeedCounts;
        SpeedCountsPerRpm = device.SpeedCounts / SpeedScalingRpm;
        double fullNm = 0.01 * table[DriveNumber.TorqueScaling] * RatedTorqueNm;
        ReferenceNmPerCount = fullNm / device.TorqueCounts;
        TorqueCountsPerNm = device.TorqueCounts / fullNm;
    }

    private void RefreshLimits(DriveParameterTable table)
    {
        MinSpeedRpm = table[DriveNumber.MinimumSpeed];
        MaxSpeedRpm = table[DriveNumber.MaximumSpeed];
        OverspeedLowRpm = MinSpeedRpm - table[DriveNumber.OverspeedMargin];
        OverspeedHighRpm = MaxSpeedRpm + table[DriveNumber.OverspeedMargin];
        MinTorqueNm = 0.01 * table[DriveNumber.MinimumTorque] * RatedTorqueNm;
        MaxTorqueNm = 0.01 * table[DriveNumber.MaximumTorque] * RatedTorqueNm;
        double limit = 0.01 * table[DriveNumber.GeneratingPowerLimit] * 1000.0 * table[DriveNumber.NominalPower];
        LimitsGenerating = limit > 0.0 && generatingLimitAction == PowerLimitAction.Limit;
        TripsGenerating = limit > 0.0 && generatingLimitAction == PowerLimitAction.Trip;
        GeneratingLimitNmRpm = limit * DriveFirmware.RpmPerRadPerS;
    }

    private void RefreshSpeedLoop(DriveParameterTable table)
    {
        GainNmPerRpm = table[DriveNumber.SpeedGain] * RatedTorqueNm / SpeedScalingRpm;
        double integrationS = table[DriveNumber.SpeedIntegrationTime];
        IntegralNmPerRpmStep = integrationS > 0.0 ? GainNmPerRpm * StepS / integrationS : 0.0;
        RampNmPerRpmStep = table[DriveNumber.AccelerationCompensationTime] * RatedTorqueNm / (SpeedScalingRpm * StepS);
        FilterShare = StepS / (StepS + table[DriveNumber.SpeedFilterTime]);
        AtSpeedRpm = table[DriveNumber.AtSpeedHysteresis];
        AboveSpeedRpm = table[DriveNumber.AboveSpeedLimit];
        SafeSpeedRpm = table[DriveNumber.SafeSpeed];
        AdditiveTorqueSteps = Steps(table[DriveNumber.AdditiveTorqueTimeout]);
    }

    private void RefreshRamps(DriveParameterTable table)
    {
        AccelerationRpmPerStep = Slope(table[DriveNumber.AccelerationTime]);
        DecelerationRpmPerStep = Slope(table[DriveNumber.DecelerationTime]);
        StopRpmPerStep = Slope(table[DriveNumber.StopTime]);
        EmergencyRpmPerStep = Slope(table[DriveNumber.EmergencyStopTime]);
    }

    private void RefreshSupervision(DriveParameterTable table)
    {
        StallFaults = table[DriveNumber.StallFunction] == 2.0;
        StallWarns = table[DriveNumber.StallFunction] == 1.0;
        StallTorqueNm = 0.01 * table[DriveNumber.StallTorque] * RatedTorqueNm;
        StallSpeedRpm = table[DriveNumber.StallSpeed];
        StallSteps = Steps(table[DriveNumber.StallTime]);
        TemperatureFaultC = table[DriveNumber.MotorTemperatureFault];
        TemperatureWarningC = table[DriveNumber.MotorTemperatureWarning];
        StoDiscrepancySteps = Steps(table[DriveNumber.StoDiscrepancyTime]);
    }

    private double Slope(double timeS) => timeS > 0.0 ? SpeedScalingRpm * StepS / timeS : double.PositiveInfinity;
}
