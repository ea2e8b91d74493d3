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
        double staticN = plant.GreatestStaticForceN, channelN = plant.Hoist.BrakeChannelForceN;
        double neededN = Math.Max(OneChannelFactor, BothChannelsFactor / 2) * staticN;
        if (channelN >= neededN) return;
        plant.Root.Sub(HoistSections.Brakes).Error(HoistSections.ChannelForceKN, ConfigErrors.Brakes,
            $"one brake channel holds {Show(channelN / staticN)} times, both hold {Show(2 * channelN / staticN)} times the greatest static drum force of {Kilonewton(staticN)}",
            $"{Show(OneChannelFactor)} times with one and {Show(BothChannelsFactor)} times with both: at least {AtLeast(neededN / 1e3)} kN a channel");
    }
}
