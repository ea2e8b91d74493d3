using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;

namespace Gravistore.DryRun.Results;

/// <summary>Keeps the controller's events of a run.</summary>
internal sealed class EventLog
{
    /// <summary>Events kept; later ones are only counted.</summary>
    public const int MaxEvents = 10_000;

    private const double NsPerS = 1e9;
    private readonly List<EventRecord> _records = [];

    public IReadOnlyList<EventRecord> Records => _records;
    public long Lost { get; private set; }

    /// <summary>Takes the events of one cycle.</summary>
    public void Add(CycleResult result)
    {
        Lost += result.EventsLost;
        for (int i = 0; i < result.EventCount; i++) Add(result.Events[i]);
    }

    // A change of mode carries the new mode's number: people read its name.
    private static string Text(EventInfo info, double value) => info.Number switch
    {
        EventNumber.PlantMode => $"The plant's mode is now {(PlantMode)value}.",
        EventNumber.HoistMode => $"The hoist's mode is now {(HoistMode)value}.",
        _ => info.Text,
    };

    private void Add(in Event one)
    {
        if (_records.Count >= MaxEvents)
        {
            Lost++;
            return;
        }
        EventInfo info = EventDictionary.Get(one.Number);
        _records.Add(new EventRecord(one.TimeNs / NsPerS, one.Hoist, one.Number, info.Name, info.Severity.ToString().ToLowerInvariant(), one.Value, one.Limit, info.Unit, Text(info, one.Value)));
    }
}
