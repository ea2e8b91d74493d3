using System.Text.Json;

namespace Gravistore.Json;

/// <summary>Declaration of one key of a section: the reader, the schema and the documentation all come from it.</summary>
/// <param name="Name">Key name as written in files, unit last.</param>
/// <param name="Description">What the value means, one sentence.</param>
public abstract record Key(string Name, string Description)
{
    /// <summary>A missing key is an error unless this is false or the key has a default.</summary>
    public bool Required { get; init; } = true;
    /// <summary>What a value may be, in words, for messages and documentation.</summary>
    public abstract string Allowed { get; }
    /// <summary>True when the key may be left out.</summary>
    public virtual bool MayBeMissing => !Required;

    /// <summary>True for numbers, which need a source where the section asks for sources.</summary>
    internal virtual bool IsNumeric => false;

    /// <summary>Reports what is wrong with a value that is there.</summary>
    internal abstract void Check(JsonNode value, Findings findings);

    /// <summary>Writes the members of the key's JSON schema except its description.</summary>
    internal abstract void WriteSchema(Utf8JsonWriter writer);

    /// <summary>Reports a value of another kind; true when the kind is right. Unreadable values were reported before.</summary>
    internal bool IsKind(JsonNode value, JsonKind kind, Findings findings)
    {
        if (value.Kind == kind) return true;
        if (value.Kind != JsonKind.Unreadable)
            findings.Error(JsonErrors.WrongType, value, $"{JsonText.Quote(Name)} is {KindName(value)}", Allowed);
        return false;
    }

    private static string KindName(JsonNode value) => value.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Flag => value.Flag ? "true" : "false",
        JsonKind.Number => $"the number {JsonText.Shorten(value.Text)}",
        JsonKind.Text => $"the text {JsonText.Quote(value.Text)}",
        JsonKind.List => "a list",
        _ => "an object",
    };
}
