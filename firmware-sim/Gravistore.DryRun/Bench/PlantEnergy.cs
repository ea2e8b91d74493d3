using Gravistore.Core.Parameters;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Bench;

/// <summary>What a plant holds when it is full.</summary>
internal static class PlantEnergy
{
    /// <summary>Potential energy of all weights and ropes between the landings [J], stretch left out.</summary>
    public static double FullJ(PlantParameters plant)
    {
        double ropeKg = plant.Hoist.RopeMassPerMetreKg * 0.5 * (plant.Shaft.UpperLandingDepthM + plant.Shaft.LowerLandingDepthM);
        return plant.HoistCount * (plant.Hoist.WeightMassKg + ropeKg) * PhysicalConstants.GravityMps2 * plant.Shaft.StrokeM;
    }
}
