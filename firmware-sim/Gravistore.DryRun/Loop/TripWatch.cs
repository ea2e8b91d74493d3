using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Loop;

/// <summary>Notes every trip, of the plant and of a single hoist alike, as the controller tells of it.</summary>
internal sealed class TripWatch
{
    /// <summary>Trips kept.</summary>
    public const int MaxTrips = 100;

    private readonly List<TripRecord> _trips = [];

    public IReadOnlyList<TripRecord> Trips => _trips;

    /// <summary>True when this event tells of a trip.</summary>
    public static bool IsTrip(in Event e) => EventDictionary.Get(e.Number).Severity == Severity.Trip;

    /// <summary>Keeps a trip.</summary>
    public void Add(double timeS, in Event e, bool expected)
    {
        if (_trips.Count >= MaxTrips) return;
        EventInfo info = EventDictionary.Get(e.Number);
        _trips.Add(new TripRecord(timeS, e.Hoist, e.Number, info.Name, info.Text, expected));
    }
}
