namespace Gravistore.Json;

/// <summary>Applies one override such as rope.count=3 to a tree.</summary>
internal static class JsonOverride
{
    public static void Apply(JsonNode root, string path, string valueText, SectionSpec? spec, string origin, Findings findings)
    {
        if (root.Kind == JsonKind.Unreadable) return;
        if (OverridePath.Split(path) is not { } steps)
        {
            findings.Error(JsonErrors.OverridePath, origin, $"{JsonText.Quote(path)} is no path", "names joined by dots, list entries as name[0]");
            return;
        }
        if (Value(origin, valueText, findings) is { } value) Walk(root, steps, spec, value, findings);
    }

    private static void Walk(JsonNode node, IReadOnlyList<OverridePath.Step> steps, SectionSpec? spec, JsonNode value, Findings findings)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            bool last = i == steps.Count - 1;
            if (Next(node, steps[i]) is { } next) node = next;
            else if (last && CanAdd(node, steps[i], spec)) node = Add(node, steps[i].Name, value.File);
            else
            {
                LeadsNowhere(node, steps[i], spec, value.File, findings);
                return;
            }
            spec = Below(spec, steps[i].Name);
        }
        node.Become(value);
    }

    private static JsonNode? Next(JsonNode node, OverridePath.Step step) => step.Name is { } name
        ? node.Member(name)
        : node.Kind == JsonKind.List && step.Index < node.Items.Count ? node.Items[step.Index] : null;

    // Without a declaration a key may only be replaced: a misspelt one must not vanish silently.
    private static bool CanAdd(JsonNode node, OverridePath.Step step, SectionSpec? spec) =>
        node.Kind == JsonKind.Object && step.Name is { } name && spec?.Find(name) is not null;

    private static JsonNode Add(JsonNode node, string? name, string origin)
    {
        JsonNode added = new(JsonKind.Null, origin, 0, 0);
        node.AddMember(name!, added);
        return added;
    }

    private static SectionSpec? Below(SectionSpec? spec, string? name) => name is null ? spec : spec?.Find(name) switch
    {
        SectionKey key => key.Spec,
        SectionListKey key => key.Spec,
        _ => null,
    };

    private static void LeadsNowhere(JsonNode node, OverridePath.Step step, SectionSpec? spec, string origin, Findings findings)
    {
        string where = node.Path.Length == 0 ? "the file" : JsonText.Quote(node.Path);
        if (step.Name is null)
        {
            string allowed = node.Kind == JsonKind.List ? $"0 to {node.Items.Count - 1}" : "no index, it is no list";
            findings.Error(JsonErrors.OverridePath, origin, $"{where} has no entry [{step.Index}]", allowed, path: node.Path);
            return;
        }
        string[] known = [.. node.Names.Where(n => n != SectionSpec.SourceName), .. spec?.Keys.Select(k => k.Name).Where(k => node.Member(k) is null) ?? []];
        string cure = NearestMatch.Question(step.Name, known, JsonErrors.OverridePath.Cure);
        findings.Error(JsonErrors.OverridePath, origin, $"{where} has no key {JsonText.Quote(step.Name)}", JsonText.Choices(known), cure, path: node.Path);
    }

    private static JsonNode? Value(string origin, string valueText, Findings findings)
    {
        Findings own = new();
        JsonNode node = JsonNode.Parse(origin, valueText, own);
        if (!own.HasErrors) return node;
        string trimmed = valueText.TrimStart();
        if (trimmed.Length > 0 && trimmed[0] is '{' or '[' or '"')
        {
            findings.Error(JsonErrors.OverrideValue, origin, own[0].Message, own[0].Allowed);
            return null;
        }
        return new JsonNode(JsonKind.Text, origin, 0, 0) { Text = valueText };
    }
}
