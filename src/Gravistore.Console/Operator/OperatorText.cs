using System.Globalization;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Operator;

/// <summary>What an operator reads: status, events, quantities.</summary>
internal static class OperatorText
{
    private const int Column = 16;

    /// <summary>A power with its direction.</summary>
    public static string Power(double powerW) => Invariant($"{Math.Abs(powerW) / 1e3:0.#} kW {(powerW < 0 ? "charging" : powerW > 0 ? "discharging" : "")}").TrimEnd();

    /// <summary>A duration [s].</summary>
    public static string Duration(double seconds) => seconds >= 120 ? Invariant($"{seconds / 60:0.#} min") : Invariant($"{seconds:0} s");

    /// <summary>The plant in some lines.</summary>
    public static void Status(TextWriter output, HelloNotice hello, SnapshotNotice s)
    {
        Row(output, "plant", Invariant($"{hello.Plant}, {hello.HoistCount} hoists, {hello.RatedPowerW / 1e3:0} kW; controller {hello.Program}, process {hello.ProcessId}"));
        Row(output, "mode", s.Mode + (s.FirstOut.Length > 0 ? $", first-out {s.FirstOut}" : "") + (s.Verdict != "none" ? $", in force: {s.Verdict} by {s.VerdictCause}" : ""));
        Row(output, "safety chain", (s.ChainClosed ? "closed" : "open") + (s.EmergencyStop ? ", emergency stop pressed" : ""));
        Row(output, "power", Invariant($"{s.GridPowerW / 1e3:0.0} kW at the meter; asked {s.SetPointW / 1e3:0.0} kW{(s.HoldLeftS > 0 ? $" for another {Duration(s.HoldLeftS)}" : "")}; grid {s.FrequencyHz:0.000} Hz"));
        Row(output, "charge", Invariant($"{100 * s.StateOfCharge:0.0} %, {s.PotentialEnergyJ / 3.6e6:0.0} kWh"));
        for (int i = 0; i < s.Hoists.Count; i++) Hoist(output, i + 1, s.Hoists[i]);
        Row(output, "loop", Invariant($"cycle {s.Cycle}, {s.CycleTimes.Slips} slips; wake-up late by {s.CycleTimes.P50Us:0} us (half), {s.CycleTimes.P99Us:0} us (99 %), {s.CycleTimes.MaxUs:0} us (latest); work {s.CycleTimes.WorkP99Us:0} us (99 %)"));
        foreach (LinkPart link in s.Links)
            Row(output, "link " + link.Name, Invariant($"{link.RoundTripsPerSecond:0} round trips/s, {link.P50Us:0} us (half), {link.P99Us:0} us (99 %), {link.Timeouts} time-outs, {link.Reconnects} reconnects"));
    }

    /// <summary>One event in one line; the time counts from the machine's start.</summary>
    public static string Event(EventNotice e)
    {
        string where = e.Hoist < 0 ? "plant" : Invariant($"hoist {e.Hoist + 1}");
        string value = e.Unit.Length > 0 ? Invariant($" ({e.Value:0.###} {e.Unit}{(e.Limit != 0 ? Invariant($", limit {e.Limit:0.###} {e.Unit}") : "")})") : "";
        return Invariant($"{e.Sequence,6} {e.TimeNs / 1e9,12:0.00} s  {e.Severity,-7} {where,-9} {e.Name}: {e.Text}{value}{(e.NextAction.Length > 0 ? " " + e.NextAction : "")}");
    }

    private static void Hoist(TextWriter output, int number, HoistPart h) => Row(output, Invariant($"hoist {number}"), Invariant(
        $"{h.Mode,-15} {h.DepthM,8:0.00} m {h.SpeedMps,8:0.000} m/s {h.RopeForceN / 1e3,7:0} kN  brakes {(h.BrakesSet ? "set" : "not set")}{(h.Verdict != "none" ? $"  {h.Verdict} by {h.VerdictCause}" : "")}"));

    private static void Row(TextWriter output, string name, string text) => output.WriteLine($"{name.PadRight(Column)} {text}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
