using System.Text.Json;

namespace Gravistore.Json;

/// <summary>A list of numbers with one unit and one closed range.</summary>
/// <param name="Name">Key name, unit last.</param>
/// <param name="Description">What it means.</param>
/// <param name="Unit">Unit as printed.</param>
/// <param name="Minimum">Smallest value allowed.</param>
/// <param name="Maximum">Greatest value allowed.</param>
public sealed record NumberListKey(string Name, string Description, string Unit, double Minimum, double Maximum) : Key(Name, Description)
{
    /// <summary>Each number must be greater than the one before.</summary>
    public bool Ascending { get; init; }
    public int MinCount { get; init; }
    public int MaxCount { get; init; } = 1000;
    public override string Allowed =>
        $"a list of {MinCount} to {MaxCount} {(Ascending ? "ascending " : "")}numbers from {JsonText.Number(Minimum)} to {JsonText.Number(Maximum, Unit)}";
    internal override bool IsNumeric => true;

    internal override void Check(JsonNode value, Findings findings)
    {
        if (!IsKind(value, JsonKind.List, findings)) return;
        if (value.Items.Count < MinCount || value.Items.Count > MaxCount)
            findings.Error(JsonErrors.WrongCount, value, $"{JsonText.Quote(Name)} has {value.Items.Count} entries", Allowed);
        JsonNode? previous = null;
        foreach (JsonNode item in value.Items)
        {
            if (!IsKind(item, JsonKind.Number, findings)) continue;
            NumberRange.Check(this, item, Unit, Minimum, Maximum, findings);
            if (Ascending && previous is not null && item.Number <= previous.Number) NotAscending(item, previous, findings);
            previous = item;
        }
    }

    /// <summary>The values, or after an error those that can be used.</summary>
    internal IReadOnlyList<double> Read(JsonNode? value)
    {
        if (value is not { Kind: JsonKind.List }) return [];
        return [.. value.Items.Where(i => i.Kind == JsonKind.Number).Select(i => Math.Clamp(i.Number, Minimum, Maximum))];
    }

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", MinCount);
        writer.WriteNumber("maxItems", MaxCount);
        writer.WriteStartObject("items");
        NumberRange.WriteSchema(writer, "number", Minimum, Maximum);
        writer.WriteEndObject();
    }

    private void NotAscending(JsonNode item, JsonNode previous, Findings findings) =>
        findings.Error(JsonErrors.NotAscending, item, $"{JsonText.Number(item.Number)} follows {JsonText.Number(previous.Number)}", Allowed);
}
