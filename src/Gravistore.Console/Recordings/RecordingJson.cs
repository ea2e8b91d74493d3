using System.Text.Json;
using Gravistore.Recording;

namespace Gravistore.Console.Recordings;

/// <summary>What every JSON object about a recording has.</summary>
internal static class RecordingJson
{
    // Long, and for those who read the file itself.
    private static readonly string[] LeftOut = [RecordingHeader.ParametersName, RecordingHeader.StateLayoutName, RecordingHeader.ChoicesName, RecordingHeader.FlagsName, RecordingHeader.EventsName, RecordingHeader.RunFilesName];

    /// <summary>What the recording says of itself.</summary>
    public static void Header(Utf8JsonWriter json, RecordingHeader header)
    {
        json.WriteStartObject("recording");
        foreach ((string name, string text) in header.Texts)
            if (!LeftOut.Contains(name)) json.WriteString(name, text);
        json.WriteEndObject();
    }

    /// <summary>What of it is lost.</summary>
    public static void Damages(Utf8JsonWriter json, IReadOnlyList<Damage> damages)
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
