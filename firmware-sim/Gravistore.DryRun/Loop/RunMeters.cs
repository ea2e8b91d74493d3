using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Scenarios;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>Everything that is measured over a run, from the true state of the plant.</summary>
internal sealed class RunMeters : IStepListener
{
    private readonly EnergyMeter _energy = new();
    private readonly TrackingMeter _tracking;
    private readonly FollowMeter _follow = new();
    private readonly PowerWindowMeter?[] _windows;
    private readonly InvariantWatch _invariants;
    private readonly ViolationLog _violations = new();
    private readonly ICycleProbe? _probe;

    /// <param name="plant">The plant as the controller knows it.</param>
    /// <param name="scenario">What is played.</param>
    /// <param name="probe">Sees every step and cycle too; null = nobody.</param>
    public RunMeters(PlantParameters plant, Scenario scenario, ICycleProbe? probe)
    {
        _probe = probe;
        _tracking = new TrackingMeter(plant.RatedPowerW);
        _windows = [.. scenario.Assertions.Select(a => a.Power is { } power ? new PowerWindowMeter(power) : null)];
        _invariants = new InvariantWatch(plant, _violations);
        Motion = new MotionCounter(plant.HoistCount);
    }

    public EventLog Events { get; } = new();
    public TripWatch Trips { get; } = new();
    public MotionCounter Motion { get; }

    public void StepBegins(string label, double timeS)
    {
        foreach (PowerWindowMeter? window in _windows) window?.StepBegins(label, timeS);
        _probe?.StepBegins(label, timeS);
    }

    public void PowerSteps(double fromW, double toW) => _tracking.StepTo(fromW, toW);

    public void PowerReleased() => _tracking.Release();

    /// <summary>One cycle has passed.</summary>
    /// <param name="cycle">Time at its end, length, mean true grid power and what a followed law asked for.</param>
    /// <param name="sim">The true plant.</param>
    /// <param name="input">What the controller saw.</param>
    /// <param name="result">What it did.</param>
    public void Add(in CycleMeasurement cycle, SimPlant sim, CycleInput input, CycleResult result)
    {
        _energy.Add(cycle.PowerW, sim.PotentialEnergyJ, cycle.LengthS);
        _tracking.Add(cycle.PowerW, cycle.LengthS);
        if (cycle.FollowedW is { } followedW) _follow.Add(followedW, cycle.PowerW, cycle.LengthS);
        foreach (PowerWindowMeter? window in _windows) window?.Add(cycle.TimeS, cycle.LengthS, 1e-3 * cycle.PowerW);
        _invariants.Check(cycle.TimeS, cycle.LengthS, sim, input, result);
        Motion.Add(sim, result);
        Events.Add(result);
        _probe?.Cycle(cycle, sim);
    }

    /// <summary>A register access was refused: the two sides disagree about an address.</summary>
    public void CheckLinks(double timeS, LinkFigures links)
    {
        long refused = links.ReadsRefused + links.WritesRefused;
        if (refused > 0) _violations.Add("register-refused", timeS, -1, refused, 0, "");
    }

    public IReadOnlyList<Violation> Violations() => _violations.Violations();
    public EnergyFigures Energy(double startPercent, double endPercent, double residual) => _energy.Figures(startPercent, endPercent, residual);
    public TrackingFigures Tracking() => _tracking.Figures();
    public FollowFigures? Follow() => _follow.Figures();

    /// <summary>What became of the assertions, in the scenario's order.</summary>
    public IReadOnlyList<AssertionOutcome> Outcomes(Scenario scenario, DryRunResult result) =>
        [.. scenario.Assertions.Select((a, i) => _windows[i]?.Outcome() ?? AssertionCheck.Of(a, result))];
}

/// <summary>What is measured of one cycle.</summary>
/// <param name="TimeS">Time at its end [s].</param>
/// <param name="LengthS">Its length [s].</param>
/// <param name="PowerW">Mean true net power at the grid, export positive [W].</param>
/// <param name="FollowedW">Power that a followed series asked for [W]; null while none is followed.</param>
internal readonly record struct CycleMeasurement(double TimeS, double LengthS, double PowerW, double? FollowedW);
