using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.Simulator.Io;

/// <summary>What each signal of a wiring file is in the true plant.</summary>
internal static class SensedSignals
{
    private static readonly string[] OfPlant = ["chain-closed", "emergency-stop", "reset-key", "overspeed"];

    /// <summary>Names of contacts, and of loops.</summary>
    public static IReadOnlyList<string> Contacts { get; } =
    [
        .. OfPlant, "brake-a-lifted", "brake-b-lifted", "brake-a-set", "brake-b-set", "upper-landing", "lower-landing", "upper-overtravel", "lower-overtravel", "slack-rope", "magnet",
    ];

    public static IReadOnlyList<string> Loops { get; } = ["rope-force", "pressure-a", "pressure-b"];

    /// <summary>True for a contact that every hoist has, false for one of the plant.</summary>
    public static bool IsOfHoist(string contact) => Array.IndexOf(OfPlant, contact) < 0;

    /// <summary>A contact's truth by its name in the file, one of <see cref="Contacts"/>.</summary>
    public static Func<SimPlant, bool> Contact(string signal, int hoist) => signal switch
    {
        "chain-closed" => p => p.Chain.Closed,
        "emergency-stop" => p => p.EmergencyStop,
        "reset-key" => p => p.ResetKey,
        "overspeed" => p => p.Chain.OverspeedTripped,
        "brake-a-lifted" => p => p.IoSignals(hoist).BrakeALifted,
        "brake-b-lifted" => p => p.IoSignals(hoist).BrakeBLifted,
        "brake-a-set" => p => p.IoSignals(hoist).BrakeASet,
        "brake-b-set" => p => p.IoSignals(hoist).BrakeBSet,
        "upper-landing" => p => p.IoSignals(hoist).UpperLanding,
        "lower-landing" => p => p.IoSignals(hoist).LowerLanding,
        "upper-overtravel" => p => p.IoSignals(hoist).UpperOvertravel,
        "lower-overtravel" => p => p.IoSignals(hoist).LowerOvertravel,
        "slack-rope" => p => p.IoSignals(hoist).SlackRope,
        "magnet" => p => p.IoSignals(hoist).Magnet,
        _ => throw new ArgumentException($"there is no contact '{signal}'"),
    };

    /// <summary>A loop's current [mA], of one of <see cref="Loops"/>. The load cell's transmitter is the plant's, those of pressures show as much as the file says.</summary>
    public static Func<SimPlant, double> Milliampere(SimLoop loop) => loop.Signal switch
    {
        "rope-force" => p => p.IoSignals(loop.Hoist).RopeForceMilliampere,
        "pressure-a" => p => Transmitter(p.BrakeSignals(loop.Hoist).PressureABar, loop.ValueAt20mA),
        "pressure-b" => p => Transmitter(p.BrakeSignals(loop.Hoist).PressureBBar, loop.ValueAt20mA),
        _ => throw new ArgumentException($"there is no loop '{loop.Signal}'"),
    };

    /// <summary>Resistance of a PT100 at a brake's disc [ohm] (IEC 60751, above 0 deg C).</summary>
    public static double Pt100Ohm(in BrakeUnitSignals brake)
    {
        double celsius = brake.DiscTemperatureC;
        return 100.0 * (1.0 + 3.9083e-3 * celsius - 5.775e-7 * celsius * celsius);
    }

    private static double Transmitter(double value, double full) => Math.Min(20.5, Math.Max(3.8, 4.0 + 16.0 * value / full));
}
