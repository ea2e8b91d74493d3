using System.Globalization;
using Gravistore.Console.Output;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Rig;

namespace Gravistore.Console.Rig;

/// <summary>A run through the wire as a table for people.</summary>
internal static class RigTable
{
    private const int Column = 22;

    public static void Print(TextWriter output, RigOutcome outcome, RigAgreement? agreement)
    {
        ResultTable.Print(output, outcome.Result);
        WireFigures wire = outcome.Result.Wire!;
        Row(output, "loop", Invariant($"{wire.Slips} slips; wake-up late by {wire.P50Us:0} us (half), {wire.P99Us:0} us (99 %), {wire.P999Us:0} us (99.9 %), {wire.MaxUs:0} us (latest)"));
        Row(output, "simulator", Invariant($"{wire.Simulator.LateWakeUps} wake-ups more than 5 ms late, the latest by {wire.Simulator.LatestMs:0} ms"));
        foreach (WireLink link in wire.Links)
            Row(output, "link " + link.Name, Invariant($"{link.RoundTripsPerSecond,6:0.0} round trips/s, {link.P50Us,6:0} us (half), {link.P99Us,6:0} us (99 %), {link.Timeouts} time-outs, {link.Reconnects} reconnects"));
        if (wire.Replay is { } replay)
            Row(output, "recording", Invariant($"{replay.Cycles} cycles replayed: {(replay.IsEqual ? "equal" : replay.Cycles == 0 ? "NOTHING WAS RECORDED" : "DIFFERS: " + replay.Difference)}"));
        if (agreement is not null)
            Row(output, "against the dry run", Invariant($"power {agreement.PowerRmsPercent:0.000} % rms of rated power, depth {agreement.DepthRmsPercent:0.0000} % rms of the stroke, over {agreement.Seconds:0.0} s; allowed {RigAgreement.LimitPercent:0} %: {(agreement.Holds ? "agrees" : "DIFFERS")}"));
        if (outcome.Fault is { } fault) Print(output, fault);
    }

    private static void Print(TextWriter output, FaultOutcome fault)
    {
        foreach (HoistStop stop in fault.Hoists)
            Row(output, Invariant($"{fault.Fault.Name}, hoist {stop.Hoist}"), Invariant($"{stop.SpeedMps,6:0.000} m/s; at rest on set brakes after {stop.RestS:0.00} s (bound {stop.BoundS:0.00} s), {stop.TravelM:0.000} m on (bound {stop.BoundM:0.000} + {HoistStop.SlackM} m): {(stop.Holds ? "holds" : "FAILS")}"));
        if (fault.Relay is { } relay)
            Row(output, "watchdog relay", Invariant($"dropped after {relay.AfterS:0.000} s (bound {RelayDrop.BoundS:0.0} s): {(relay.Holds ? "holds" : "FAILS")}"));
        if (fault.Restart is { } restart)
            Row(output, "restarted controller", Invariant($"{restart.Mode}, first-out {restart.FirstOut}, depths within {1000 * restart.GreatestErrorM:0.0} mm of the truth, {1000 * restart.ErrorBeforeM:0.0} mm when its forerunner began, lost {1000 * restart.GreatestLossM:0.0} mm: {(restart.Holds ? "holds" : "FAILS")}"));
        Row(output, "fault", Invariant($"{(fault.Holds ? "stopped within its bounds" : "BEYOND ITS BOUNDS")}, counted from a moment known to {1000 * fault.UncertainS:0.0} ms"));
    }

    private static void Row(TextWriter output, string name, string text) => output.WriteLine($"{name.PadRight(Column)} {text}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
