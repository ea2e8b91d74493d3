using System.Text;
using System.Text.Json;
using Gravistore.Recording;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings.WhatIf;

/// <summary>What other parameters changed, as one JSON object.</summary>
internal static class WhatIfJson
{
    public static string Write(RecordingFile file, WhatIfResult result, IReadOnlyList<string> changes)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "gravistore-what-if/1");
            RecordingJson.Header(json, file.Header);
            json.WriteStartArray("changes");
            foreach (string change in changes) json.WriteStringValue(change);
            json.WriteEndArray();
            json.WriteNumber("fromSeconds", result.FromNs / 1e9);
            json.WriteNumber("untilSeconds", result.UntilNs / 1e9);
            json.WriteNumber("cycles", result.Cycles);
            json.WriteNumber("differentCycles", result.DifferentCycles);
            json.WriteString("endedEarly", result.EndedEarly);
            ReplayJson.WriteDivergence(json, result.First);
            json.WriteStartArray("outputs");
            foreach (OutputDifference output in result.Outputs) Output(json, output);
            json.WriteEndArray();
            RecordingJson.Damages(json, file.Damages);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Output(Utf8JsonWriter json, OutputDifference output)
    {
        json.WriteStartObject();
        json.WriteString("channel", output.Channel);
        json.WriteString("unit", output.Unit);
        json.WriteNumber("firstSeconds", output.FirstNs / 1e9);
        json.WriteNumber("cycles", output.Cycles);
        json.WriteNumber("largestSeconds", output.LargestNs / 1e9);
        Number(json, "recorded", output.Recorded);
        Number(json, "replayed", output.Replayed);
        json.WriteEndObject();
    }

    // JSON has no other numbers.
    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
