using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;
using Gravistore.DryRun.Scenarios;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Rig;

/// <summary>What a scenario wants to know of the plant, from a snapshot.</summary>
internal static class RigView
{
    /// <param name="s">The snapshot.</param>
    /// <param name="plant">Whose it is.</param>
    public static PlantView Of(SnapshotNotice s, PlantParameters plant)
    {
        double toleranceM = plant.Motion.LandingToleranceM;
        return new PlantView
        {
            Mode = Enum.Parse<PlantMode>(s.Mode, ignoreCase: true),
            Waits = Enum.Parse<Reaction>(s.Verdict, ignoreCase: true) >= Reaction.ControlledStop || s.Hoists.Any(h => h.Mode == "tripped"),
            StateOfChargePercent = 100 * s.StateOfCharge,
            AllAtUpper = s.Hoists.All(h => Math.Abs(h.DepthM - plant.Shaft.UpperLandingDepthM) <= toleranceM),
            AllAtLower = s.Hoists.All(h => Math.Abs(h.DepthM - plant.Shaft.LowerLandingDepthM) <= toleranceM),
            PowerKW = 1e-3 * s.GridPowerW,
        };
    }
}
