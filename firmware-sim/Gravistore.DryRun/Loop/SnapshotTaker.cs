using Gravistore.Core.Images;
using Gravistore.DryRun.Results;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>Shows an observer the plant every so many cycles; copies only, nothing is changed.</summary>
internal sealed class SnapshotTaker(IRunObserver observer, int hoistCount, EventLog events)
{
    private readonly int _everyCycles = observer.CyclesPerSnapshot;
    private readonly RunSnapshot _snapshot = new(hoistCount);

    /// <summary>True in the cycles whose end the observer wants to see.</summary>
    public bool IsDue(long cycle) => _everyCycles > 0 && cycle % _everyCycles == 0;

    /// <summary>Fills the snapshot and hands it over.</summary>
    public void Take(double timeS, double wallS, double powerW, string step, SimPlant sim, CycleResult result)
    {
        (_snapshot.SimulatedS, _snapshot.WallS, _snapshot.Step) = (timeS, wallS, step);
        (_snapshot.AskedPowerW, _snapshot.GivenPowerW) = (result.Plant.PowerSetPointW, powerW);
        (_snapshot.Mode, _snapshot.StateOfCharge) = (result.Plant.Mode, result.Plant.StateOfCharge);
        _snapshot.FrequencyHz = sim.GridFrequencyHz;
        (_snapshot.Events, _snapshot.EventsLost) = (events.Records, events.Lost);
        for (int i = 0; i < _snapshot.Hoists.Length; i++) Fill(ref _snapshot.Hoists[i], sim.Truth(i), result.Hoists[i]);
        observer.Look(_snapshot);
    }

    private static void Fill(ref HoistSnapshot hoist, in HoistTruth truth, in HoistOutput output)
    {
        hoist.WeightDepthM = truth.WeightDepthM;
        hoist.SpeedMps = truth.SpeedMps;
        hoist.RopeForceN = truth.DrumForceN;
        hoist.ExpectedRopeForceN = output.ExpectedRopeForceN;
        hoist.Mode = output.Mode;
    }
}
