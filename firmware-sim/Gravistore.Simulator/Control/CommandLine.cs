using System.Globalization;
using Gravistore.Json;
using Gravistore.Simulator.Wire;

namespace Gravistore.Simulator.Control;

/// <summary>Reads one line of the control socket or of a script into a command, or says what is wrong with it.</summary>
internal static class CommandLine
{
    private static readonly string[] Verbs = ["key", "emergency-stop", "frequency", "fault", "heal", "restart", "trip", "local", "status", "devices", "stop"];
    private const double LowestHz = 40, HighestHz = 70;
    private const int LongestMs = 60_000, GreatestCode = 0xFFFF;

    /// <summary>A command, or the reason why there is none.</summary>
    public readonly record struct Outcome(SimCommand? Command, string? Error);

    /// <param name="line">The line.</param>
    /// <param name="devices">Names of the devices that are served.</param>
    /// <param name="hasWires">Faults on the wire are possible.</param>
    public static Outcome Parse(string line, IReadOnlyCollection<string> devices, bool hasWires)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return Wrong("the line is empty", JsonText.Choices(Verbs));
        string[] rest = words[1..];
        return words[0] switch
        {
            "key" or "emergency-stop" => OnOff(words[0], "", rest),
            "frequency" => Value(words[0], "", rest, LowestHz, HighestHz, "Hz"),
            "fault" => Fault(rest, devices, hasWires),
            "heal" when rest is ["all"] => new(new SimCommand("heal", "all"), null),
            "heal" => Device(rest, devices, r => r.Length == 0 ? new(new SimCommand("heal", rest[0]), null) : Wrong("heal takes one device", "heal DEVICE, heal all")),
            "restart" => Drive(rest, devices, r => Value("restart", rest[0], r.Length == 0 ? ["500"] : r, 0, LongestMs, "ms")),
            "trip" => Drive(rest, devices, r => Code(rest[0], r)),
            "local" => Drive(rest, devices, r => OnOff("local", rest[0], r)),
            "status" or "devices" or "stop" when rest.Length == 0 => new(new SimCommand(words[0]), null),
            "status" or "devices" or "stop" => Wrong($"{words[0]} takes nothing", words[0]),
            _ => Wrong($"unknown command {JsonText.Quote(words[0])}", $"{JsonText.Choices(Verbs)}; {NearestMatch.Question(words[0], Verbs, "choose one of them")}"),
        };
    }

    private static Outcome Fault(string[] rest, IReadOnlyCollection<string> devices, bool hasWires)
    {
        string[] kinds = [.. WireFault.Names.Select(n => n.Text)];
        if (!hasWires) return Wrong("there is no wire to spoil", "start without --direct");
        return Device(rest, devices, r =>
        {
            if (r.Length is < 1 or > 2 || (r.Length == 2 && r[0] != "late")) return Wrong("a fault is a device and a kind", "fault DEVICE KIND, fault DEVICE late MILLISECONDS");
            if (!kinds.Contains(r[0])) return Wrong($"unknown fault {JsonText.Quote(r[0])}", $"{JsonText.Choices(kinds)}; {NearestMatch.Question(r[0], kinds, "choose one of them")}");
            Outcome time = Value("fault", rest[0], r.Length == 2 ? r[1..] : [WireFault.DefaultLateMs.ToString(CultureInfo.InvariantCulture)], 0, LongestMs, "ms");
            return time.Command is { } good ? new(good with { Text = r[0] }, null) : time;
        });
    }

    private static Outcome Device(string[] rest, IReadOnlyCollection<string> devices, Func<string[], Outcome> next)
    {
        if (rest.Length == 0) return Wrong("a device is missing", JsonText.Choices(devices));
        if (!devices.Contains(rest[0])) return Wrong($"there is no device {JsonText.Quote(rest[0])}", $"{JsonText.Choices(devices)}; {NearestMatch.Question(rest[0], devices, "name one of them")}");
        return next(rest[1..]);
    }

    private static Outcome Drive(string[] rest, IReadOnlyCollection<string> devices, Func<string[], Outcome> next) =>
        Device(rest, [.. devices.Where(d => d.EndsWith(".drive", StringComparison.Ordinal))], next);

    private static Outcome OnOff(string verb, string device, string[] rest) =>
        rest is ["on"] or ["off"] ? new(new SimCommand(verb, device, rest[0]), null) : Wrong($"{verb} is on or off", "on, off");

    private static Outcome Value(string verb, string device, string[] rest, double low, double high, string unit)
    {
        string allowed = $"a number from {JsonText.Number(low)} to {JsonText.Number(high, unit)}";
        if (rest.Length != 1 || !double.TryParse(rest[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) return Wrong($"{verb} needs one number", allowed);
        return value >= low && value <= high ? new(new SimCommand(verb, device, "", value), null) : Wrong($"{JsonText.Shorten(rest[0])} is out of range", allowed);
    }

    private static Outcome Code(string device, string[] rest)
    {
        bool good = rest.Length == 1 && int.TryParse(rest[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code) && code is > 0 and <= GreatestCode;
        return good ? new(new SimCommand("trip", device, "", int.Parse(rest[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)), null) : Wrong("trip needs a fault code", "1 to FFFF, hexadecimal");
    }

    private static Outcome Wrong(string what, string allowed) => new(null, $"{SimulatorErrors.BadCommand.Code}: {what}; allowed: {allowed}");
}
