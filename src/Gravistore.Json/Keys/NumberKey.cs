using System.Text.Json;

namespace Gravistore.Json;

/// <summary>A number with unit and closed range.</summary>
/// <param name="Name">Key name, unit last.</param>
/// <param name="Description">What it means.</param>
/// <param name="Unit">Unit as printed, empty for a ratio.</param>
/// <param name="Minimum">Smallest value allowed.</param>
/// <param name="Maximum">Greatest value allowed.</param>
public sealed record NumberKey(string Name, string Description, string Unit, double Minimum, double Maximum) : Key(Name, Description)
{
    /// <summary>Value when the key is left out; null = no default.</summary>
    public double? Default { get; init; }
    public override string Allowed => $"a number from {JsonText.Number(Minimum)} to {JsonText.Number(Maximum, Unit)}";
    public override bool MayBeMissing => !Required || Default is not null;
    internal override bool IsNumeric => true;

    internal override void Check(JsonNode value, Findings findings)
    {
        if (IsKind(value, JsonKind.Number, findings)) NumberRange.Check(this, value, Unit, Minimum, Maximum, findings);
    }

    /// <summary>The value, or after an error one that does no harm.</summary>
    internal double Read(JsonNode? value) => value is { Kind: JsonKind.Number } ? Math.Clamp(value.Number, Minimum, Maximum) : Default ?? Math.Clamp(1, Minimum, Maximum);

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        NumberRange.WriteSchema(writer, "number", Minimum, Maximum);
        if (Default is { } value) writer.WriteNumber("default", value);
    }
}
