using Gravistore.Core.Parameters;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Rig;

/// <summary>The invariants that the simulator's truth can show: no slack rope off a landing, no overload, no overspeed, no weight beyond its ultimate limits.</summary>
internal sealed class RigWatch(PlantParameters plant, ViolationLog log)
{
    private readonly double _fastestMps = plant.Motion.MaxSpeedMps * plant.Protection.OverspeedTrip;

    /// <summary>One row of the truth.</summary>
    public void Check(double timeS, int hoist, in TruthHoist truth)
    {
        bool onLanding = Math.Abs(truth.DepthM - plant.Shaft.LowerLandingDepthM) < plant.Shaft.OvertravelM || Math.Abs(truth.DepthM - plant.Shaft.UpperLandingDepthM) < plant.Shaft.OvertravelM;
        if (truth.RopeForceN <= 0 && !onLanding) log.Add("slack-rope", timeS, hoist, truth.RopeForceN, 0, "N");
        if (truth.RopeForceN >= plant.Hoist.RopeBreakingForceN) log.Add("rope-overload", timeS, hoist, truth.RopeForceN, plant.Hoist.RopeBreakingForceN, "N");
        if (Math.Abs(truth.SpeedMps) > _fastestMps) log.Add("speed-envelope", timeS, hoist, truth.SpeedMps, _fastestMps, "m/s");
        double lowestM = plant.Shaft.LowerLandingDepthM + plant.Shaft.OvertravelM, highestM = plant.Shaft.UpperLandingDepthM - plant.Shaft.OvertravelM;
        if (truth.DepthM > lowestM || truth.DepthM < highestM) log.Add("beyond-travel", timeS, hoist, truth.DepthM, truth.DepthM > lowestM ? lowestM : highestM, "m");
    }
}
