namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Watches the two safe-torque-off channels. Torque is blocked by the channels themselves; this only names what happened.</summary>
public sealed class StoMonitor
{
    private int _unequalSteps;

    /// <summary>One step of 1 ms.</summary>
    /// <returns>Fault code, 0 = none.</returns>
    public int Step(bool aClosed, bool bClosed, bool running, int discrepancySteps)
    {
        if (aClosed == bClosed)
        {
            _unequalSteps = 0;
            return running && !aClosed ? DriveFaultCode.SafeTorqueOff : 0;
        }
        if (_unequalSteps <= discrepancySteps) _unequalSteps++;
        if (_unequalSteps > discrepancySteps) return DriveFaultCode.StoHardware;
        if (!running) return 0;
        return aClosed ? DriveFaultCode.Sto2Lost : DriveFaultCode.Sto1Lost;
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) => FirmwareHash.Add(seed, _unequalSteps);
}
