using System.Globalization;
using Gravistore.FirmwareSim.Firmware;
using Gravistore.Json;
using Gravistore.Simulator.Io;

namespace Gravistore.Simulator.Control;

/// <summary>Commands on wires and boards: "wire NAME FAULT [MS]" and "board NAME FAULT [MS]".</summary>
internal static class IoCommands
{
    public const string Wire = "wire", Board = "board";
    private const int LongestMs = 60_000;

    /// <summary>Faults of wires as commands write them, and which of them contacts, currents and resistances have.</summary>
    private static readonly (string Text, WireTroubleKind Kind, bool OfContact, bool OfSignal, bool TakesMs)[] Troubles =
    [
        ("heal", WireTroubleKind.None, true, true, false), ("broken", WireTroubleKind.Broken, true, true, false), ("shorted", WireTroubleKind.Shorted, true, true, false),
        ("stuck", WireTroubleKind.Stuck, true, true, false), ("wrong", WireTroubleKind.Wrong, true, true, false), ("slow", WireTroubleKind.Slow, true, true, true),
        ("bounce", WireTroubleKind.Bounce, true, false, true), ("noise", WireTroubleKind.Noise, false, true, false), ("intermittent", WireTroubleKind.Intermittent, true, true, true),
    ];

    private static readonly string[] Signals = ["rope-force", "pressure-a", "pressure-b", "disc-temperature"];

    /// <summary>Reads what follows the verb.</summary>
    /// <returns>The command, or what is wrong and what is allowed.</returns>
    public static (SimCommand? Command, string What, string Allowed) Parse(string verb, string[] rest, IoNames names)
    {
        IReadOnlyList<string> known = verb == Wire ? names.Wires : names.Boards;
        if (known.Count == 0) return (null, $"no {verb} is served", "a start with --wiring and --io-socket");
        if (rest.Length < 2) return (null, $"a {verb} is a name and what becomes of it", $"{verb} NAME FAULT [MS], {verb} NAME heal");
        if (!known.Contains(rest[0])) return (null, $"unknown {verb} {JsonText.Quote(rest[0])}", $"{JsonText.Choices(known)}; {NearestMatch.Question(rest[0], known, "choose one of them")}");
        string[] faults = FaultsOf(verb, rest[0]);
        if (!faults.Contains(rest[1])) return (null, $"unknown fault {JsonText.Quote(rest[1])} of {rest[0]}", $"{JsonText.Choices(faults)}; {NearestMatch.Question(rest[1], faults, "choose one of them")}");
        SimCommand command = new(verb, rest[0], rest[1], WireTrouble.DefaultMs);
        if (rest.Length == 2) return (command, "", "");
        bool takes = verb == Wire ? Array.Find(Troubles, t => t.Text == rest[1]).TakesMs : rest[1] is "slow" or "intermittent";
        if (!takes) return (null, $"{rest[1]} takes no number", "a time behind slow, bounce and intermittent alone");
        bool good = rest.Length == 3 & int.TryParse(rest[2], NumberStyles.None, CultureInfo.InvariantCulture, out int ms) && ms is >= 2 and <= LongestMs;
        return good ? (command with { Number = ms }, "", "") : (null, $"{JsonText.Shorten(rest[2])} is no time", $"a whole number from 2 to {LongestMs} ms");
    }

    /// <summary>Carries a command out.</summary>
    public static string Execute(SimCommand command, IoRack rack)
    {
        if (command.Verb == Wire) rack.SpoilWire(command.Device, Array.Find(Troubles, t => t.Text == command.Text).Kind, (int)command.Number);
        else rack.SpoilBoard(command.Device, Array.Find(RackBoard.Names, n => n.Text == command.Text).Fault, (int)command.Number);
        return "ok";
    }

    private static string[] FaultsOf(string verb, string name)
    {
        if (verb == Board) return [.. RackBoard.Names.Select(n => n.Text)];
        bool signal = Signals.Any(s => name.EndsWith("." + s, StringComparison.Ordinal));
        return [.. Troubles.Where(t => signal ? t.OfSignal : t.OfContact).Select(t => t.Text)];
    }
}
