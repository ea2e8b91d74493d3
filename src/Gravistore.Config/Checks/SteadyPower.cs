using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;

namespace Gravistore.Config.Checks;

/// <summary>Net grid power of the whole plant when all hoists lower steadily: the loss chain of docs/physics.md with the torque that friction leaves.</summary>
internal static class SteadyPower
{
    /// <summary>Net grid power, export positive [W].</summary>
    /// <param name="plant">The plant.</param>
    /// <param name="lengthM">Rope paid out [m].</param>
    /// <param name="speedMps">Lowering speed, 0 or more [m/s].</param>
    public static double LoweringW(PlantDraft plant, double lengthM, double speedMps)
    {
        LossParameters losses = plant.Losses;
        double torque = MotorForceN(plant, lengthM) / losses.BaseForceN, speed = speedMps / losses.BaseSpeedMps;
        double link = torque * speed - MotorAndInverter(losses, torque, speed);
        double grid = link - losses.FrontEndFixed - losses.FrontEndLinear * Math.Abs(link) - losses.FrontEndSquare * link * link;
        double net = grid - losses.TransformerFixed - losses.TransformerSquare * grid * grid - losses.Auxiliary;
        return plant.HoistCount * losses.BasePowerW * net;
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

    /// <summary>Force left for the motor, at the rope, after rope, guides and gear [N].</summary>
    private static double MotorForceN(PlantDraft plant, double lengthM)
    {
        LossParameters losses = plant.Losses;
        double drumN = plant.StaticForceN(lengthM);
        double gearN = drumN * (1 - losses.RopeSheave) - losses.Guide * plant.Hoist.WeightMassKg * Physics.GravityMps2;
        return gearN * (1 - losses.GearLoadLowering) - losses.GearSpeed * losses.BaseForceN;
    }

    private static double MotorAndInverter(LossParameters l, double torque, double speed)
    {
        double motor = torque * torque * (l.MotorCopper + l.MotorStray * speed * speed) + l.MotorIron * speed * Math.Sqrt(speed) + l.MotorWindage * speed * speed;
        return motor + l.InverterFixed + l.InverterLinear * Math.Abs(torque) + l.InverterSquare * torque * torque;
    }
}
