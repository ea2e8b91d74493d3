using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;
using Gravistore.Json;
using static Gravistore.Config.Checks.PlantChecks;

namespace Gravistore.Config.Checks;

/// <summary>Landings, overtravel and magnets lie in the shaft and in order.</summary>
internal static class ShaftCheck
{
    public static void Run(PlantDraft plant, Findings findings)
    {
        Section section = plant.Root.Sub(ShaftSection.Key);
        ShaftParameters shaft = plant.Shaft;
        if (shaft.StrokeM <= 0)
        {
            section.Error(ShaftSection.LowerLandingDepthM, ConfigErrors.ShaftGeometry,
                $"the lower landing at {Show(shaft.LowerLandingDepthM)} m is not below the upper one at {Show(shaft.UpperLandingDepthM)} m", $"more than {Show(shaft.UpperLandingDepthM)} m");
            return;
        }
        CheckStroke(section, shaft);
        CheckOvertravel(section, shaft);
        CheckMagnets(section, shaft, findings);
        CheckCreep(plant);
    }

    private static void CheckStroke(Section section, ShaftParameters shaft)
    {
        if (shaft.StrokeM > shaft.DepthM)
            section.Error(ShaftSection.LowerLandingDepthM, ConfigErrors.ShaftGeometry,
                $"the stroke of {Show(shaft.StrokeM)} m is longer than the shaft of {Show(shaft.DepthM)} m", $"at most {Show(shaft.DepthM)} m");
        else if (shaft.LowerLandingDepthM > shaft.DepthM)
            section.Error(ShaftSection.LowerLandingDepthM, ConfigErrors.ShaftGeometry,
                $"the lower landing at {Show(shaft.LowerLandingDepthM)} m is below the shaft's bottom at {Show(shaft.DepthM)} m", $"less than {Show(shaft.DepthM)} m");
    }

    private static void CheckOvertravel(Section section, ShaftParameters shaft)
    {
        double below = shaft.DepthM - shaft.LowerLandingDepthM, above = shaft.UpperLandingDepthM;
        if (below >= 0 && shaft.OvertravelM > below)
            section.Error(ShaftSection.OvertravelM, ConfigErrors.ShaftGeometry,
                $"{Show(shaft.OvertravelM)} m of overtravel below the lower landing end under the shaft's bottom, which is {Show(below)} m below it", $"at most {Show(below)} m");
        if (shaft.OvertravelM >= above)
            section.Error(ShaftSection.OvertravelM, ConfigErrors.ShaftGeometry,
                $"{Show(shaft.OvertravelM)} m of overtravel above the upper landing reach the drum, which is {Show(above)} m above it", $"less than {Show(above)} m");
    }

    private static void CheckMagnets(Section section, ShaftParameters shaft, Findings findings)
    {
        IReadOnlyList<JsonNode> places = section.Place(ShaftSection.MagnetDepthsM).Items;
        for (int i = 0; i < shaft.MagnetDepthsM.Count && i < places.Count; i++)
        {
            double depth = shaft.MagnetDepthsM[i];
            if (depth >= shaft.UpperLandingDepthM && depth <= shaft.LowerLandingDepthM) continue;
            findings.Error(ConfigErrors.MagnetPlace, places[i], $"the magnet at {Show(depth)} m lies outside the stroke", $"{Show(shaft.UpperLandingDepthM)} to {Show(shaft.LowerLandingDepthM)} m");
        }
    }

    private static void CheckCreep(PlantDraft plant)
    {
        double creep = plant.Motion.CreepDistanceM;
        if (2 * creep <= plant.Shaft.StrokeM) return;
        plant.Root.Sub(MotionSection.Key).Error(MotionSection.CreepDistanceM, ConfigErrors.ShaftGeometry,
            $"the creep zones of {Show(creep)} m at both landings fill the stroke of {Show(plant.Shaft.StrokeM)} m", $"at most {Show(plant.Shaft.StrokeM / 2)} m", "shorten motion.creepDistanceM");
    }
}
