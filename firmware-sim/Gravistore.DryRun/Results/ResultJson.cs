using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gravistore.DryRun.Results;

/// <summary>Writes a result as one JSON object.</summary>
public static class ResultJson
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object's text, ending in a line feed. Numbers read back as the same doubles; what is no number is null.</summary>
    public static string Write(DryRunResult result)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            Heading(json, result);
            Energy(json, result.Energy);
            Tracking(json, result.Tracking);
            Counts(json, result);
            Lists(json, result);
            Follow(json, result.Follow);
            End(json, result);
            WritePackages(json, result.Packages);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A state hash as 16 hexadecimal digits.</summary>
    public static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);

    private static void Heading(Utf8JsonWriter json, DryRunResult result)
    {
        json.WriteString("plant", result.Plant);
        json.WriteString("scenario", result.Scenario);
        json.WriteNumber("seed", result.Seed);
        json.WriteString("version", result.Version);
        json.WriteBoolean("passed", result.Passed);
        Number(json, "simulatedSeconds", result.Times.SimulatedSeconds);
        Number(json, "wallSeconds", result.Times.WallSeconds);
        Number(json, "realTimeFactor", result.Times.RealTimeFactor);
        json.WriteStartObject("share");
        Number(json, "step", result.Times.StepShare);
        Number(json, "plant", result.Times.PlantShare);
        Number(json, "rest", result.Times.RestShare);
        json.WriteEndObject();
        json.WriteNumber("scans", result.Times.Cycles);
        json.WriteString("stateHash", Hex(result.StateHash));
    }

    private static void Energy(Utf8JsonWriter json, EnergyFigures energy)
    {
        json.WriteStartObject("energy");
        Number(json, "chargedKWh", energy.ChargedKWh);
        Number(json, "dischargedKWh", energy.DischargedKWh);
        json.WriteStartObject("mechanicalKWh");
        Number(json, "up", energy.MechanicalUpKWh);
        Number(json, "down", energy.MechanicalDownKWh);
        json.WriteEndObject();
        Number(json, "roundTripEfficiency", energy.RoundTripEfficiency);
        Number(json, "balanceResidual", energy.BalanceResidual);
        json.WriteEndObject();
    }

    private static void Tracking(Utf8JsonWriter json, TrackingFigures tracking)
    {
        json.WriteStartObject("tracking");
        Number(json, "riseTimeSeconds", tracking.RiseTimeSeconds);
        Number(json, "peakPercent", tracking.PeakPercent);
        Number(json, "settledDeviationPercent", tracking.SettledDeviationPercent);
        Number(json, "rmsPercent", tracking.RmsPercent);
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, DryRunResult result)
    {
        json.WriteStartObject("stateOfChargePercent");
        Number(json, "start", result.StateOfChargeStartPercent);
        Number(json, "end", result.StateOfChargeEndPercent);
        json.WriteEndObject();
        json.WriteNumber("hoistStarts", result.HoistStarts);
        json.WriteNumber("reversals", result.Reversals);
    }

    private static void Lists(Utf8JsonWriter json, DryRunResult result)
    {
        json.WriteStartArray("trips");
        foreach (TripRecord trip in result.Trips) Trip(json, trip);
        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (EventRecord one in result.Events) Event(json, one);
        json.WriteEndArray();
        json.WriteNumber("eventsLost", result.EventsLost);
        json.WriteNumber("invariantViolations", result.InvariantViolations);
        json.WriteStartArray("violations");
        foreach (Violation violation in result.Violations) Violation(json, violation);
        json.WriteEndArray();
        json.WriteStartArray("assertions");
        foreach (AssertionOutcome outcome in result.Assertions) Assertion(json, outcome);
        json.WriteEndArray();
    }

    private static void Trip(Utf8JsonWriter json, TripRecord trip)
    {
        json.WriteStartObject();
        Number(json, "timeSeconds", trip.TimeS);
        json.WriteNumber("hoist", trip.Hoist);
        json.WriteNumber("number", trip.Number);
        json.WriteString("name", trip.Name);
        json.WriteString("text", trip.Text);
        json.WriteBoolean("expected", trip.Expected);
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, EventRecord one)
    {
        json.WriteStartObject();
        Number(json, "timeSeconds", one.TimeS);
        json.WriteNumber("hoist", one.Hoist);
        json.WriteNumber("number", one.Number);
        json.WriteString("name", one.Name);
        json.WriteString("severity", one.Severity);
        Number(json, "value", one.Value);
        Number(json, "limit", one.Limit);
        json.WriteString("unit", one.Unit);
        json.WriteString("text", one.Text);
        json.WriteEndObject();
    }

    private static void Violation(Utf8JsonWriter json, Violation violation)
    {
        json.WriteStartObject();
        json.WriteString("name", violation.Name);
        Number(json, "firstTimeSeconds", violation.FirstTimeS);
        json.WriteNumber("hoist", violation.Hoist);
        json.WriteNumber("count", violation.Count);
        json.WriteString("detail", violation.Detail);
        json.WriteEndObject();
    }

    private static void Assertion(Utf8JsonWriter json, AssertionOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("text", outcome.Text);
        Number(json, "value", outcome.Value);
        json.WriteBoolean("passed", outcome.Passed);
        json.WriteEndObject();
    }

    private static void Follow(Utf8JsonWriter json, FollowFigures? follow)
    {
        if (follow is null)
        {
            json.WriteNull("follow");
            return;
        }
        json.WriteStartObject("follow");
        Number(json, "exportedKWh", follow.ExportedKWh);
        Number(json, "importedKWh", follow.ImportedKWh);
        Number(json, "idealExportedKWh", follow.IdealExportedKWh);
        Number(json, "idealImportedKWh", follow.IdealImportedKWh);
        Number(json, "exportRatio", follow.ExportRatio);
        Number(json, "importRatio", follow.ImportRatio);
        Number(json, "within6kWPercent", follow.Within6KWPercent);
        Number(json, "within10kWPercent", follow.Within10KWPercent);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, DryRunResult result)
    {
        json.WriteStartObject("end");
        json.WriteString("reason", result.End.Reason);
        json.WriteString("failure", result.End.Failure);
        json.WriteString("mode", result.End.Mode);
        json.WriteNumber("hoistsAtLanding", result.End.HoistsAtLanding);
        json.WriteNumber("hoistsBraked", result.End.HoistsBraked);
        json.WriteStartArray("weightDepthsM");
        foreach (double depthM in result.End.WeightDepthsM) json.WriteNumberValue(depthM);
        json.WriteEndArray();
        json.WriteEndObject();
        if (result.Wire is { } wire)
        {
            Wire(json, wire);
            return;
        }
        json.WriteStartObject("links");
        json.WriteNumber("readsRefused", result.Links.ReadsRefused);
        json.WriteNumber("writesRefused", result.Links.WritesRefused);
        json.WriteEndObject();
    }

    private static void Wire(Utf8JsonWriter json, WireFigures wire)
    {
        json.WriteStartObject("cycle");
        json.WriteNumber("slips", wire.Slips);
        Number(json, "p50Us", wire.P50Us);
        Number(json, "p99Us", wire.P99Us);
        Number(json, "p999Us", wire.P999Us);
        Number(json, "maxUs", wire.MaxUs);
        json.WriteEndObject();
        json.WriteStartObject("simulator");
        json.WriteNumber("lateWakeUps", wire.Simulator.LateWakeUps);
        Number(json, "latestMs", wire.Simulator.LatestMs);
        json.WriteEndObject();
        if (wire.Replay is { } replay)
        {
            json.WriteStartObject("replay");
            json.WriteNumber("cycles", replay.Cycles);
            json.WriteBoolean("equal", replay.IsEqual);
            json.WriteEndObject();
        }
        json.WriteStartArray("links");
        foreach (WireLink link in wire.Links)
        {
            json.WriteStartObject();
            json.WriteString("name", link.Name);
            Number(json, "roundTripsPerSecond", link.RoundTripsPerSecond);
            Number(json, "p50Us", link.P50Us);
            Number(json, "p99Us", link.P99Us);
            json.WriteNumber("timeouts", link.Timeouts);
            json.WriteNumber("reconnects", link.Reconnects);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes the member "packages".</summary>
    public static void WritePackages(Utf8JsonWriter json, IReadOnlyList<PackageInfo> packages)
    {
        json.WriteStartObject("packages");
        foreach (PackageInfo package in packages)
        {
            json.WriteStartObject(package.Name);
            json.WriteString("version", package.Version);
            json.WriteBoolean("standIn", package.StandIn);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // A value that is no finite number has no place in JSON: null says that there is none.
    internal static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
