using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;
using Gravistore.Json;
using static Gravistore.Config.Checks.PlantChecks;

namespace Gravistore.Config.Checks;

/// <summary>Rated power is reached within the greatest speed, the drives' torque carries load and acceleration, and no power limit takes it away.</summary>
internal static class PowerCheck
{
    /// <summary>Torque must exceed what normal service needs by this factor.</summary>
    public const double TorqueReserve = 1.1;
    /// <summary>Speeds up to this multiple of the greatest one are tried for the message.</summary>
    public const double SearchFactor = 20;
    /// <summary>Rated torque may differ from the loss factors' base by this share without a warning.</summary>
    public const double RatingTolerance = 0.02;

    public static void Run(PlantDraft plant)
    {
        CheckGeneratingLimit(plant);
        CheckSpeed(plant);
        CheckTorque(plant);
        CheckRating(plant);
    }

    // At the upper landing the rope is shortest, the force least and the speed for rated power greatest.
    private static void CheckSpeed(PlantDraft plant)
    {
        double ratedW = plant.HoistCount * plant.HoistRatedPowerW, maxMps = plant.Motion.MaxSpeedMps, lengthM = plant.Shaft.UpperLandingDepthM;
        double reachedW = SteadyPower.LoweringW(plant, lengthM, maxMps);
        if (reachedW >= ratedW) return;
        double neededMps = SteadyPower.SpeedForMps(plant, lengthM, ratedW, SearchFactor * maxMps);
        string needed = double.IsNaN(neededMps) ? "no speed gives that much" : $"{Show(neededMps)} m/s are needed";
        plant.Root.Sub(HoistSections.Hoists).Error(HoistSections.RatedPowerKW, ConfigErrors.MaxSpeed,
            $"at the upper landing lowering at {Show(maxMps)} m/s gives {Show(reachedW / plant.HoistCount / 1e3)} kW a hoist at the grid, rated are {Show(plant.HoistRatedPowerW / 1e3)} kW; {needed}",
            double.IsNaN(neededMps) ? "" : $"motion.maxSpeedMps of at least {AtLeast(neededMps)} m/s");
    }

    private static void CheckTorque(PlantDraft plant)
    {
        HoistParameters hoist = plant.Hoist;
        double staticN = plant.StaticForceN(plant.Shaft.LowerLandingDepthM);
        double acceleration = Math.Max(plant.Motion.AccelerationMps2, plant.Motion.StopRetardationMps2);
        double accelerationN = (hoist.DrumSideMassKg + staticN / Physics.GravityMps2) * acceleration;
        double neededN = TorqueReserve * (staticN + accelerationN);
        double availableN = RopeForceN(hoist, hoist.MotorRatedTorqueNm) * plant.Drive.MaxTorquePercent / 100;
        if (availableN >= neededN) return;
        plant.Root.Sub(DriveSection.Key).Error(DriveSection.MaxTorquePercent, ConfigErrors.Torque,
            $"the greatest torque gives {Kilonewton(availableN)} at the rope; the greatest static force {Kilonewton(staticN)} and {Kilonewton(accelerationN)} for {Show(acceleration)} m/s2 need {Kilonewton(neededN)} with {Show((TorqueReserve - 1) * 100)} % of reserve",
            $"at least {AtLeast(plant.Drive.MaxTorquePercent * neededN / availableN)} %");
    }

    // Torque = P/v: mJ v' = F - P/v, so a speed above the balance grows at F/(v mJ).
    private static void CheckGeneratingLimit(PlantDraft plant)
    {
        double percent = plant.Drive.GeneratingPowerLimitPercent;
        if (percent == 0) return;
        double forceN = plant.StaticForceN(plant.Shaft.UpperLandingDepthM);
        double doublingS = Math.Log(2) * plant.Motion.MaxSpeedMps * plant.Hoist.DrumSideMassKg / forceN;
        plant.Root.Sub(DriveSection.Key).Error(DriveSection.GeneratingPowerLimitPercent, ConfigErrors.GeneratingLimit,
            $"the drives would hold {Show(percent)} % of rated power while lowering: torque then falls as speed rises, and at {Show(plant.Motion.MaxSpeedMps)} m/s a deviation of speed doubles within {Show(doublingS)} s", "0 %");
    }

    private static void CheckRating(PlantDraft plant)
    {
        double ratedN = RopeForceN(plant.Hoist, plant.Hoist.MotorRatedTorqueNm), baseN = plant.Losses.BaseForceN;
        if (Math.Abs(ratedN / baseN - 1) <= RatingTolerance) return;
        plant.Root.Sub(HoistSections.Motor).Warn(HoistSections.RatedTorqueNm, ConfigErrors.MotorRating,
            $"rated torque means {Kilonewton(ratedN)} at the rope, the loss factors are based on {Kilonewton(baseN)}", $"{Show(plant.Hoist.MotorRatedTorqueNm * baseN / ratedN)} N m");
    }

    private static double RopeForceN(HoistParameters hoist, double torqueNm) => torqueNm * hoist.GearRatio / (hoist.DrumDiameterM / 2);
}
