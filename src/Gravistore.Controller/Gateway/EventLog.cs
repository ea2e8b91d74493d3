using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Gateway;

/// <summary>The newest events with their sequence numbers, for clients that read at their own pace. Bounded: the oldest make room.</summary>
internal sealed class EventLog
{
    /// <summary>Events kept.</summary>
    public const int Capacity = 4096;

    private readonly EventNotice[] _events = new EventNotice[Capacity];
    private readonly object _lock = new();
    private long _next = 1;

    /// <summary>Sequence number of the next event.</summary>
    public long Next
    {
        get { lock (_lock) return _next; }
    }

    /// <summary>Sequence number of the oldest event kept, or that of the next when there is none.</summary>
    public long Oldest
    {
        get { lock (_lock) return Math.Max(1, _next - Capacity); }
    }

    /// <summary>Adds an event with its dictionary's text.</summary>
    public void Add(in Event e)
    {
        EventInfo info = EventDictionary.Get(e.Number);
        lock (_lock)
        {
            _events[_next % Capacity] = new EventNotice(_next, e.TimeNs, e.Number, info.Name, CamelCase.Of(info.Severity), e.Hoist, Finite(e.Value), Finite(e.Limit), info.Unit, info.Text, info.NextAction);
            _next++;
        }
    }

    /// <summary>The event of this number; null when it has not happened yet.</summary>
    /// <param name="sequence">A number that is still kept.</param>
    /// <param name="lost">True when it has made room already.</param>
    public EventNotice? Get(long sequence, out bool lost)
    {
        lock (_lock)
        {
            lost = sequence < _next - Capacity;
            return lost || sequence >= _next ? null : _events[sequence % Capacity];
        }
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
