using System.Text;
using System.Text.Json;
using Gravistore.Core.Dictionary;
using Gravistore.Recording.Incidents;

namespace Gravistore.Console.Recordings.Incidents;

/// <summary>The story of an incident as one JSON object: the same recording gives the same bytes.</summary>
internal static class IncidentJson
{
    public static string Write(IncidentView view)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "gravistore-incident/1");
            RecordingJson.Header(json, view.File.Header);
            json.WriteNumber("firstCycle", view.Story.FirstCycle);
            json.WriteNumber("lastCycle", view.Story.LastCycle);
            json.WriteNumber("fromSeconds", view.FromS);
            json.WriteNumber("untilSeconds", view.UntilS);
            Entries(json, "trips", view.Story.Trips);
            Limits(json, view.Story.Limits);
            Entries(json, "timeline", view.Story.Timeline);
            RecordingJson.Damages(json, view.File.Damages);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Entries(Utf8JsonWriter json, string name, IReadOnlyList<TimelineEntry> entries)
    {
        json.WriteStartArray(name);
        foreach (TimelineEntry entry in entries)
        {
            json.WriteStartObject();
            json.WriteNumber("cycle", entry.Cycle);
            json.WriteNumber("timeSeconds", entry.TimeNs / 1e9);
            json.WriteNumber("hoist", entry.Hoist);
            json.WriteString("kind", Words.Of(entry.Kind));
            json.WriteString("severity", Words.Of(entry.Severity));
            json.WriteString("text", entry.Text);
            if (entry.Number > 0) Cause(json, entry);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Cause(Utf8JsonWriter json, TimelineEntry entry)
    {
        json.WriteNumber("number", entry.Number);
        json.WriteString("name", EventDictionary.Get(entry.Number).Name);
        if (entry.Unit.Length == 0) return;
        json.WriteString("unit", entry.Unit);
        Number(json, "value", entry.Value);
        Number(json, "limit", entry.Limit);
    }

    private static void Limits(Utf8JsonWriter json, IReadOnlyList<LimitApproach> limits)
    {
        json.WriteStartArray("limits");
        foreach (LimitApproach limit in limits)
        {
            json.WriteStartObject();
            json.WriteString("name", limit.Name);
            json.WriteNumber("hoist", limit.Hoist);
            json.WriteNumber("number", limit.Number);
            json.WriteString("unit", limit.Unit);
            Number(json, "value", limit.Value);
            Number(json, "limit", limit.Limit);
            Number(json, "margin", limit.Margin);
            json.WriteBoolean("crossed", limit.Crossed);
            json.WriteNumber("timeSeconds", limit.TimeNs / 1e9);
            json.WriteNumber("longestBeyondSeconds", 0.01 * limit.LongestCycles);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // JSON has no other numbers.
    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
