namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Watches that the master still speaks (ABB ACS880 firmware manual p435): silence longer than allowed, after the boot delay, is a loss.</summary>
public sealed class CommunicationSupervision
{
    private int _bootSteps;
    private int _silentSteps;

    /// <summary>The master is silent: status word bit 15.</summary>
    public bool Lost { get; private set; }

    /// <summary>A message that counts as a sign of life.</summary>
    public void Feed()
    {
        _silentSteps = 0;
        Lost = false;
    }

    /// <summary>One step of 1 ms; true in the step in which the link is found lost.</summary>
    public bool Step(CommunicationTuning tuning)
    {
        if (_bootSteps < tuning.BootSteps)
        {
            _bootSteps++;
            return false;
        }
        if (Lost || ++_silentSteps <= tuning.Steps) return false;
        Lost = true;
        return true;
    }

    /// <summary>Adds what the next steps depend on to a hash.</summary>
    internal ulong Hash(ulong seed) => FirmwareHash.Add(FirmwareHash.Add(seed, ((long)_bootSteps << 32) | (uint)_silentSteps), Lost ? 1L : 0L);
}
