using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gravistore.Json;

/// <summary>A text of limited length, not empty unless allowed, optionally of a given form.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Description">What it means.</param>
public sealed record TextKey(string Name, string Description) : Key(Name, Description)
{
    private Regex? regex;

    /// <summary>Longest text [characters].</summary>
    public int MaxLength { get; init; } = 400;
    /// <summary>An empty text is allowed.</summary>
    public bool AllowEmpty { get; init; }
    /// <summary>Regular expression the whole text must match, without backtracking; empty = any text.</summary>
    public string Pattern { get; init; } = "";
    /// <summary>The pattern in words, for messages.</summary>
    public string PatternText { get; init; } = "";
    /// <summary>Value when the key is left out; null = no default.</summary>
    public string? Default { get; init; }
    public override string Allowed => PatternText.Length > 0 ? PatternText : $"a text of {MinLength} to {MaxLength} characters";
    private int MinLength => AllowEmpty ? 0 : 1;
    public override bool MayBeMissing => !Required || Default is not null;

    internal override void Check(JsonNode value, Findings findings)
    {
        if (!IsKind(value, JsonKind.Text, findings)) return;
        if (!AllowEmpty && string.IsNullOrWhiteSpace(value.Text)) findings.Error(JsonErrors.WrongText, value, $"{JsonText.Quote(Name)} is empty", Allowed);
        else if (value.Text.Length > MaxLength) findings.Error(JsonErrors.WrongText, value, $"{JsonText.Quote(Name)} has {value.Text.Length} characters", Allowed);
        else if (!Matches(value.Text)) findings.Error(JsonErrors.WrongText, value, $"{JsonText.Quote(Name)} is {JsonText.Quote(value.Text)}", Allowed);
    }

    /// <summary>The value, or after an error one that does no harm.</summary>
    internal string Read(JsonNode? value) => value is { Kind: JsonKind.Text } ? value.Text : Default ?? "";

    internal override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "string");
        writer.WriteNumber("minLength", MinLength);
        writer.WriteNumber("maxLength", MaxLength);
        if (Pattern.Length > 0) writer.WriteString("pattern", $"^(?:{Pattern})$");
        if (Default is not null) writer.WriteString("default", Default);
    }

    // Non-backtracking: a text from outside must not be able to make the match slow.
    private bool Matches(string text) => Pattern.Length == 0 || Compiled().IsMatch(text);

    private Regex Compiled() => regex ??= new Regex($@"\A(?:{Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
