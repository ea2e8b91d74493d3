using System.Globalization;
using Gravistore.DryRun.Results;

namespace Gravistore.Console.Output;

/// <summary>The result of a run as a table for people.</summary>
internal static class ResultTable
{
    private const int Column = 22;
    /// <summary>Trips and violations shown; the JSON result has them all.</summary>
    private const int MaxShown = 10;

    public static void Print(TextWriter output, DryRunResult result)
    {
        Row(output, "scenario", $"{result.Scenario} on {result.Plant}, seed {result.Seed}");
        Run(output, result);
        Energy(output, result);
        Tracking(output, result.Tracking);
        Row(output, "hoists", $"{result.HoistStarts} starts, {result.Reversals} reversals; at the end {result.End.HoistsAtLanding} at a landing, {result.End.HoistsBraked} with brakes set");
        Row(output, "events", $"{result.Events.Count + result.EventsLost}, of them trips {result.Trips.Count}, violated invariants {result.InvariantViolations}");
        Row(output, "state hash", ResultJson.Hex(result.StateHash));
        foreach (AssertionOutcome outcome in result.Assertions)
            Row(output, outcome.Passed ? "  pass" : "  FAIL", $"{outcome.Text}{Shown(outcome.Value)}");
        FailureList.Print(output, result, MaxShown, assertions: false);
        Row(output, "verdict", result.Passed ? "passed" : "FAILED");
    }

    private static void Run(TextWriter output, DryRunResult result)
    {
        RunTimes times = result.Times;
        Row(output, "run", Text($"{times.SimulatedSeconds:0.00} s simulated in {times.WallSeconds:0.00} s, {times.RealTimeFactor:0} times real time; ended: {result.End.Reason}, plant {result.End.Mode}"));
        Row(output, "time spent", Text($"controller {100 * times.StepShare:0} %, plant {100 * times.PlantShare:0} %, rest {100 * times.RestShare:0} %"));
    }

    private static void Energy(TextWriter output, DryRunResult result)
    {
        EnergyFigures energy = result.Energy;
        Row(output, "state of charge", Text($"{result.StateOfChargeStartPercent:0.00} % to {result.StateOfChargeEndPercent:0.00} %"));
        Row(output, "energy at the grid", Text($"{energy.ChargedKWh:0.00} kWh taken, {energy.DischargedKWh:0.00} kWh given"));
        Row(output, "energy of the weights", Text($"{energy.MechanicalUpKWh:0.00} kWh gained, {energy.MechanicalDownKWh:0.00} kWh given"));
        Row(output, "round trip", energy.RoundTripEfficiency is { } share ? Text($"{100 * share:0.00} %") : "none: the charge at the end is not that at the start");
        Row(output, "energy balance", double.IsFinite(energy.BalanceResidual) ? Text($"residual {energy.BalanceResidual:0.0e+0} of the throughput") : "none: no audit was kept");
        if (result.Follow is not { } follow) return;
        Row(output, "followed, exported", Text($"{follow.ExportedKWh:0.000} kWh of {follow.IdealExportedKWh:0.000} kWh asked"));
        Row(output, "followed, imported", Text($"{follow.ImportedKWh:0.000} kWh of {follow.IdealImportedKWh:0.000} kWh asked"));
        Row(output, "followed, samples", Text($"{follow.Within6KWPercent:0.00} % within 6 kW, {follow.Within10KWPercent:0.00} % within 10 kW of what was asked"));
    }

    private static void Tracking(TextWriter output, TrackingFigures tracking)
    {
        if (tracking.PeakPercent is null) return;
        Row(output, "power step", Text($"90 % in {Number(tracking.RiseTimeSeconds, "0.00", "s")}, peak {Number(tracking.PeakPercent, "0.0", "%")}, off from 1.5 s on at most {Number(tracking.SettledDeviationPercent, "0.00", "%")}, rms 5 to 60 s {Number(tracking.RmsPercent, "0.000", "%")} of rated power"));
    }

    private static string Number(double? value, string format, string unit) => value is { } number ? $"{number.ToString(format, CultureInfo.InvariantCulture)} {unit}" : "-";

    private static string Shown(double? value) => value is { } number ? Text($": {number:G7}") : ": no value";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static void Row(TextWriter output, string name, string text) => output.WriteLine($"{name.PadRight(Column)} {text}");
}
