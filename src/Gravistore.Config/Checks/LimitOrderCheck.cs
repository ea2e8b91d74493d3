using Gravistore.Config.Plants;
using Gravistore.Json;
using static Gravistore.Config.Checks.PlantChecks;

namespace Gravistore.Config.Checks;

/// <summary>A milder reaction comes before a harsher one, planned values before limits.</summary>
internal static class LimitOrderCheck
{
    public static void Run(PlantDraft plant)
    {
        Section protection = plant.Root.Sub(ProtectionSection.Key), motion = plant.Root.Sub(MotionSection.Key), shaft = plant.Root.Sub(ShaftSection.Key);
        Below(protection, ProtectionSection.OverspeedWarn, protection, ProtectionSection.OverspeedStop);
        Below(protection, ProtectionSection.OverspeedStop, protection, ProtectionSection.OverspeedTrip);
        Below(protection, ProtectionSection.SlackTrip, protection, ProtectionSection.SlackWarn);
        Below(protection, ProtectionSection.OvertravelSoftM, protection, ProtectionSection.OvertravelHardM);
        Below(protection, ProtectionSection.OvertravelHardM, shaft, ShaftSection.OvertravelM);
        Below(motion, MotionSection.LandingToleranceM, protection, ProtectionSection.OvertravelSoftM);
        Below(protection, ProtectionSection.StaleStopS, protection, ProtectionSection.StaleTripS);
        Below(protection, ProtectionSection.MagnetWarnM, protection, ProtectionSection.MagnetTripM);
        Below(motion, MotionSection.CreepSpeedMps, motion, MotionSection.MaxSpeedMps);
        CheckBrakeFeedback(plant);
    }

    private static void Below(Section smallSection, NumberKey small, Section greatSection, NumberKey great)
    {
        double limit = greatSection.Number(great);
        if (smallSection.Number(small) < limit) return;
        string name = $"{greatSection.Spec.Name}.{great.Name}";
        smallSection.Error(small, ConfigErrors.LimitOrder,
            $"{JsonText.Quote(small.Name)} is {JsonText.Number(smallSection.Number(small), small.Unit)}, not below {name} with {JsonText.Number(limit, great.Unit)}", $"less than {JsonText.Number(limit, small.Unit)}");
    }

    private static void CheckBrakeFeedback(PlantDraft plant)
    {
        double opening = plant.Hoist.BrakeOpeningTimeS;
        if (plant.Protection.BrakeFeedbackS > opening) return;
        plant.Root.Sub(ProtectionSection.Key).Error(ProtectionSection.BrakeFeedbackS, ConfigErrors.BrakeSlow,
            $"{Show(plant.Protection.BrakeFeedbackS)} s pass before the brakes can report lifted after {Show(opening)} s", $"more than {Show(opening)} s");
    }
}
