using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Wiring;

/// <summary>Names of signals, boards and libraries as wiring files write them.</summary>
internal static class WiringKeys
{
    public static readonly (string Text, WiredSignal Signal)[] Inputs =
    [
        ("chain-closed", WiredSignal.ChainClosed), ("emergency-stop", WiredSignal.EmergencyStop), ("reset-key", WiredSignal.ResetKey), ("overspeed", WiredSignal.Overspeed),
        ("brake-a-lifted", WiredSignal.BrakeALifted), ("brake-b-lifted", WiredSignal.BrakeBLifted), ("brake-a-set", WiredSignal.BrakeASet), ("brake-b-set", WiredSignal.BrakeBSet),
        ("upper-landing", WiredSignal.UpperLanding), ("lower-landing", WiredSignal.LowerLanding), ("upper-overtravel", WiredSignal.UpperOvertravel), ("lower-overtravel", WiredSignal.LowerOvertravel),
        ("slack-rope", WiredSignal.SlackRope), ("magnet", WiredSignal.Magnet),
    ];

    public static readonly (string Text, WiredSignal Signal)[] Outputs = [("watchdog", WiredSignal.Watchdog), ("no-trip-request", WiredSignal.NoTripRequest)];
    public static readonly (string Text, WiredSignal Signal)[] Analogs = [("rope-force", WiredSignal.RopeForce), ("pressure-a", WiredSignal.PressureA), ("pressure-b", WiredSignal.PressureB)];
    public static readonly (string Text, BoardKind Kind)[] Boards = [("mcp23017", BoardKind.Mcp23017), ("ads1115", BoardKind.Ads1115), ("max31865", BoardKind.Max31865)];
    public static readonly (string Text, GpioLibrary Library)[] Libraries = [("libgpiod-v1", GpioLibrary.Libgpiod1), ("libgpiod-v2", GpioLibrary.Libgpiod2)];

    /// <summary>A signal as files write it.</summary>
    public static string TextOf(WiredSignal signal) =>
        signal == WiredSignal.DiscTemperature ? "disc-temperature" : Inputs.Concat(Outputs).Concat(Analogs).First(s => s.Signal == signal).Text;

    public static string TextOf(BoardKind kind) => Array.Find(Boards, k => k.Kind == kind).Text;

    /// <summary>True for a signal that the plant has once.</summary>
    public static bool IsOfPlant(WiredSignal signal) => signal <= WiredSignal.NoTripRequest;

    /// <summary>A signal with its hoist, for messages.</summary>
    public static string Of(WiredSignal signal, int hoist) => hoist < 0 ? TextOf(signal) : $"{TextOf(signal)} of hoist {hoist + 1}";

    /// <summary>A name in small letters.</summary>
    public static TextKey SmallName(string name, string description) => new(name, description) { Pattern = "[a-z0-9]+([.-][a-z0-9]+)*", PatternText = "small letters, digits, hyphens and dots", MaxLength = 60 };
}
