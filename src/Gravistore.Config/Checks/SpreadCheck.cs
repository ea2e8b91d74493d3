using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;
using Gravistore.Core.Power;
using Gravistore.Json;
using static Gravistore.Config.Checks.PlantChecks;

namespace Gravistore.Config.Checks;

/// <summary>The spread of depths leaves every hoist its reserve of travel, at half charge both ways and at a tenth from full or empty one way.</summary>
internal static class SpreadCheck
{
    public static void Run(PlantDraft plant)
    {
        DispatchParameters dispatch = plant.Dispatch;
        if (dispatch.SpreadMiddleM == 0 && dispatch.SpreadEndsM == 0) return;
        double strokeM = plant.Shaft.StrokeM, reserveM = dispatch.ReserveS * plant.Losses.BaseSpeedMps;
        double endReserveM = Math.Min(reserveM, SpreadPolicy.ReserveShare * SpreadPolicy.EndShare * strokeM);
        Check(plant, DispatchSection.SpreadMiddleM, dispatch.SpreadMiddleM, 0.5 * strokeM - reserveM, reserveM, "at half charge");
        // One weight at the far end of the spread, all others at the reserve.
        double endM = 0.5 * plant.HoistCount * (SpreadPolicy.EndShare * strokeM - endReserveM);
        Check(plant, DispatchSection.SpreadEndsM, dispatch.SpreadEndsM, endM, endReserveM, "at a tenth of the charge");
    }

    private static void Check(PlantDraft plant, NumberKey key, double halfM, double mostM, double reserveM, string where)
    {
        if (halfM <= mostM) return;
        string allowed = mostM > 0 ? $"at most {AtMost(mostM)} m, or a shorter dispatch.reserveS" : "a shorter dispatch.reserveS";
        plant.Root.Sub(DispatchSection.Key).Error(key, ConfigErrors.SpreadTravel,
            $"{where} a half-spread of {Show(halfM)} m leaves no reserve of {Show(reserveM)} m of travel to every hoist", allowed);
    }
}
