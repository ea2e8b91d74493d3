using System.Text;
using System.Text.Json;
using Gravistore.Recording;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings;

/// <summary>What a replay showed as one JSON object. It holds no wall time: the same recording gives the same bytes.</summary>
internal static class ReplayJson
{
    public static string Write(RecordingFile file, ReplayResult result)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "gravistore-replay/1");
            WriteHeader(json, file.Header);
            json.WriteBoolean("equal", result.IsEqual);
            json.WriteNumber("cycles", result.Cycles);
            json.WriteNumber("cyclesLeftOut", result.CyclesLeftOut);
            json.WriteNumber("snapshots", result.Snapshots);
            json.WriteNumber("fromSeconds", result.FromNs / 1e9);
            json.WriteNumber("untilSeconds", result.UntilNs / 1e9);
            WriteDivergence(json, result.Divergence);
            WriteDamages(json, file.Damages);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteHeader(Utf8JsonWriter json, RecordingHeader header)
    {
        json.WriteStartObject("recording");
        foreach ((string name, string text) in header.Texts)
            if (name is not (RecordingHeader.ParametersName or RecordingHeader.StateLayoutName)) json.WriteString(name, text);
        json.WriteEndObject();
    }

    private static void WriteDivergence(Utf8JsonWriter json, Divergence? divergence)
    {
        if (divergence is null)
        {
            json.WriteNull("divergence");
            return;
        }
        json.WriteStartObject("divergence");
        json.WriteNumber("cycle", divergence.Cycle);
        json.WriteNumber("timeSeconds", divergence.TimeNs / 1e9);
        json.WriteString("channel", divergence.Channel);
        json.WriteString("unit", divergence.Unit);
        json.WriteString("recorded", divergence.Recorded);
        json.WriteString("replayed", divergence.Replayed);
        json.WriteEndObject();
    }

    private static void WriteDamages(Utf8JsonWriter json, IReadOnlyList<Damage> damages)
    {
        json.WriteStartArray("damages");
        foreach (Damage damage in damages)
        {
            json.WriteStartObject();
            json.WriteNumber("offset", damage.Offset);
            json.WriteNumber("length", damage.Length);
            json.WriteString("what", damage.What);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
