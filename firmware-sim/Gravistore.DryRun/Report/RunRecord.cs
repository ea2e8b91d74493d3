using Gravistore.Charts;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Report;

/// <summary>
/// Records a run for its report, every cycle of it, in memory that is bounded however long the run: traces are thinned to the least and the greatest value of
/// each bucket, modes to the stretches that can be seen. Nothing is allocated while the run goes on, but for the close view of a power step.
/// </summary>
public sealed class RunRecord
{
    /// <summary>Buckets of a trace of the plant, and of all traces of hoists together; of one hoist's trace at least and at most.</summary>
    private const int PlantBuckets = 1024, AllHoistBuckets = 16_000, LeastBuckets = 120, MostBuckets = 512;
    /// <summary>Stretches of the modes of all hoists together; of one at least and at most.</summary>
    private const int AllStretches = 6000, LeastStretches = 80, MostStretches = 600;
    private const int TracesPerHoist = 4;
    /// <summary>A bucket is one cycle long at first [s].</summary>
    private const double WidthS = 1e-3 * LockStepLoop.CycleMs;

    private readonly List<(double TimeS, string Label)> _steps = [];
    private readonly EnergyBooks _energy = new();
    private EnergyAudit? _audit;
    private string _step = "";

    /// <param name="plant">The plant as the controller knows it.</param>
    public RunRecord(PlantParameters plant)
    {
        int buckets = Math.Clamp(AllHoistBuckets / (TracesPerHoist * plant.HoistCount), LeastBuckets, MostBuckets) / 2 * 2;
        int stretches = Math.Clamp(AllStretches / plant.HoistCount, LeastStretches, MostStretches);
        Plant = new PlantTraces(new StoredEnergy(plant.Shaft, plant.Hoist), PlantBuckets, MostStretches, WidthS);
        Hoists = new HoistTraces[plant.HoistCount];
        for (int i = 0; i < Hoists.Length; i++) Hoists[i] = new HoistTraces(buckets, stretches, WidthS);
        PowerSteps = new StepCamera(1e-3 * plant.RatedPowerW);
    }

    internal PlantTraces Plant { get; }
    internal HoistTraces[] Hoists { get; }
    /// <summary>The energy books, closed.</summary>
    internal EnergyBooks Energy()
    {
        if (_audit is { } audit) _energy.Settle(audit);
        return _energy;
    }

    internal StepCamera PowerSteps { get; }
    /// <summary>Steps of the scenario and when they began.</summary>
    internal IReadOnlyList<(double TimeS, string Label)> Steps => _steps;
    /// <summary>Time of the last cycle [s].</summary>
    internal double EndS { get; private set; }

    internal void Cycle(in CycleMeasurement cycle, SimPlant sim, CycleResult result, string step)
    {
        EndS = cycle.TimeS;
        double askedKW = Plant.Cycle(cycle, sim, result.Plant);
        PowerSteps.Cycle(cycle.TimeS, askedKW, 1e-3 * cycle.PowerW);
        for (int i = 0; i < Hoists.Length; i++) Hoists[i].Cycle(cycle.TimeS, sim.Truth(i), result.Hoists[i]);
        _energy.Cycle(cycle.PowerW, cycle.LengthS, sim);
        _audit = sim.Audit;
        if (ReferenceEquals(step, _step)) return;
        _step = step;
        if (_steps.Count <= Scenarios.ScenarioSchema.MaxSteps) _steps.Add((cycle.TimeS - cycle.LengthS, step));
    }
}
