using System.Text.Json;

namespace Gravistore.Json;

/// <summary>An object with free names and a text for each.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Description">What names and texts mean.</param>
public sealed record MapKey(string Name, string Description) : Key(Name, Description)
{
    public int MaxCount { get; init; } = 1000;
    public override string Allowed => $"an object of at most {MaxCount} names, each with a text";

    internal override void Check(JsonNode value, Findings findings)
    {
        if (!IsKind(value, JsonKind.Object, findings)) return;
        if (value.Items.Count > MaxCount) findings.Error(JsonErrors.WrongCount, value, $"{JsonText.Quote(Name)} has {value.Items.Count} entries", Allowed);
        foreach (JsonNode item in value.Items)
            if (IsKind(item, JsonKind.Text, findings) && string.IsNullOrWhiteSpace(item.Text))
                findings.Error(JsonErrors.WrongText, item, "the text is empty", Allowed);
    }

    /// <summary>The entries in file order, or after an error those that can be used.</summary>
    internal IReadOnlyDictionary<string, string> Read(JsonNode? value)
    {
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        if (value is not { Kind: JsonKind.Object }) return map;
        for (int i = 0; i < value.Items.Count; i++)
            if (value.Items[i].Kind == JsonKind.Text) map[value.Names[i]] = value.Items[i].Text;
        return map;
    }

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "object");
        writer.WriteNumber("maxProperties", MaxCount);
        writer.WriteStartObject("additionalProperties");
        writer.WriteString("type", "string");
        writer.WriteNumber("minLength", 1);
        writer.WriteEndObject();
    }
}
