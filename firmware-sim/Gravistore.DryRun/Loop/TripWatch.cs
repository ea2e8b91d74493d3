using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Loop;

/// <summary>Notes every time that the plant trips after it was ready, with the first cause.</summary>
internal sealed class TripWatch
{
    /// <summary>Trips kept.</summary>
    public const int MaxTrips = 100;

    private readonly List<TripRecord> _trips = [];
    private bool _wasTripped = true;

    public IReadOnlyList<TripRecord> Trips => _trips;

    /// <summary>One cycle has passed; true when the plant has just tripped.</summary>
    public bool HasTripped(CycleResult result, bool isReady)
    {
        bool tripped = result.Plant.Mode is PlantMode.Tripped or PlantMode.Lockout;
        bool begins = tripped && !_wasTripped && isReady;
        _wasTripped = tripped;
        return begins;
    }

    /// <summary>Keeps a trip.</summary>
    public void Add(double timeS, int cause, bool expected)
    {
        if (_trips.Count >= MaxTrips) return;
        EventInfo info = EventDictionary.Get(cause);
        _trips.Add(new TripRecord(timeS, cause, info.Name, info.Text, expected));
    }
}
