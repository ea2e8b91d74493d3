using System.Text.Json;

namespace Gravistore.Json;

/// <summary>true or false.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Description">What true means.</param>
public sealed record FlagKey(string Name, string Description) : Key(Name, Description)
{
    /// <summary>Value when the key is left out; null = no default.</summary>
    public bool? Default { get; init; }
    public override string Allowed => "true or false";
    public override bool MayBeMissing => !Required || Default is not null;

    internal override void Check(JsonNode value, Findings findings) => IsKind(value, JsonKind.Flag, findings);

    /// <summary>The value, or after an error one that does no harm.</summary>
    internal bool Read(JsonNode? value) => value is { Kind: JsonKind.Flag } ? value.Flag : Default ?? false;

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "boolean");
        if (Default is { } value) writer.WriteBoolean("default", value);
    }
}
