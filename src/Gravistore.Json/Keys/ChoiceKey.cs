using System.Text.Json;

namespace Gravistore.Json;

/// <summary>One of a few texts.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Choices">The texts allowed, exactly as written.</param>
public sealed record ChoiceKey(string Name, string Description, params string[] Choices) : Key(Name, Description)
{
    /// <summary>Value when the key is left out; null = no default.</summary>
    public string? Default { get; init; }
    public override string Allowed => JsonText.Choices(Choices.Select(c => $"\"{c}\""));
    public override bool MayBeMissing => !Required || Default is not null;

    /// <summary>True for one of the texts allowed.</summary>
    internal bool Accepts(JsonNode? value) => value is { Kind: JsonKind.Text } && Choices.Contains(value.Text, StringComparer.Ordinal);

    internal override void Check(JsonNode value, Findings findings)
    {
        if (!IsKind(value, JsonKind.Text, findings) || Choices.Contains(value.Text, StringComparer.Ordinal)) return;
        string cure = NearestMatch.Question(value.Text, Choices, JsonErrors.WrongText.Cure);
        findings.Error(JsonErrors.WrongText, value, $"{JsonText.Quote(Name)} is {JsonText.Quote(value.Text)}", Allowed, cure);
    }

    /// <summary>The value, or after an error one that does no harm.</summary>
    internal string Read(JsonNode? value) => Accepts(value) ? value!.Text : Default ?? Choices[0];

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("enum");
        foreach (string choice in Choices) writer.WriteStringValue(choice);
        writer.WriteEndArray();
        if (Default is not null) writer.WriteString("default", Default);
    }
}
