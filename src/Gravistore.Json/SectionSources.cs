namespace Gravistore.Json;

/// <summary>Checks the "source" object of a section: a text for each key, for numbers a must where the section asks for it, and none for keys that are not there.</summary>
internal static class SectionSources
{
    private static readonly MapKey Source = new(SectionSpec.SourceName, "Where each value of the section comes from") { Required = false };

    public static void Check(JsonNode node, SectionSpec spec, Findings findings)
    {
        if (spec.DeclaresSource) return;
        JsonNode? source = node.Member(SectionSpec.SourceName);
        if (source is not null) Source.Check(source, findings);
        if (source is { Kind: JsonKind.Object }) CheckIdle(node, source, spec, findings);
        if (!spec.RequireSources || source is { Kind: JsonKind.Unreadable }) return;
        foreach (Key key in spec.Keys)
            if (key.IsNumeric && node.Member(key.Name) is { IsOverride: false } value && source?.Member(key.Name) is null)
                findings.Error(JsonErrors.NoSource, value, $"{JsonText.Quote(key.Name)} has no entry in {JsonText.Quote(SectionSpec.SourceName)}", "a published source, \"derived: ...\" or \"assumption: ...\"");
    }

    private static void CheckIdle(JsonNode node, JsonNode source, SectionSpec spec, Findings findings)
    {
        for (int i = 0; i < source.Names.Count; i++)
        {
            string name = source.Names[i];
            // The source of a required key that is missing or misspelt: that was reported already.
            if (node.Member(name) is not null || spec.Find(name) is { MayBeMissing: false }) continue;
            string cure = findings.IsFull ? "" : NearestMatch.Question(name, spec.Keys.Select(k => k.Name).Where(k => node.Member(k) is not null), JsonErrors.IdleSource.Cure);
            findings.Error(JsonErrors.IdleSource, source.Items[i], $"a source is given for {JsonText.Quote(name)}, which is not in this section", "", cure);
        }
    }
}
