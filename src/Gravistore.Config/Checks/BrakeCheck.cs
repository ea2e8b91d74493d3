using Gravistore.Config.Plants;
using Gravistore.Json;
using static Gravistore.Config.Checks.PlantChecks;

namespace Gravistore.Config.Checks;

/// <summary>One channel holds 1.5 times, both hold 3 times the greatest static drum force.</summary>
internal static class BrakeCheck
{
    public const double OneChannelFactor = 1.5;
    public const double BothChannelsFactor = 3.0;

    public static void Run(PlantDraft plant)
    {
        Section brakes = plant.Root.Sub(HoistSections.Brakes);
        double staticN = plant.GreatestStaticForceN, channelN = plant.Hoist.BrakeChannelForceN;
        if (channelN < OneChannelFactor * staticN) Refuse(brakes, ConfigErrors.BrakeChannel, "one brake channel holds", channelN, OneChannelFactor, staticN);
        if (2 * channelN < BothChannelsFactor * staticN) Refuse(brakes, ConfigErrors.BrakeBoth, "both brake channels hold", 2 * channelN, BothChannelsFactor, staticN);
    }

    private static void Refuse(Section brakes, ErrorInfo info, string who, double holdsN, double factor, double staticN) =>
        brakes.Error(HoistSections.ChannelForceKN, info,
            $"{who} {Kilonewton(holdsN)}, {Show(holdsN / staticN)} times the greatest static drum force of {Kilonewton(staticN)}",
            $"at least {Show(factor)} times, {Kilonewton(factor * staticN)}");
}
