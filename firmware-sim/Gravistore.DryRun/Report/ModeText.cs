using System.Text;
using Gravistore.Charts;
using Gravistore.Core.Modes;

namespace Gravistore.DryRun.Report;

/// <summary>Modes as a reader sees them: their names in words, and the bands they are drawn as.</summary>
public static class ModeText
{
    /// <summary>The plant is out of order in this mode: such a stretch is drawn however short it is.</summary>
    public static bool MustBeSeenOfPlant(int mode) => StyleOf((PlantMode)mode) == BandStyle.Fault;

    /// <summary>The hoist is out of order in this mode: such a stretch is drawn however short it is.</summary>
    public static bool MustBeSeenOfHoist(int mode) => StyleOf((HoistMode)mode) == BandStyle.Fault;

    /// <summary>A stretch of a mode of the plant, from and to [s].</summary>
    public static Band BandOf(PlantMode mode, double fromS, double toS) => new(fromS, toS, Words(mode.ToString()), StyleOf(mode));

    /// <summary>A stretch of a mode of a hoist, from and to [s].</summary>
    public static Band BandOf(HoistMode mode, double fromS, double toS) => new(fromS, toS, Words(mode.ToString()), StyleOf(mode));

    private static BandStyle StyleOf(PlantMode mode) => mode switch
    {
        PlantMode.Off or PlantMode.Parked => BandStyle.Rest,
        PlantMode.SelfTest or PlantMode.Arming => BandStyle.Starting,
        PlantMode.Armed => BandStyle.Ready,
        PlantMode.Running => BandStyle.Work,
        PlantMode.Stopping => BandStyle.Ending,
        PlantMode.Maintenance => BandStyle.Hand,
        _ => BandStyle.Fault,
    };

    private static BandStyle StyleOf(HoistMode mode) => mode switch
    {
        HoistMode.Parked => BandStyle.Rest,
        HoistMode.ProvingTorque or HoistMode.OpeningBrake => BandStyle.Starting,
        HoistMode.HoldingOnMotor => BandStyle.Ready,
        HoistMode.Lowering => BandStyle.Down,
        HoistMode.Raising => BandStyle.Up,
        HoistMode.Approaching => BandStyle.Work,
        HoistMode.ClosingBrake or HoistMode.Stopping => BandStyle.Ending,
        HoistMode.Inspection => BandStyle.Hand,
        _ => BandStyle.Fault,
    };

    private static string Words(string name)
    {
        StringBuilder words = new();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }
}
