using Gravistore.Core.Parameters;
using Gravistore.Drivers.Ports;

namespace Gravistore.Drivers.Links;

/// <summary>
/// When a bus begins its next round, and whom it asks in it. A device that does not answer takes its neighbours' time: after a second of that it is
/// asked in every fifth round alone.
/// </summary>
internal sealed class BusPace(SerialBus? bus)
{
    private const double LoopCycleS = 0.01, PatienceS = 1;
    private const int RareRounds = 5;

    private readonly int _cycles = bus is null ? 1 : Math.Max(1, (int)Math.Round(bus.CycleS / LoopCycleS));
    private readonly int _patientMisses = bus is null ? int.MaxValue : (int)(PatienceS / bus.CycleS);
    private int _begun;
    private bool _hasBegun;

    /// <summary>Rounds so far; a TCP link's are the loop's cycles.</summary>
    public int Round { get; private set; }

    /// <summary>True when a round is to begin in this cycle of the loop; a late one begins at once, and none is made up for.</summary>
    public bool Begins(int cycle)
    {
        if (_hasBegun && unchecked(cycle - _begun) < _cycles) return false;
        (_begun, _hasBegun) = (cycle, true);
        Round = bus is null ? cycle : unchecked(Round + 1);
        return true;
    }

    /// <summary>True when a device is asked in this round.</summary>
    public bool Asks(DevicePort port) => port.Missed < _patientMisses || (Round & int.MaxValue) % RareRounds == 0;
}
