using System.Buffers;
using System.Text;
using System.Text.Json;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Bench.Efficiency;

/// <summary>Writes a result of the efficiency bench as one JSON object.</summary>
public static class EfficiencyJson
{
    /// <summary>The object's text, ending in a line feed. What is no number is null.</summary>
    public static string Write(EfficiencyResult result)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, ResultJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("bench", "efficiency");
            json.WriteString("plant", result.Plant);
            json.WriteNumber("seed", result.Seed);
            json.WriteBoolean("pass", result.Pass);
            json.WriteStartObject("bound");
            json.WriteNumber("ratioToBest", EfficiencyBounds.LeastRatio);
            json.WriteNumber("dipPercent", EfficiencyBounds.LargestDipPercent);
            json.WriteEndObject();
            ResultJson.Number(json, "wallSeconds", result.WallS);
            json.WriteStartArray("powers");
            foreach (EfficiencyPoint point in result.Points) Point(json, point);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Point(Utf8JsonWriter json, EfficiencyPoint point)
    {
        json.WriteStartObject();
        ResultJson.Number(json, "powerKW", point.PowerKW);
        ResultJson.Number(json, "chargedKWh", point.ChargedKWh);
        ResultJson.Number(json, "dischargedKWh", point.DischargedKWh);
        ResultJson.Number(json, "roundTrip", point.RoundTrip);
        ResultJson.Number(json, "bestRoundTrip", point.BestRoundTrip);
        ResultJson.Number(json, "ratioToBest", point.RatioToBest);
        json.WriteString("bestHoistsCharging", point.BestHoistsCharging);
        json.WriteString("bestHoistsDischarging", point.BestHoistsDischarging);
        json.WriteNumber("hoistStarts", point.HoistStarts);
        ResultJson.Number(json, "hoistStartsPerMWh", point.StartsPerMWh);
        ResultJson.Number(json, "dipPercent", point.DipPercent);
        ResultJson.Number(json, "surgePercent", point.SurgePercent);
        Way(json, "charging", point.Charging);
        Way(json, "discharging", point.Discharging);
        json.WriteBoolean("pass", point.Pass);
        json.WriteString("trouble", point.Trouble);
        json.WriteEndObject();
    }

    private static void Way(Utf8JsonWriter json, string name, WayFigures? way)
    {
        json.WriteStartObject(name);
        ResultJson.Number(json, "enduranceLostPercent", way?.LostPercent);
        ResultJson.Number(json, "halfSpreadM", way?.HalfSpreadM);
        ResultJson.Number(json, "dipPercent", way?.DipPercent);
        ResultJson.Number(json, "dipAtSeconds", way?.DipAtS);
        ResultJson.Number(json, "surgePercent", way?.SurgePercent);
        ResultJson.Number(json, "surgeAtSeconds", way?.SurgeAtS);
        json.WriteEndObject();
    }
}
