using Gravistore.Config.Plants;
using Gravistore.Json;
using static Gravistore.Config.Checks.PlantChecks;

namespace Gravistore.Config.Checks;

/// <summary>Static rope safety factor by the US drum hoist rule (West Virginia Code 36-1-35), and room for rope bounce below the overload limit.</summary>
internal static class RopeCheck
{
    /// <summary>Length from which the rule asks for a constant factor [ft].</summary>
    public const double LongRopeFt = 3000;
    /// <summary>Share of the static force that rope bounce at a normal start may reach.</summary>
    public const double BounceFactor = 1.3;

    /// <summary>Least safety factor at a rope length: 7.0 - 0.001 L[ft] below 3000 ft, then 4.0.</summary>
    public static double RequiredFactor(double lengthM)
    {
        double lengthFt = lengthM * Physics.FeetPerMetre;
        return lengthFt < LongRopeFt ? 7.0 - 0.001 * lengthFt : 4.0;
    }

    public static void Run(PlantDraft plant)
    {
        Section rope = plant.Root.Sub(HoistSections.Rope);
        double forceN = plant.GreatestStaticForceN, breakingN = plant.Hoist.RopeBreakingForceN;
        double factor = breakingN / forceN, required = RequiredFactor(plant.GreatestLengthM);
        if (factor < required)
            rope.Error(HoistSections.BreakingForceKN, ConfigErrors.RopeSafety,
                $"rope safety factor {Show(factor)} at {Show(plant.GreatestLengthM)} m: breaking force {Kilonewton(breakingN)} of all ropes over a static force of {Kilonewton(forceN)}",
                $"at least {Show(required)} by the US drum rule, {AtLeast(required * forceN / plant.Root.Sub(HoistSections.Rope).Integer(HoistSections.RopeCount) / 1e3)} kN a rope");
        CheckBounce(plant, forceN);
    }

    private static void CheckBounce(PlantDraft plant, double forceN)
    {
        Section protection = plant.Root.Sub(ProtectionSection.Key);
        double limitN = OverloadLimitN(plant), swing = 2 * plant.Motion.AccelerationMps2 / Physics.GravityMps2;
        if (limitN < BounceFactor * forceN)
            protection.Warn(ProtectionSection.OverloadBreakingShare, ConfigErrors.OverloadTight,
                $"the overload limit {Kilonewton(limitN)} is less than {Show(BounceFactor)} times the greatest static force {Kilonewton(forceN)}", $"at least {AtLeast(BounceFactor * forceN / 1e3)} kN");
        if (1 - swing < plant.Protection.SlackWarn)
            protection.Warn(ProtectionSection.SlackWarn, ConfigErrors.SlackTight,
                $"a start at {Show(plant.Motion.AccelerationMps2)} m/s2 lets the rope force swing down to {Show(1 - swing)} of its static value", $"at most {AtMost(1 - swing)}");
    }

    /// <summary>Rope force above which the overload protection trips [N].</summary>
    public static double OverloadLimitN(PlantDraft plant) => plant.StaticForceN(plant.Shaft.LowerLandingDepthM) + plant.Protection.OverloadBreakingShare * plant.Hoist.RopeBreakingForceN;
}
