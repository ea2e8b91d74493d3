using Gravistore.Core.Modes;
using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Declaration and reader of a condition.</summary>
internal static class ConditionKeys
{
    private static readonly ChoiceKey ModeKey = new("mode", "The plant is in this mode", "parked", "arming", "armed", "running", "stopping", "tripped") { Required = false };
    private static readonly NumberKey AboveKey = new("stateOfChargeAbovePercent", "State of charge is at least this, as the controller reports it", "%", 0, 100) { Required = false };
    private static readonly NumberKey BelowKey = new("stateOfChargeBelowPercent", "State of charge is at most this, as the controller reports it", "%", 0, 100) { Required = false };
    private static readonly ChoiceKey LandingKey = new("allHoistsAt", "Every weight is at this landing", InitialStateKeys.UpperLanding, InitialStateKeys.LowerLanding) { Required = false };
    private static readonly NumberKey PowerAboveKey = new("powerAboveKW", "Magnitude of the true grid power is at least this", "kW", 0, 1e6) { Required = false };
    private static readonly NumberKey PowerBelowKey = new("powerBelowKW", "Magnitude of the true grid power is at most this", "kW", 0, 1e6) { Required = false };
    private static readonly FlagKey TraceKey = new("traceEnded", "The followed series has come to its end") { Required = false };
    private static readonly NumberKey HoldsKey = new("holdsForS", "All of it has held this long without a break", "s", 0, 1e6) { Default = 0 };

    private static readonly Key[] Parts = [ModeKey, AboveKey, BelowKey, LandingKey, PowerAboveKey, PowerBelowKey, TraceKey];

    public static readonly SectionSpec Spec = new("condition", "What must hold of the plant; all that is given must hold together", [.. Parts, HoldsKey]);

    public static Condition Read(Section section)
    {
        if (section.Node.Kind == JsonKind.Object && !Array.Exists(Parts, section.Has))
            section.Error(ModeKey, ScenarioErrors.NeedsKey, "the condition is empty", "at least one of " + JsonText.Choices(Parts.Select(p => p.Name)));
        CheckRange(section, AboveKey, BelowKey);
        CheckRange(section, PowerAboveKey, PowerBelowKey);
        return new Condition
        {
            Mode = section.Has(ModeKey) ? Enum.Parse<PlantMode>(section.Choice(ModeKey), ignoreCase: true) : null,
            StateOfChargeAbovePercent = Optional(section, AboveKey),
            StateOfChargeBelowPercent = Optional(section, BelowKey),
            AllHoistsAt = section.Has(LandingKey) ? InitialStateKeys.ReadLanding(section.Choice(LandingKey)) : null,
            PowerAboveKW = Optional(section, PowerAboveKey),
            PowerBelowKW = Optional(section, PowerBelowKey),
            TraceEnded = section.Flag(TraceKey),
            HoldsForS = section.Number(HoldsKey),
        };
    }

    private static double? Optional(Section section, NumberKey key) => section.Has(key) ? section.Number(key) : null;

    private static void CheckRange(Section section, NumberKey lower, NumberKey upper)
    {
        if (section.Has(lower) && section.Has(upper) && section.Number(lower) > section.Number(upper))
            section.Error(lower, ScenarioErrors.EmptyRange, $"{lower.Name} is above {upper.Name}", $"{lower.Name} not above {upper.Name}");
    }
}
