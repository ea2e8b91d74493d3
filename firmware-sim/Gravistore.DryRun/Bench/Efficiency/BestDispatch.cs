using Gravistore.Core.Parameters;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Bench.Efficiency;

/// <summary>
/// The best round trip that a plant's own losses allow at a constant grid power: at every depth of the stroke the number of hoists is chosen that
/// gives the most energy for each metre of rope (or takes the least), all of them at one speed, the others on their brakes.
/// No starts, no hand-overs, no creeping to landings: nothing that really moves reaches it.
/// </summary>
internal sealed class BestDispatch(PlantParameters plant, PlantTruth truth)
{
    /// <summary>Depths at which the choice is made, evenly over the stroke.</summary>
    public const int Depths = 100;
    private const int Halvings = 60;
    /// <summary>A hoist may carry its rated power, and this much more for rounding.</summary>
    private const double RatedTolerance = 1 + 1e-9;

    private readonly SteadyPlant _steady = new(truth);

    /// <summary>The best way from one end of the stroke to the other.</summary>
    /// <param name="EnergyJ">Energy at the grid for the whole stroke of all hoists [J], positive.</param>
    /// <param name="FewestHoists">Fewest hoists at any depth.</param>
    /// <param name="MostHoists">Most hoists at any depth.</param>
    public sealed record Way(double EnergyJ, int FewestHoists, int MostHoists);

    /// <summary>Energy of the whole stroke at a grid power [W, export positive]; null when no number of hoists gives it everywhere.</summary>
    public Way? Find(double powerW)
    {
        ShaftTruth shaft = truth.Shaft;
        double strokeM = shaft.LowerLandingDepthM - shaft.UpperLandingDepthM;
        double ropeM = truth.Mechanics.RopeLengthAtRestM(shaft.LowerLandingDepthM) - truth.Mechanics.RopeLengthAtRestM(shaft.UpperLandingDepthM);
        double energyPerMetreSum = 0;
        int fewest = int.MaxValue, most = 0;
        for (int i = 0; i < Depths; i++)
        {
            double depthM = shaft.UpperLandingDepthM + (i + 0.5) / Depths * strokeM;
            if (Best(powerW, depthM) is not { } best) return null;
            energyPerMetreSum += best.EnergyJPerM;
            (fewest, most) = (Math.Min(fewest, best.Hoists), Math.Max(most, best.Hoists));
        }
        return new Way(energyPerMetreSum / Depths * ropeM * truth.HoistCount, fewest, most);
    }

    /// <summary>Best number of hoists at one depth, and the energy at the grid for each metre of rope [J/m]; null when none gives the power.</summary>
    public (int Hoists, double EnergyJPerM)? Best(double powerW, double depthM)
    {
        (int Hoists, double EnergyJPerM)? best = null;
        for (int n = 1; n <= truth.HoistCount; n++)
        {
            if (SpeedMps(n, powerW, depthM) is not { } speedMps) continue;
            double energyJPerM = Math.Abs(powerW) / (n * speedMps);
            bool better = best is not { } other || (powerW > 0 ? energyJPerM > other.EnergyJPerM : energyJPerM < other.EnergyJPerM);
            if (better) best = (n, energyJPerM);
        }
        return best;
    }

    /// <summary>Speed at which so many hoists give a power [m/s, positive]; null when it is beyond their speed or their rated power.</summary>
    public double? SpeedMps(int hoists, double powerW, double depthM)
    {
        if (Math.Abs(powerW) > hoists * truth.HoistRatedPowerW * RatedTolerance) return null;
        double direction = powerW > 0 ? 1 : -1;
        double slowMps = 0, fastMps = plant.Motion.MaxSpeedMps;
        if (direction * _steady.GridPowerW(hoists, depthM, direction * fastMps) < direction * powerW) return null;
        for (int i = 0; i < Halvings; i++)
        {
            double middleMps = 0.5 * (slowMps + fastMps);
            if (direction * _steady.GridPowerW(hoists, depthM, direction * middleMps) < direction * powerW) slowMps = middleMps;
            else fastMps = middleMps;
        }
        // Holding alone takes more than so little power: at no speed do so many hoists take as little.
        return fastMps > 1e-6 ? fastMps : null;
    }
}
