using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.Drivers.Boards;

namespace Gravistore.Drivers.Pins;

/// <summary>The image of a hoist's input module from contacts and a load cell.</summary>
internal sealed class WiredHoist(WiredContact[] contacts, CurrentInput ropeForce)
{
    /// <summary>Fills the image; a loop that fails makes the rope force bad and leaves its last value.</summary>
    public void Take(ref HoistInput image, long nowNs)
    {
        HoistSignals signals = HoistSignals.None;
        bool contradictory = false;
        foreach (WiredContact contact in contacts)
        {
            if (contact.Read()) signals |= FlagOf(contact.Signal);
            contradictory |= contact.IsContradictory;
        }
        long oldestNs = Math.Min(ContactAge.OldestNs(contacts), ropeForce.Board.StampNs);
        image.IoAgeNs = oldestNs == 0 ? FieldCodecs.NeverNs : nowNs - oldestNs;
        if (oldestNs == 0) return;
        image.Signals = signals;
        image.IoLifeCounter = ContactAge.Samples(contacts);
        image.IoQuality = contradictory ? Quality.Bad : Quality.Good;
        bool measured = ropeForce.Read(out double forceN);
        image.RopeForceQuality = measured ? Quality.Good : Quality.Bad;
        if (measured) image.RopeForceN = forceN;
    }

    private static HoistSignals FlagOf(WiredSignal signal) => signal switch
    {
        WiredSignal.BrakeALifted => HoistSignals.BrakeALifted,
        WiredSignal.BrakeBLifted => HoistSignals.BrakeBLifted,
        WiredSignal.BrakeASet => HoistSignals.BrakeASet,
        WiredSignal.BrakeBSet => HoistSignals.BrakeBSet,
        WiredSignal.UpperLanding => HoistSignals.UpperLanding,
        WiredSignal.LowerLanding => HoistSignals.LowerLanding,
        WiredSignal.UpperOvertravel => HoistSignals.UpperOvertravel,
        WiredSignal.LowerOvertravel => HoistSignals.LowerOvertravel,
        WiredSignal.SlackRope => HoistSignals.SlackRope,
        WiredSignal.Magnet => HoistSignals.Magnet,
        _ => HoistSignals.None,
    };
}
