using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Runtime;

namespace Gravistore.Controller.Recording;

/// <summary>
/// Stands between the loop and its port and copies every cycle into a ring for the recorder's thread. The loop never waits for it: a ring that is full
/// loses cycles, which are counted, and the recording begins anew behind the gap.
/// </summary>
internal sealed class CycleTap(ILoopPort port, int hoistCount) : ILoopPort
{
    /// <summary>Cycles between loop and recorder: five seconds.</summary>
    public const int Capacity = 512;

    private readonly CycleCopy[] _ring = [.. Enumerable.Range(0, Capacity).Select(_ => new CycleCopy(hoistCount))];
    private long _written, _read, _lost;

    /// <summary>Cycles that found no room.</summary>
    public long Lost => Volatile.Read(ref _lost);

    void ILoopPort.Take(CycleInput input) => port.Take(input);

    void ILoopPort.Tell(CycleInput input, CycleResult result, ControllerState state, int slips)
    {
        port.Tell(input, result, state, slips);
        if (_written - Volatile.Read(ref _read) == Capacity)
        {
            Volatile.Write(ref _lost, _lost + 1);
            return;
        }
        _ring[_written % Capacity].Take(input, result, state);
        Volatile.Write(ref _written, _written + 1);
    }

    /// <summary>The oldest cycle that waits, for the recorder's thread; null when there is none. Given back by <see cref="Done"/>.</summary>
    public CycleCopy? Oldest => _read < Volatile.Read(ref _written) ? _ring[_read % Capacity] : null;

    /// <summary>The oldest cycle is no longer needed.</summary>
    public void Done() => Volatile.Write(ref _read, _read + 1);
}
