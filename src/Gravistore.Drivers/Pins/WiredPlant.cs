using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;

namespace Gravistore.Drivers.Pins;

/// <summary>The plant's image from contacts: chain, emergency stop, overspeed relay, reset key.</summary>
internal sealed class WiredPlant(WiredContact[] contacts)
{
    /// <summary>Fills the image; a pair that contradicts itself makes all of it bad.</summary>
    public void Take(ref PlantInput image, long nowNs)
    {
        PlantSignals signals = PlantSignals.None;
        bool contradictory = false;
        foreach (WiredContact contact in contacts)
        {
            if (contact.Read()) signals |= FlagOf(contact.Signal);
            contradictory |= contact.IsContradictory;
        }
        long oldestNs = ContactAge.OldestNs(contacts);
        image.IoAgeNs = oldestNs == 0 ? FieldCodecs.NeverNs : nowNs - oldestNs;
        if (oldestNs == 0) return;
        image.Signals = signals;
        image.IoLifeCounter = ContactAge.Samples(contacts);
        image.IoQuality = contradictory ? Quality.Bad : Quality.Good;
    }

    private static PlantSignals FlagOf(WiredSignal signal) => signal switch
    {
        WiredSignal.ChainClosed => PlantSignals.ChainClosed,
        WiredSignal.EmergencyStop => PlantSignals.EmergencyStop,
        WiredSignal.ResetKey => PlantSignals.ResetKey,
        WiredSignal.Overspeed => PlantSignals.Overspeed,
        _ => PlantSignals.None,
    };
}
