using System.Text.Json;

namespace Gravistore.Json;

/// <summary>Name of a file, absolute or relative to the folder of the file that names it (for an override: to the working folder).</summary>
/// <param name="Name">Key name.</param>
/// <param name="Description">What the file holds.</param>
public sealed record FileKey(string Name, string Description) : Key(Name, Description)
{
    /// <summary>Longest name [characters].</summary>
    public const int MaxLength = 1000;

    public override string Allowed => "a file name";

    internal override void Check(JsonNode value, Findings findings)
    {
        if (!IsKind(value, JsonKind.Text, findings)) return;
        if (string.IsNullOrWhiteSpace(value.Text) || value.Text.Length > MaxLength || value.Text.Contains('\0'))
            findings.Error(JsonErrors.WrongText, value, $"{JsonText.Quote(value.Text)} is no file name", Allowed);
    }

    /// <summary>The path to open, or an empty text after an error.</summary>
    internal string Read(JsonNode? value)
    {
        if (value is not { Kind: JsonKind.Text } || value.Text.Contains('\0')) return "";
        string folder = value.IsOverride ? "" : Path.GetDirectoryName(value.File) ?? "";
        return Path.Combine(folder, value.Text);
    }

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "string");
        writer.WriteNumber("minLength", 1);
        writer.WriteNumber("maxLength", MaxLength);
    }
}
