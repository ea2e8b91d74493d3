namespace Gravistore.Json;

/// <summary>An object of a file bound to its declaration. Binding reports everything that is wrong, in it and below; the getters then never fail but return a harmless value where an error was reported.</summary>
public sealed class Section
{
    private readonly Findings findings;
    private readonly Dictionary<string, Section> subsections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Section>> lists = new(StringComparer.Ordinal);

    private Section(JsonNode node, SectionSpec spec, Findings findings)
    {
        Node = node;
        Spec = spec;
        this.findings = findings;
        BindChildren();
    }

    public JsonNode Node { get; }
    public SectionSpec Spec { get; }

    /// <summary>Binds <paramref name="node"/> to <paramref name="spec"/> and reports all that is wrong.</summary>
    public static Section Bind(JsonNode node, SectionSpec spec, Findings findings)
    {
        if (node.Kind is not (JsonKind.Object or JsonKind.Unreadable))
            findings.Error(JsonErrors.WrongType, node, $"an object is wanted for {JsonText.Quote(spec.Name)}", JsonText.Choices(spec.Keys.Select(k => k.Name)));
        if (SchemaKind.IsOther(node, spec, findings)) node = JsonNode.Unreadable(node.File);
        return BindChecked(node, spec, findings);
    }

    /// <summary>True when the file gives the key one of the texts allowed: what it leads to may then be judged.</summary>
    public bool IsSound(ChoiceKey key) => key.Accepts(Value(key));

    /// <summary>True when the file gives the key.</summary>
    public bool Has(Key key) => Value(key) is not null;

    public double Number(NumberKey key) => key.Read(Value(key));
    public int Integer(IntegerKey key) => key.Read(Value(key));
    public string Text(TextKey key) => key.Read(Value(key));
    public string Choice(ChoiceKey key) => key.Read(Value(key));
    public bool Flag(FlagKey key) => key.Read(Value(key));
    public IReadOnlyList<double> Numbers(NumberListKey key) => key.Read(Value(key));
    public IReadOnlyList<string> Texts(TextListKey key) => key.Read(Value(key));
    public IReadOnlyDictionary<string, string> Map(MapKey key) => key.Read(Value(key));
    /// <summary>The path to open, relative names resolved against the folder of the file that names it.</summary>
    public string FilePath(FileKey key) => key.Read(Value(key));

    /// <summary>The section under a key; one full of defaults when it is missing.</summary>
    public Section Sub(SectionKey key)
    {
        Value(key);
        return subsections[key.Name];
    }

    /// <summary>The sections in a list; none when it is missing.</summary>
    public IReadOnlyList<Section> List(SectionListKey key)
    {
        Value(key);
        return lists[key.Name];
    }

    /// <summary>The node of a key, or the section's own when the key is missing: the place a message should point to.</summary>
    public JsonNode Place(Key key) => Value(key) ?? Node;

    /// <summary>Adds an error about the value of <paramref name="key"/>.</summary>
    public void Error(Key key, ErrorInfo info, string message, string allowed = "", string? cure = null) => findings.Error(info, Place(key), message, allowed, cure);

    /// <summary>Adds a warning about the value of <paramref name="key"/>.</summary>
    public void Warn(Key key, ErrorInfo info, string message, string allowed = "", string? cure = null) => findings.Warn(info, Place(key), message, allowed, cure);

    private static Section BindChecked(JsonNode node, SectionSpec spec, Findings findings)
    {
        if (node.Kind == JsonKind.Object)
        {
            SectionNames.Check(node, spec, findings);
            SectionSources.Check(node, spec, findings);
        }
        return new Section(node, spec, findings);
    }

    private void BindChildren()
    {
        foreach (Key key in Spec.Keys)
        {
            JsonNode? value = Node.Member(key.Name);
            if (value is not null) key.Check(value, findings);
            if (key is SectionKey one) subsections[key.Name] = BindChecked(value ?? JsonNode.Unreadable(Node.File), one.Spec, findings);
            if (key is SectionListKey many) lists[key.Name] = BindList(many, value);
        }
    }

    private Section[] BindList(SectionListKey key, JsonNode? value) =>
        value is { Kind: JsonKind.List } ? [.. value.Items.Take(key.MaxCount).Select(item => Bind(item, key.Spec, findings))] : [];

    private JsonNode? Value(Key key)
    {
        if (!ReferenceEquals(Spec.Find(key.Name), key)) throw new ArgumentException($"Key '{key.Name}' is not declared in section '{Spec.Name}'.", nameof(key));
        return Node.Member(key.Name);
    }
}
