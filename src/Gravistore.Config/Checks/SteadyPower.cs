using Gravistore.Config.Plants;
using Gravistore.Core.Power;

namespace Gravistore.Config.Checks;

/// <summary>Net grid power of the whole plant when all hoists lower steadily: as the controller itself works it out.</summary>
internal static class SteadyPower
{
    /// <summary>Net grid power, export positive [W].</summary>
    /// <param name="plant">The plant.</param>
    /// <param name="lengthM">Rope paid out [m].</param>
    /// <param name="speedMps">Lowering speed, 0 or more [m/s].</param>
    public static double LoweringW(PlantDraft plant, double lengthM, double speedMps)
    {
        LossModel model = new(plant.Hoist, plant.Losses, plant.HoistCount);
        double motorForceN = model.MotorForceN(plant.StaticForceN(lengthM), 0, speedMps, 0);
        return model.GridPowerW(plant.HoistCount * model.FrontEndPowerW(motorForceN, speedMps));
    }

    /// <summary>Least lowering speed that gives this net power, found up to <paramref name="greatestMps"/>; NaN when none does.</summary>
    public static double SpeedForMps(PlantDraft plant, double lengthM, double powerW, double greatestMps)
    {
        if (LoweringW(plant, lengthM, greatestMps) < powerW) return double.NaN;
        double low = 0, high = greatestMps;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (LoweringW(plant, lengthM, middle) < powerW) low = middle;
            else high = middle;
        }
        return high;
    }
}
