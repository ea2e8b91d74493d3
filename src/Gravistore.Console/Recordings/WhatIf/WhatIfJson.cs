using System.Text;
using System.Text.Json;
using Gravistore.DryRun.Results;
using Gravistore.Recording;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings.WhatIf;

/// <summary>What other parameters changed, as one JSON object.</summary>
internal static class WhatIfJson
{
    /// <summary>The whole object.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="result">What differs.</param>
    /// <param name="changes">What was set.</param>
    /// <param name="run">The run in which plant and controller ran on together; null = on the recorded inputs.</param>
    public static string Write(RecordingFile file, WhatIfResult result, IReadOnlyList<string> changes, DryRunResult? run = null)
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
            if (run is not null)
            {
                json.WritePropertyName("run");
                json.WriteRawValue(ResultJson.Write(run));
            }
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
