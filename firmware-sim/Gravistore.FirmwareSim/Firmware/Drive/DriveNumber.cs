namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Numbers (100 x group + index) of the parameters that the firmware works with.</summary>
public static class DriveNumber
{
    public const int MotorSpeed = 101;
    public const int MotorTorque = 110;
    public const int OutputPower = 114;
    public const int NominalTorqueScale = 130;
    public const int TrippingFault = 401;
    public const int ActiveWarning1 = 406;
    public const int MainControlWord = 601;
    public const int MainStatusWord = 611;
    public const int DriveStatusWord1 = 616;
    public const int SafeSpeed = 2241;
    public const int AccelerationTime = 2312;
    public const int DecelerationTime = 2313;
    public const int StopTime = 2315;
    public const int EmergencyStopTime = 2323;
    public const int SpeedGain = 2502;
    public const int SpeedIntegrationTime = 2503;
    public const int AccelerationCompensationTime = 2506;
    public const int MinimumSpeed = 3011;
    public const int MaximumSpeed = 3012;
    public const int MinimumTorque = 3019;
    public const int MaximumTorque = 3020;
    public const int GeneratingPowerLimit = 3027;
    public const int StallFunction = 3124;
    public const int StallTorque = 3125;
    public const int StallSpeed = 3126;
    public const int StallTime = 3128;
    public const int OverspeedMargin = 3130;
    public const int MotorTemperatureFault = 3512;
    public const int MotorTemperatureWarning = 3513;
    public const int BrakeStatus = 4401;
    public const int BrakeTorqueMemory = 4402;
    public const int BrakeOpenTorque = 4403;
    public const int BrakeEnable = 4406;
    public const int BrakeAcknowledge = 4407;
    public const int BrakeOpenDelay = 4408;
    public const int BrakeOpenTorqueSource = 4409;
    public const int BrakeMinimumOpenTorque = 4410;
    public const int KeepBrakeClosed = 4411;
    public const int BrakeCloseRequest = 4412;
    public const int BrakeCloseDelay = 4413;
    public const int BrakeCloseLevel = 4414;
    public const int BrakeCloseLevelDelay = 4415;
    public const int BrakeReopenDelay = 4416;
    public const int BrakeFaultFunction = 4417;
    public const int BrakeFaultDelay = 4418;
    public const int SpeedScaling = 4601;
    public const int TorqueScaling = 4603;
    public const int AtSpeedHysteresis = 4621;
    public const int AboveSpeedLimit = 4631;
    public const int AdapterEnable = 5001;
    public const int AdapterLossFunction = 5002;
    public const int AdapterLossTime = 5003;
    public const int EmbeddedLossAction = 5814;
    public const int EmbeddedLossMode = 5815;
    public const int EmbeddedLossTime = 5816;
    public const int ProveTimeout = 8901;
    public const int AdditiveTorqueTimeout = 8902;
    public const int StoDiscrepancyTime = 8903;
    public const int BootDelay = 8904;
    public const int SpeedFilterTime = 8905;
    public const int MotorGear = 9043;
    public const int NominalPower = 9910;
    public const int NominalTorque = 9912;

    /// <summary>Every number that a drive's data file must declare.</summary>
    public static ReadOnlySpan<int> Required =>
    [
        MotorSpeed, MotorTorque, OutputPower, NominalTorqueScale, TrippingFault, TrippingFault + 1, TrippingFault + 2, TrippingFault + 3,
        TrippingFault + 4, ActiveWarning1, MainControlWord, MainStatusWord, DriveStatusWord1, SafeSpeed, AccelerationTime,
        DecelerationTime, StopTime, EmergencyStopTime, SpeedGain, SpeedIntegrationTime, AccelerationCompensationTime, MinimumSpeed, MaximumSpeed, MinimumTorque,
        MaximumTorque, GeneratingPowerLimit, StallFunction, StallTorque, StallSpeed, StallTime, OverspeedMargin, MotorTemperatureFault,
        MotorTemperatureWarning, BrakeStatus, BrakeTorqueMemory, BrakeOpenTorque, BrakeEnable, BrakeAcknowledge, BrakeOpenDelay,
        BrakeOpenTorqueSource, BrakeMinimumOpenTorque, KeepBrakeClosed, BrakeCloseRequest, BrakeCloseDelay, BrakeCloseLevel,
        BrakeCloseLevelDelay, BrakeReopenDelay, BrakeFaultFunction, BrakeFaultDelay, SpeedScaling, TorqueScaling, AtSpeedHysteresis,
        AboveSpeedLimit, AdapterEnable, AdapterLossFunction, AdapterLossTime, EmbeddedLossAction, EmbeddedLossMode, EmbeddedLossTime,
        ProveTimeout, AdditiveTorqueTimeout, StoDiscrepancyTime, BootDelay, SpeedFilterTime, MotorGear, NominalPower, NominalTorque,
    ];
}
