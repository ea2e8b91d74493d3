using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gravistore.Json;

/// <summary>Writes a declaration as JSON Schema, draft 2020-12.</summary>
public static class JsonSchemaWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text with descriptions, units and bounds, ending in a line feed.</summary>
    public static string Write(SectionSpec root, string title)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("title", title);
            writer.WriteString("description", root.Description);
            WriteSection(writer, root);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    internal static void WriteSection(Utf8JsonWriter writer, SectionSpec spec)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (Key key in spec.Keys) WriteKey(writer, key);
        if (!spec.DeclaresSource) WriteSource(writer, spec);
        writer.WriteEndObject();
        WriteRequired(writer, [.. spec.Keys.Where(k => !k.MayBeMissing).Select(k => k.Name), .. NeedsSource(spec) ? new[] { SectionSpec.SourceName } : []]);
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void WriteKey(Utf8JsonWriter writer, Key key)
    {
        writer.WriteStartObject(key.Name);
        writer.WriteString("description", Describe(key));
        key.WriteSchema(writer);
        writer.WriteEndObject();
    }

    private static string Describe(Key key)
    {
        string unit = key switch { NumberKey n => n.Unit, IntegerKey i => i.Unit, NumberListKey l => l.Unit, _ => "" };
        return unit.Length == 0 ? key.Description : $"{key.Description} [{unit}]";
    }

    private static bool NeedsSource(SectionSpec spec) => spec.RequireSources && spec.Keys.Any(k => k.IsNumeric && !k.MayBeMissing);

    private static void WriteSource(Utf8JsonWriter writer, SectionSpec spec)
    {
        writer.WriteStartObject(SectionSpec.SourceName);
        writer.WriteString("description", "Where each value of this section comes from");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (Key key in spec.Keys)
        {
            writer.WriteStartObject(key.Name);
            writer.WriteString("type", "string");
            writer.WriteNumber("minLength", 1);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        if (spec.RequireSources) WriteRequired(writer, [.. spec.Keys.Where(k => k.IsNumeric && !k.MayBeMissing).Select(k => k.Name)]);
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteEndObject();
    }

    private static void WriteRequired(Utf8JsonWriter writer, string[] names)
    {
        if (names.Length == 0) return;
        writer.WriteStartArray("required");
        foreach (string name in names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
