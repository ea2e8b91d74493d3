namespace Gravistore.FirmwareSim.Firmware;

/// <summary>The direct-voltage link without mains: it rises where the load drives the motor, and falls where the motor drives the load.</summary>
public sealed class MainsMonitor
{
    /// <summary>How long the link's capacitors bridge the mains [steps of 1 ms]; a simulator choice.</summary>
    private const int HoldSteps = 10;
    private int _missingSteps;

    /// <summary>One step of 1 ms.</summary>
    /// <returns>Fault code, 0 = none.</returns>
    public int Step(bool mainsOk, bool running, double shaftPowerNmRpm)
    {
        if (mainsOk || !running)
        {
            _missingSteps = 0;
            return 0;
        }
        if (++_missingSteps < HoldSteps) return 0;
        return shaftPowerNmRpm < 0.0 ? DriveFaultCode.LinkOvervoltage : DriveFaultCode.LinkUndervoltage;
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) => FirmwareHash.Add(seed, _missingSteps);
}
