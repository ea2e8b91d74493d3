namespace Gravistore.Json;

/// <summary>Compares the key names of an object with the declared ones: unknown, misspelt, in another unit, missing.</summary>
internal static class SectionNames
{
    public static void Check(JsonNode node, SectionSpec spec, Findings findings)
    {
        HashSet<string> meant = new(StringComparer.Ordinal);
        for (int i = 0; i < node.Names.Count; i++)
            if (node.Names[i] != SectionSpec.SourceName && spec.Find(node.Names[i]) is null)
                Unknown(node, node.Items[i], node.Names[i], spec, meant, findings);
        foreach (Key key in spec.Keys)
            if (!key.MayBeMissing && node.Member(key.Name) is null && !meant.Contains(key.Name)) Missing(node, key, findings);
    }

    private static void Unknown(JsonNode node, JsonNode value, string name, SectionSpec spec, HashSet<string> meant, Findings findings)
    {
        if (findings.IsFull)
        {
            findings.Error(JsonErrors.UnknownKey, value, "unknown key");
            return;
        }
        string[] free = [.. spec.Keys.Select(k => k.Name).Where(k => node.Member(k) is null)];
        string allowed = JsonText.Choices(spec.Keys.Select(k => k.Name));
        if (UnitNames.SameQuantity(name, free) is { } other)
        {
            meant.Add(other);
            findings.Error(JsonErrors.WrongUnit, value, UnitNames.Message(name, other), other, $"give the value in {UnitNames.UnitOf(other)} and name the key {JsonText.Quote(other)}");
            return;
        }
        string? near = NearestMatch.Of(name, free) ?? NearestMatch.Of(name, spec.Keys.Select(k => k.Name));
        if (near is not null) meant.Add(near);
        string cure = near is null ? JsonErrors.UnknownKey.Cure : $"did you mean {JsonText.Quote(near)}?";
        findings.Error(JsonErrors.UnknownKey, value, $"unknown key {JsonText.Quote(name)}", allowed, cure);
    }

    // A key that stands there under a wrong name was reported already: one message for one mistake.
    private static void Missing(JsonNode node, Key key, Findings findings) =>
        findings.Error(JsonErrors.MissingKey, node, $"the key {JsonText.Quote(key.Name)} is missing ({key.Description})", key.Allowed);
}
