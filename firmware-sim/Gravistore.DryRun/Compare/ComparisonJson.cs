using System.Buffers;
using System.Text;
using System.Text.Json;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Compare;

/// <summary>Writes a comparison as one JSON object.</summary>
public static class ComparisonJson
{
    /// <summary>The object's text, ending in a line feed.</summary>
    public static string Write(ResultComparison comparison)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, ResultJson.Options))
        {
            json.WriteStartObject();
            Head(json, "a", comparison.A);
            Head(json, "b", comparison.B);
            json.WriteNumber("tolerance", comparison.Tolerance.Share);
            json.WriteNumber("moved", comparison.MovedCount);
            json.WriteStartArray("figures");
            foreach (FigurePair pair in comparison.Figures) Figure(json, pair);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Head(Utf8JsonWriter json, string name, ResultDocument document)
    {
        json.WriteStartObject(name);
        json.WriteString("file", document.File);
        for (int i = 0; i < ResultDocument.HeadNames.Count; i++) json.WriteString(ResultDocument.HeadNames[i], document.Head[i]);
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, FigurePair pair)
    {
        json.WriteStartObject();
        json.WriteString("name", pair.Name);
        Value(json, "a", pair.A);
        Value(json, "b", pair.B);
        ResultJson.Number(json, "difference", pair.Difference);
        ResultJson.Number(json, "relative", pair.Relative);
        json.WriteBoolean("moved", pair.Moved);
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string name, ResultValue value)
    {
        if (value.Text is { } text) json.WriteString(name, text);
        else ResultJson.Number(json, name, value.Number);
    }
}
