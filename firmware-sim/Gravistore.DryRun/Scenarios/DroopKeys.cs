using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Declaration and reader of a scenario's "droop" section.</summary>
internal static class DroopKeys
{
    private static readonly NumberKey NominalKey = new("nominalHz", "Frequency at which no power is asked for", "Hz", 45, 65) { Default = 50 };
    private static readonly NumberKey FullKey = new("fullActivationHz", "Deviation at which the whole capacity is asked for", "Hz", 0.001, 5);
    private static readonly NumberKey CapacityKey = new("capacityKW", "Power at full activation", "kW", 0.001, 1e6);
    private static readonly NumberKey DeadBandKey = new("deadBandHz", "Deviations up to this ask for nothing", "Hz", 0, 5) { Default = 0 };
    private static readonly FlagKey SaturateKey = new("saturate", "Deviations beyond full activation ask for the capacity and no more") { Default = true };

    public static readonly SectionSpec Spec = new("droop", "The law that turns frequency into power: low frequency asks for export", NominalKey, FullKey, CapacityKey, DeadBandKey, SaturateKey);

    public static DroopLaw Read(Section section)
    {
        DroopLaw law = new()
        {
            NominalHz = section.Number(NominalKey),
            FullActivationHz = section.Number(FullKey),
            CapacityKW = section.Number(CapacityKey),
            DeadBandHz = section.Number(DeadBandKey),
            Saturate = section.Flag(SaturateKey),
        };
        if (section.Has(FullKey) && law.DeadBandHz >= law.FullActivationHz)
            section.Error(DeadBandKey, ScenarioErrors.EmptyRange, $"deadBandHz {JsonText.Number(law.DeadBandHz, "Hz")} leaves nothing of fullActivationHz {JsonText.Number(law.FullActivationHz, "Hz")}", "deadBandHz below fullActivationHz");
        return law;
    }
}
