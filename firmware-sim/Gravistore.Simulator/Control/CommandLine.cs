using System.Globalization;
using Gravistore.Json;
using Gravistore.Simulator.Io;
using Gravistore.Simulator.Wire;

namespace Gravistore.Simulator.Control;

/// <summary>Reads one line of the control socket or of a script into a command, or says what is wrong with it.</summary>
/// <param name="devices">Names of all devices.</param>
/// <param name="hasWires">TCP connections have a wire that can fail; serial lines always have.</param>
/// <param name="onLines">Names of serial lines, and of the devices on them; null = none.</param>
/// <param name="io">Names of wires and boards; null = none.</param>
internal sealed class CommandLine(IReadOnlyCollection<string> devices, bool hasWires, IReadOnlyCollection<string>? onLines = null, IoNames? io = null)
{
    /// <summary>Stands for every device.</summary>
    public const string All = "*";

    private static readonly string[] Verbs = ["key", "estop", "frequency", "link", "drive", IoCommands.Wire, IoCommands.Board, "status", "devices", "stop"];
    private static readonly string[] DriveActions = ["restart", "trip", "local", "remote"];
    private static readonly string[] Faults = [.. WireFault.Names.Select(n => n.Text)];
    private const double LowestHz = 40, HighestHz = 70;
    private const int LongestMs = 60_000, GreatestCode = 0xFFFF;
    private const string DefaultOfflineMs = "500";

    /// <summary>A command, or the reason why there is none.</summary>
    public readonly record struct Outcome(SimCommand? Command, string? Error);

    /// <summary>Knows the devices and lines that are served.</summary>
    /// <param name="links">Every device.</param>
    /// <param name="hasWires">TCP connections have a wire that can fail; serial lines always have.</param>
    /// <param name="wiring">Lines and boards; null = none.</param>
    public static CommandLine Of(IReadOnlyCollection<SimLink> links, bool hasWires, SimWiring? wiring)
    {
        SimLink[] lines = [.. links.Where(l => l.Bus is not null)];
        return new([.. links.Select(l => l.Name)], hasWires, [.. lines.Select(l => l.Name), .. lines.Select(l => l.Bus!.Name).Distinct()], wiring is null ? null : IoNames.Of(wiring));
    }

    /// <summary>Reads a line.</summary>
    public Outcome Parse(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return Wrong("the line is empty", JsonText.Choices(Verbs));
        string[] rest = words[1..];
        return words[0] switch
        {
            "key" or "estop" => rest is ["press"] or ["release"] ? Good(words[0], "", rest[0]) : Wrong($"{words[0]} is pressed or released", "press, release"),
            "frequency" => Value(new SimCommand("frequency"), rest, LowestHz, HighestHz, "Hz"),
            "link" => Link(rest),
            "drive" => Drive(rest),
            IoCommands.Wire or IoCommands.Board => IoCommands.Parse(words[0], rest, io ?? IoNames.None) is var (command, what, allowed) && command is not null ? new(command, null) : Wrong(what, allowed),
            "status" or "devices" or "stop" => rest.Length == 0 ? Good(words[0]) : Wrong($"{words[0]} takes nothing", words[0]),
            _ => Unknown("command", words[0], Verbs),
        };
    }

    private Outcome Link(string[] rest)
    {
        if (rest.Length < 2) return Wrong("a link is a device and what becomes of it", "link DEVICE FAULT, link DEVICE heal, with * for every device");
        bool all = rest[0] == All, onLine = onLines?.Contains(rest[0]) == true;
        if (!all && !onLine && !devices.Contains(rest[0])) return Unknown("device", rest[0], [All, .. devices.Union(onLines ?? [])]);
        if (!hasWires && !onLine) return Wrong("there is no wire to spoil", "a start without --direct");
        if (!Faults.Contains(rest[1])) return Unknown("fault", rest[1], Faults);
        string[] possible = [.. Faults.Except(onLine || (all && onLines?.Count > 0) ? WireFault.OfTcp : []).Except(onLine ? [] : WireFault.OfLines)];
        if (!possible.Contains(rest[1])) return Wrong($"{rest[0]} cannot have the fault {rest[1]}", JsonText.Choices(possible));
        if (rest.Length == 2) return Good("link", rest[0], rest[1], WireFault.DefaultLateMs);
        return rest[1] == WireFault.LateName ? Value(new SimCommand("link", rest[0], rest[1]), rest[2..], 0, LongestMs, "ms") : Wrong($"{rest[1]} takes no number", "a number behind late alone");
    }

    private Outcome Drive(string[] rest)
    {
        int drives = devices.Count(d => d.EndsWith(".drive", StringComparison.Ordinal));
        if (rest.Length < 2 || !int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1 || number > drives)
            return Wrong("a drive is a number and what becomes of it", $"drive 1 to {drives}, then {JsonText.Choices(DriveActions)}");
        SimCommand command = new("drive", $"h{number}.drive", rest[1]);
        return rest[1] switch
        {
            "restart" => Value(command, rest.Length == 2 ? [DefaultOfflineMs] : rest[2..], 0, LongestMs, "ms"),
            "trip" => Code(command, rest[2..]),
            "local" or "remote" when rest.Length == 2 => new(command, null),
            _ => Unknown("action", rest[1], DriveActions),
        };
    }

    private static Outcome Value(SimCommand command, string[] rest, double low, double high, string unit)
    {
        string allowed = $"a number from {JsonText.Number(low)} to {JsonText.Number(high, unit)}";
        if (rest.Length != 1 || !double.TryParse(rest[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) return Wrong($"{command.Verb} needs one number", allowed);
        return value >= low && value <= high ? new(command with { Number = value }, null) : Wrong($"{JsonText.Shorten(rest[0])} is out of range", allowed);
    }

    private static Outcome Code(SimCommand command, string[] rest)
    {
        bool good = rest.Length == 1 & int.TryParse(rest.FirstOrDefault(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code) && code is > 0 and <= GreatestCode;
        return good ? new(command with { Number = code }, null) : Wrong("trip needs a fault code", "1 to FFFF, hexadecimal");
    }

    private static Outcome Good(string verb, string device = "", string text = "", double number = 0) => new(new SimCommand(verb, device, text, number), null);

    private static Outcome Unknown(string what, string given, IReadOnlyList<string> known) =>
        Wrong($"unknown {what} {JsonText.Quote(given)}", $"{JsonText.Choices(known)}; {NearestMatch.Question(given, known, "choose one of them")}");

    private static Outcome Wrong(string what, string allowed) => new(null, $"{SimulatorErrors.BadCommand.Code}: {what}; allowed: {allowed}");
}
