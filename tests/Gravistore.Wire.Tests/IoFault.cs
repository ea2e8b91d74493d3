using Gravistore.Core.Protection;

namespace Gravistore.Wire.Tests;

/// <summary>One fault of a wire or board: what the controller notices first, and in what time. The table stands in docs/lines.md.</summary>
/// <param name="Name">Wire or board, and the fault, as commands write them.</param>
/// <param name="Event">Number of the protection that acts.</param>
/// <param name="WithinS">Longest time from the fault to the protection [s].</param>
/// <param name="Or">Protections that may act in its place, where chance says which.</param>
internal sealed record IoFault(string Name, int Event, double WithinS, params int[] Or)
{
    /// <summary>Faults of lines: two samples of 10 ms.</summary>
    private const double LineS = 0.04;
    /// <summary>What the watchdog relay is set to.</summary>
    private const double RelayS = 0.4;
    /// <summary>Faults of contacts on a board: two polls of 20 ms.</summary>
    private const double PinS = 0.08;
    /// <summary>Faults of loops: one poll of 20 ms with its conversions.</summary>
    private const double LoopS = 0.06;
    /// <summary>A board that is not read: its image is stale at 0.2 s.</summary>
    private const double StaleS = 0.25;

    /// <summary>Every fault that is noticed at once, in the order of the document.</summary>
    public static IReadOnlyList<IoFault> All { get; } =
    [
        new("wire plant.chain-closed broken", ProtectionNumber.ChainOpen, LineS),
        new("wire plant.chain-closed wrong", ProtectionNumber.ChainOpen, LineS),
        new("wire plant.chain-closed.opposite shorted", ProtectionNumber.ChainOpen, LineS),
        new("wire plant.chain-closed intermittent 100", ProtectionNumber.ChainOpen, 0.1 + LineS),
        new("wire plant.emergency-stop broken", ProtectionNumber.EmergencyStop, LineS),
        new("wire plant.emergency-stop.opposite shorted", ProtectionNumber.EmergencyStop, LineS),
        new("wire plant.emergency-stop wrong", ProtectionNumber.EmergencyStop, LineS),
        new("wire plant.emergency-stop intermittent 100", ProtectionNumber.EmergencyStop, 0.1 + LineS),
        new("wire plant.overspeed broken", ProtectionNumber.OverspeedTrip, LineS),
        new("wire plant.overspeed.opposite shorted", ProtectionNumber.OverspeedTrip, LineS),
        new("wire plant.overspeed wrong", ProtectionNumber.OverspeedTrip, LineS),
        new("wire plant.overspeed intermittent 100", ProtectionNumber.OverspeedTrip, 0.1 + LineS),
        new("wire plant.watchdog broken", ProtectionNumber.ChainOpen, RelayS + LineS),
        new("wire plant.watchdog stuck", ProtectionNumber.ChainOpen, RelayS + LineS),
        new("wire plant.watchdog slow 60", ProtectionNumber.ChainOpen, RelayS + LineS),
        new("wire plant.no-trip-request broken", ProtectionNumber.ChainOpen, LineS),
        new("wire plant.no-trip-request intermittent 100", ProtectionNumber.ChainOpen, 0.1 + LineS),
        new("wire h1.brake-a-lifted broken", ProtectionNumber.BrakeLost, PinS),
        new("wire h1.brake-a-lifted wrong", ProtectionNumber.BrakeLost, PinS),
        new("wire h1.brake-b-lifted intermittent 200", ProtectionNumber.BrakeLost, 0.2 + PinS),
        new("wire h1.upper-overtravel broken", ProtectionNumber.OvertravelSwitch, PinS),
        new("wire h1.lower-overtravel broken", ProtectionNumber.OvertravelSwitch, PinS),
        new("wire h1.slack-rope broken", ProtectionNumber.SlackTrip, PinS),
        new("wire h1.slack-rope wrong", ProtectionNumber.SlackTrip, PinS),
        new("wire h1.rope-force broken", ProtectionNumber.RopeForceLost, LoopS),
        new("wire h1.rope-force shorted", ProtectionNumber.RopeForceLost, LoopS),
        new("wire h1.rope-force intermittent 100", ProtectionNumber.RopeForceLost, 0.1 + LoopS),
        new("wire h1.rope-force stuck", ProtectionNumber.RopeForceLost, 2.2),
        new("wire h1.pressure-a broken", ProtectionNumber.BrakeUnitStale, LoopS),
        new("wire h1.pressure-b shorted", ProtectionNumber.BrakeUnitStale, LoopS),
        new("wire h1.pressure-b intermittent 100", ProtectionNumber.BrakeUnitStale, 0.1 + LoopS),
        new("wire h1.disc-temperature broken", ProtectionNumber.BrakeUnitStale, 1.1),
        new("wire h1.disc-temperature shorted", ProtectionNumber.BrakeUnitStale, 1.1),
        new("wire h1.disc-temperature intermittent 1200", ProtectionNumber.BrakeUnitStale, 2.2),
        new("board h1.inputs nak", ProtectionNumber.IoStale, StaleS),
        new("board h1.inputs hang", ProtectionNumber.IoStale, StaleS),
        new("board h1.inputs flip", ProtectionNumber.IoStale, StaleS),
        new("board h1.inputs slow 100", ProtectionNumber.IoStale, StaleS),
        new("board h1.inputs intermittent 600", ProtectionNumber.IoStale, 0.6 + StaleS),
        new("board h1.analog nak", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog hang", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog slow 100", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog flip", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog intermittent 600", ProtectionNumber.IoStale, 0.6 + StaleS),
        new("board h1.analog noise", ProtectionNumber.BrakeUnitStale, 3, ProtectionNumber.RopeForceLost, ProtectionNumber.Overload, ProtectionNumber.SlackTrip, ProtectionNumber.IoStale),
        new("board h1.analog frozen", ProtectionNumber.RopeForceLost, 2.2),
        new("board h1.disc nak", ProtectionNumber.BrakeUnitStale, 2.2),
        new("board h1.disc hang", ProtectionNumber.BrakeUnitStale, 2.2),
        new("board h1.disc flip", ProtectionNumber.BrakeUnitStale, 2.2),
        new("board h1.disc slow 1000", ProtectionNumber.BrakeUnitStale, 2.2),
    ];

    /// <summary>What stops nothing: the plant goes on, parks and arms with it.</summary>
    public static IReadOnlyList<string> PassedOver { get; } =
    [
        "wire plant.chain-closed bounce 100", "wire plant.watchdog bounce 20", "wire plant.watchdog intermittent 100", "wire plant.reset-key shorted", "wire h1.brake-a-lifted bounce 100",
        "wire h1.brake-a-lifted slow 100", "wire h1.brake-b-set bounce 100", "wire h1.rope-force noise", "board h1.inputs restart", "board h1.analog restart",
        "board h1.disc restart", "board h1.disc frozen",
    ];

    /// <summary>The command that mends it.</summary>
    public string Heal => HealOf(Name);

    /// <summary>The command that mends a fault.</summary>
    public static string HealOf(string name)
    {
        string[] words = name.Split(' ');
        return $"{words[0]} {words[1]} heal";
    }
}
