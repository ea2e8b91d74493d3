using Gravistore.Core.Images;

namespace Gravistore.Core;

/// <summary>Writes events of the running cycle into its result; what does not fit is counted, never grown.</summary>
public sealed class EventRecorder
{
    private CycleResult? _result;
    private long _nowNs;

    /// <summary>Begins a cycle.</summary>
    public void Begin(CycleResult result, long nowNs)
    {
        ArgumentNullException.ThrowIfNull(result);
        _result = result;
        _nowNs = nowNs;
        result.EventCount = 0;
        result.EventsLost = 0;
    }

    /// <summary>Adds one event; <paramref name="hoist"/> is -1 for the plant.</summary>
    public void Add(int number, int hoist, double value = 0, double limit = 0)
    {
        CycleResult? result = _result;
        if (result is null) return;
        if (result.EventCount == CycleResult.MaxEvents)
        {
            result.EventsLost++;
            return;
        }
        result.Events[result.EventCount++] = new Event { TimeNs = _nowNs, Number = number, Hoist = hoist, Value = value, Limit = limit };
    }
}
