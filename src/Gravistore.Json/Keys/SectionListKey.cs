using System.Text.Json;

namespace Gravistore.Json;

/// <summary>A list of objects with the same declared keys.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Description">What the list means.</param>
/// <param name="Spec">Keys of each entry.</param>
public sealed record SectionListKey(string Name, string Description, SectionSpec Spec) : Key(Name, Description)
{
    public int MinCount { get; init; }
    public int MaxCount { get; init; } = 1000;
    public override string Allowed => $"a list of {MinCount} to {MaxCount} objects";

    internal override void Check(JsonNode value, Findings findings)
    {
        if (IsKind(value, JsonKind.List, findings) && (value.Items.Count < MinCount || value.Items.Count > MaxCount))
            findings.Error(JsonErrors.WrongCount, value, $"{JsonText.Quote(Name)} has {value.Items.Count} entries", Allowed);
    }

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", MinCount);
        writer.WriteNumber("maxItems", MaxCount);
        writer.WriteStartObject("items");
        writer.WriteString("description", Spec.Description);
        JsonSchemaWriter.WriteSection(writer, Spec);
        writer.WriteEndObject();
    }
}
