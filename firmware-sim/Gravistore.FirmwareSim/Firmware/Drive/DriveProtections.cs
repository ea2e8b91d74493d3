namespace Gravistore.FirmwareSim.Firmware;

/// <summary>The drive's own protections of motor and load: overspeed, generating power, stall, motor temperature.</summary>
public sealed class DriveProtections
{
    private int _stallSteps;

    /// <summary>The motor is warm.</summary>
    public bool TemperatureWarning { get; private set; }
    /// <summary>The motor stalls and 31.24 asks for a warning only.</summary>
    public bool StallWarning { get; private set; }

    /// <summary>One step of 1 ms; overspeed is watched whether or not the drive runs.</summary>
    /// <returns>Fault code, 0 = none.</returns>
    public int Step(double speedRpm, double torqueNm, double motorTemperatureC, bool mayStall, DriveTuning tuning)
    {
        if (speedRpm > tuning.OverspeedHighRpm || speedRpm < tuning.OverspeedLowRpm) return DriveFaultCode.Overspeed;
        if (tuning.TripsGenerating && -speedRpm * torqueNm > tuning.GeneratingLimitNmRpm) return DriveFaultCode.SignalSupervision;
        TemperatureWarning = motorTemperatureC > tuning.TemperatureWarningC;
        if (motorTemperatureC > tuning.TemperatureFaultC) return DriveFaultCode.MotorTemperature;
        bool stalls = mayStall && Math.Abs(torqueNm) >= tuning.StallTorqueNm && Math.Abs(speedRpm) <= tuning.StallSpeedRpm;
        if (stalls) return Stall(tuning);
        _stallSteps = 0;
        StallWarning = false;
        return 0;
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) => FirmwareHash.Add(seed, _stallSteps);

    private int Stall(DriveTuning tuning)
    {
        if (_stallSteps < tuning.StallSteps) _stallSteps++;
        bool stalled = _stallSteps >= tuning.StallSteps;
        StallWarning = stalled && tuning.StallWarns;
        return stalled && tuning.StallFaults ? DriveFaultCode.MotorStall : 0;
    }
}
