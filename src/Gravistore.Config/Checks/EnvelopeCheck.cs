using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;
using Gravistore.Json;
using static Gravistore.Config.Checks.PlantChecks;

namespace Gravistore.Config.Checks;

/// <summary>The retardation envelope, which ends at the hard overtravel limit, lies above the planned approach and stops a creeping hoist before the ultimate switch.</summary>
internal static class EnvelopeCheck
{
    /// <summary>The envelope must leave this much above the planned speed.</summary>
    public const double Reserve = 1.1;
    /// <summary>Points of the approach that are looked at.</summary>
    public const int Points = 200;

    public static void Run(PlantDraft plant)
    {
        CheckApproach(plant);
        CheckCreepStop(plant);
        CheckBrakes(plant);
    }

    /// <summary>Greatest speed from which torque may be lost with this distance left [m/s]: free acceleration during the reaction, then retardation. Negative = already too late.</summary>
    public static double TripSpeedMps(ProtectionParameters p, double distanceM)
    {
        double both = p.EnvelopeRetardationMps2 + p.EnvelopeFreeAccelerationMps2, reaction = p.EnvelopeReactionS;
        double square = p.EnvelopeRetardationMps2 * both * reaction * reaction + 2 * p.EnvelopeRetardationMps2 * distanceM;
        return Math.Sqrt(square) - both * reaction;
    }

    /// <summary>Distance in which a hoist of this speed comes to rest after losing its torque [m].</summary>
    public static double StopDistanceM(ProtectionParameters p, double speedMps)
    {
        double both = p.EnvelopeRetardationMps2 + p.EnvelopeFreeAccelerationMps2, reaction = p.EnvelopeReactionS;
        double reached = speedMps + both * reaction;
        return (reached * reached - p.EnvelopeRetardationMps2 * both * reaction * reaction) / (2 * p.EnvelopeRetardationMps2);
    }

    private static void CheckApproach(PlantDraft plant)
    {
        MotionParameters motion = plant.Motion;
        double gained = motion.MaxSpeedMps * motion.MaxSpeedMps - motion.CreepSpeedMps * motion.CreepSpeedMps;
        double slowingM = Math.Max(0, gained) / (2 * motion.AccelerationMps2);
        for (int i = -1; i <= Points; i++)
        {
            double beforeCreepM = Math.Max(0, slowingM * i / Points);
            double toLandingM = i < 0 ? 0 : motion.CreepDistanceM + beforeCreepM;
            double plannedMps = Math.Sqrt(motion.CreepSpeedMps * motion.CreepSpeedMps + 2 * motion.AccelerationMps2 * beforeCreepM);
            double tripMps = TripSpeedMps(plant.Protection, toLandingM + plant.Protection.OvertravelHardM);
            if (tripMps >= Reserve * plannedMps) continue;
            RefuseApproach(plant, toLandingM, plannedMps, tripMps);
            return;
        }
    }

    private static void RefuseApproach(PlantDraft plant, double toLandingM, double plannedMps, double tripMps) =>
        plant.Root.Sub(ProtectionSection.Key).Error(ProtectionSection.EnvelopeRetardationMps2, ConfigErrors.Envelope,
            $"{Show(toLandingM)} m before a landing the planned speed is {Show(plannedMps)} m/s, the envelope trips at {Show(Math.Max(0, tripMps))} m/s",
            $"an envelope at least {Show(Reserve)} times the planned speed");

    private static void CheckCreepStop(PlantDraft plant)
    {
        double neededM = plant.Protection.OvertravelHardM + StopDistanceM(plant.Protection, plant.Motion.CreepSpeedMps);
        if (neededM <= plant.Shaft.OvertravelM) return;
        plant.Root.Sub(ShaftSection.Key).Error(ShaftSection.OvertravelM, ConfigErrors.OvertravelStop,
            $"a stop from creep speed {Show(plant.Motion.CreepSpeedMps)} m/s that begins at the hard limit ends {Show(neededM)} m beyond the landing, the ultimate switch is at {Show(plant.Shaft.OvertravelM)} m",
            $"at least {AtLeast(neededM)} m");
    }

    private static void CheckBrakes(PlantDraft plant)
    {
        double massKg = plant.Hoist.DrumSideMassKg + plant.GreatestStaticForceN / Physics.GravityMps2;
        double retardation = (2 * plant.Hoist.BrakeChannelForceN - plant.GreatestStaticForceN) / massKg;
        if (retardation >= plant.Protection.EnvelopeRetardationMps2) return;
        plant.Root.Sub(ProtectionSection.Key).Error(ProtectionSection.EnvelopeRetardationMps2, ConfigErrors.Envelope,
            $"the envelope trusts the brakes with {Show(plant.Protection.EnvelopeRetardationMps2)} m/s2, both channels give {Show(retardation)} m/s2 at the greatest load", $"at most {AtMost(retardation)} m/s2");
    }
}
