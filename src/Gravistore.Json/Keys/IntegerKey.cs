using System.Text.Json;

namespace Gravistore.Json;

/// <summary>A whole number with closed range.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Minimum">Smallest value allowed.</param>
/// <param name="Maximum">Greatest value allowed.</param>
public sealed record IntegerKey(string Name, string Description, int Minimum, int Maximum) : Key(Name, Description)
{
    /// <summary>Value when the key is left out; null = no default.</summary>
    public int? Default { get; init; }
    /// <summary>Unit as printed, empty for a plain count.</summary>
    public string Unit { get; init; } = "";
    public override string Allowed => $"a whole number from {JsonText.Number(Minimum)} to {JsonText.Number(Maximum, Unit)}";
    public override bool MayBeMissing => !Required || Default is not null;
    internal override bool IsNumeric => true;

    internal override void Check(JsonNode value, Findings findings)
    {
        if (!IsKind(value, JsonKind.Number, findings)) return;
        if (value.Number != Math.Floor(value.Number))
            findings.Error(JsonErrors.NotInteger, value, $"{JsonText.Quote(Name)} is {JsonText.Shorten(value.Text)}", Allowed);
        else NumberRange.Check(this, value, Unit, Minimum, Maximum, findings);
    }

    /// <summary>The value, or after an error one that does no harm.</summary>
    internal int Read(JsonNode? value) =>
        value is { Kind: JsonKind.Number } ? (int)Math.Clamp(Math.Floor(value.Number), Minimum, Maximum) : Default ?? Math.Clamp(1, Minimum, Maximum);

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        NumberRange.WriteSchema(writer, "integer", Minimum, Maximum);
        if (Default is { } value) writer.WriteNumber("default", value);
    }
}
