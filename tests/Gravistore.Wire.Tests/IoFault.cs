using Gravistore.Core.Protection;

namespace Gravistore.Wire.Tests;

/// <summary>One fault of a wire or board: what the controller notices first, and in what time. The table stands in docs/lines.md.</summary>
/// <param name="Name">Wire or board, and the fault, as commands write them.</param>
/// <param name="Event">Number of the protection that acts.</param>
/// <param name="WithinS">Longest time from the fault to the protection [s].</param>
internal sealed record IoFault(string Name, int Event, double WithinS)
{
    /// <summary>Faults of lines: two samples of 10 ms.</summary>
    private const double LineS = 0.04;
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
        new("wire plant.overspeed broken", ProtectionNumber.OverspeedTrip, LineS),
        new("wire plant.overspeed.opposite shorted", ProtectionNumber.OverspeedTrip, LineS),
        new("wire plant.watchdog broken", ProtectionNumber.ChainOpen, 0.5 + LineS),
        new("wire plant.watchdog stuck", ProtectionNumber.ChainOpen, 0.5 + LineS),
        new("wire plant.no-trip-request broken", ProtectionNumber.ChainOpen, LineS),
        new("wire h1.brake-a-lifted broken", ProtectionNumber.BrakeLost, PinS),
        new("wire h1.brake-b-lifted intermittent 200", ProtectionNumber.BrakeLost, 0.2 + PinS),
        new("wire h1.upper-overtravel broken", ProtectionNumber.OvertravelSwitch, PinS),
        new("wire h1.slack-rope broken", ProtectionNumber.SlackTrip, PinS),
        new("wire h1.rope-force broken", ProtectionNumber.RopeForceLost, LoopS),
        new("wire h1.rope-force shorted", ProtectionNumber.RopeForceLost, LoopS),
        new("wire h1.rope-force intermittent 100", ProtectionNumber.RopeForceLost, 0.1 + LoopS),
        new("wire h1.rope-force stuck", ProtectionNumber.RopeForceLost, 2.2),
        new("wire h1.pressure-a broken", ProtectionNumber.BrakeUnitStale, LoopS),
        new("wire h1.pressure-b shorted", ProtectionNumber.BrakeUnitStale, LoopS),
        new("wire h1.disc-temperature broken", ProtectionNumber.BrakeUnitStale, 0.7),
        new("wire h1.disc-temperature shorted", ProtectionNumber.BrakeUnitStale, 0.7),
        new("board h1.inputs nak", ProtectionNumber.IoStale, StaleS),
        new("board h1.inputs hang", ProtectionNumber.IoStale, StaleS),
        new("board h1.inputs flip", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog nak", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog hang", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog slow 100", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog flip", ProtectionNumber.IoStale, StaleS),
        new("board h1.analog frozen", ProtectionNumber.RopeForceLost, 2.2),
        new("board h1.disc nak", ProtectionNumber.BrakeUnitStale, 2.2),
        new("board h1.disc hang", ProtectionNumber.BrakeUnitStale, 2.2),
        new("board h1.disc flip", ProtectionNumber.BrakeUnitStale, 2.2),
    ];

    /// <summary>The command that mends it.</summary>
    public string Heal
    {
        get
        {
            string[] words = Name.Split(' ');
            return $"{words[0]} {words[1]} heal";
        }
    }
}
