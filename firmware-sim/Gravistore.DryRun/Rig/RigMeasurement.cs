using Gravistore.Core;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Rig;

/// <summary>Judges a run through the wire by the simulator's truth, with the same meters that judge a dry run.</summary>
public static class RigMeasurement
{
    private const double CycleS = 0.01, DirectionMps = 0.02, StandstillMps = 1e-3;

    /// <summary>The result object of the run.</summary>
    public static DryRunResult Of(RigRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        DryRunRequest request = run.Request;
        PlantParameters plant = request.Plant;
        StoredEnergy stored = new(plant.Shaft, plant.Hoist);
        EnergyMeter energy = new();
        TrackingMeter tracking = new(plant.RatedPowerW);
        FollowMeter follow = new();
        PowerWindowMeter?[] windows = [.. request.Scenario.Assertions.Select(a => a.Power is { } power ? new PowerWindowMeter(power) : null)];
        ViolationLog violations = new();
        RigWatch watch = new(plant, violations);
        Queue<RigMark> marks = new(run.Script.Marks);
        double capacityJ = CapacityJ(plant);
        double? followedW = null;
        int first = Math.Max(0, run.Truth.RowAt(run.TruthOffsetS)), last = run.Truth.RowAt(run.TruthOffsetS + run.LengthS), reversals = 0;
        int[] directions = new int[plant.HoistCount];
        double[] depthsM = new double[plant.HoistCount];
        for (int row = first; row <= last; row++)
        {
            double timeS = run.Truth.TimeS(row) - run.TruthOffsetS, powerW = run.Truth.PowerW(row);
            while (marks.TryPeek(out RigMark? mark) && mark.TimeS <= timeS) Apply(marks.Dequeue(), tracking, windows, ref followedW);
            for (int i = 0; i < depthsM.Length; i++)
            {
                TruthHoist hoist = run.Truth.Hoist(row, i);
                depthsM[i] = hoist.DepthM;
                reversals += Reversed(hoist.SpeedMps, ref directions[i]) ? 1 : 0;
                watch.Check(timeS, i, hoist);
            }
            energy.Add(powerW, capacityJ * stored.MeanShare(depthsM), CycleS);
            tracking.Add(powerW, CycleS);
            if (followedW is { } askedW) follow.Add(askedW, powerW, CycleS);
            foreach (PowerWindowMeter? window in windows) window?.Add(timeS, CycleS, 1e-3 * powerW);
        }
        double startPercent = 100 * stored.MeanShare([.. run.Script.StartDepthsM]), endPercent = 100 * stored.MeanShare(depthsM);
        DryRunResult result = new()
        {
            Plant = plant.Name,
            Scenario = request.Scenario.Name,
            Seed = request.Seed,
            Version = ProgramVersion.Text,
            Times = new RunTimes(run.LengthS, run.LengthS, run.Cycles, 0, 0),
            StateHash = run.StateHash,
            Energy = energy.Figures(startPercent, endPercent, double.NaN),
            Tracking = tracking.Figures(),
            StateOfChargeStartPercent = startPercent,
            StateOfChargeEndPercent = endPercent,
            HoistStarts = run.Events.Count(e => e.Number == Core.Dictionary.EventNumber.HoistMode && (int)e.Value == (int)Core.Modes.HoistMode.ProvingTorque),
            Reversals = reversals,
            Trips = run.Trips,
            Events = run.Events,
            EventsLost = 0,
            Violations = violations.Violations(),
            Follow = follow.Figures(),
            Links = new LinkFigures(0, 0),
            End = End(run, depthsM, last),
            Assertions = [],
            Packages = Packages.Of(typeof(Controller).Assembly),
            Wire = run.Wire,
        };
        // The assertions are about the whole scenario; its beginning alone can fail them without fault.
        return run.Script.IsExcerpt ? result : result with { Assertions = [.. request.Scenario.Assertions.Select((a, i) => windows[i]?.Outcome() ?? AssertionCheck.Of(a, result))] };
    }

    private static void Apply(RigMark mark, TrackingMeter tracking, PowerWindowMeter?[] windows, ref double? followedW)
    {
        switch (mark.Kind)
        {
            case RigMarkKind.Step:
                foreach (PowerWindowMeter? window in windows) window?.StepBegins(mark.Label, mark.TimeS);
                break;
            case RigMarkKind.PowerStep: tracking.StepTo(mark.FromW, mark.PowerW ?? 0); break;
            case RigMarkKind.Released: tracking.Release(); break;
            default: followedW = mark.PowerW; break;
        }
    }

    private static bool Reversed(double speedMps, ref int direction)
    {
        if (Math.Abs(speedMps) < DirectionMps) return false;
        int before = direction;
        direction = Math.Sign(speedMps);
        return before == -direction;
    }

    // Potential energy of all weights at their upper landings [J].
    private static double CapacityJ(PlantParameters plant) => new Controller(plant).CapacityJ;

    private static EndState End(RigRun run, double[] depthsM, int last)
    {
        ShaftParameters shaft = run.Request.Plant.Shaft;
        double toleranceM = run.Request.Plant.Motion.LandingToleranceM;
        int landed = depthsM.Count(d => Math.Abs(d - shaft.UpperLandingDepthM) <= toleranceM || Math.Abs(d - shaft.LowerLandingDepthM) <= toleranceM);
        int braked = last < 0 ? 0 : Enumerable.Range(0, depthsM.Length).Count(i => run.Truth.Hoist(last, i) is { BrakesSet: true } h && Math.Abs(h.SpeedMps) < StandstillMps);
        return new EndState(run.Script.Reason, run.Script.Failure, run.Mode.ToString().ToLowerInvariant(), landed, braked, depthsM);
    }
}
