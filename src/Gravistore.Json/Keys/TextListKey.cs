using System.Text.Json;

namespace Gravistore.Json;

/// <summary>A list of texts, each not empty.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Description">What it means.</param>
public sealed record TextListKey(string Name, string Description) : Key(Name, Description)
{
    public int MinCount { get; init; }
    public int MaxCount { get; init; } = 100;
    public override string Allowed => $"a list of {MinCount} to {MaxCount} texts";

    internal override void Check(JsonNode value, Findings findings)
    {
        if (!IsKind(value, JsonKind.List, findings)) return;
        if (value.Items.Count < MinCount || value.Items.Count > MaxCount)
            findings.Error(JsonErrors.WrongCount, value, $"{JsonText.Quote(Name)} has {value.Items.Count} entries", Allowed);
        foreach (JsonNode item in value.Items)
            if (IsKind(item, JsonKind.Text, findings) && string.IsNullOrWhiteSpace(item.Text))
                findings.Error(JsonErrors.WrongText, item, $"an entry of {JsonText.Quote(Name)} is empty", Allowed);
    }

    /// <summary>The values, or after an error those that can be used.</summary>
    internal IReadOnlyList<string> Read(JsonNode? value) =>
        value is { Kind: JsonKind.List } ? [.. value.Items.Where(i => i.Kind == JsonKind.Text).Select(i => i.Text)] : [];

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", MinCount);
        writer.WriteNumber("maxItems", MaxCount);
        writer.WriteStartObject("items");
        writer.WriteString("type", "string");
        writer.WriteNumber("minLength", 1);
        writer.WriteEndObject();
    }
}
