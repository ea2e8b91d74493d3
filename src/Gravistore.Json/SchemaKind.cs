namespace Gravistore.Json;

/// <summary>Recognises a file of another kind by its "schema" key, such as gravistore-plant/1, before each of its keys is called unknown.</summary>
internal static class SchemaKind
{
    private const string KeyName = "schema", Prefix = "gravistore-";
    /// <summary>Kinds that differ in more letters are no slip of the pen.</summary>
    private const int MostSlips = 2;

    /// <summary>True after a finding that this is another kind of file than <paramref name="spec"/> declares; nothing else is worth saying of it.</summary>
    public static bool IsOther(JsonNode node, SectionSpec spec, Findings findings)
    {
        if (spec.Find(KeyName) is not ChoiceKey { Choices: [var wanted] } || node.Member(KeyName) is not { Kind: JsonKind.Text } given) return false;
        if (KindOf(given.Text) is not { } kind || KindOf(wanted) is not { } wantedKind || NearestMatch.Distance(kind, wantedKind) <= MostSlips) return false;
        findings.Error(JsonErrors.WrongKind, given, $"this is a {kind} file, a {wantedKind} file is wanted", wanted);
        return true;
    }

    private static string? KindOf(string schema)
    {
        int slash = schema.IndexOf('/');
        bool known = schema.StartsWith(Prefix, StringComparison.Ordinal) && slash > Prefix.Length && slash <= Prefix.Length + NearestMatch.MaxLength;
        return known ? JsonText.Shorten(schema[Prefix.Length..slash]) : null;
    }
}
