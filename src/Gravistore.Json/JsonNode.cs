using System.Text;

namespace Gravistore.Json;

/// <summary>What a node is. Unreadable stands for something already reported; nothing more is said about it.</summary>
public enum JsonKind { Unreadable, Null, Flag, Number, Text, List, Object }

/// <summary>Strict JSON tree in which every value knows its file, line, column and path.</summary>
public sealed class JsonNode
{
    private readonly List<JsonNode> items = [];
    private readonly List<string> names = [];
    private Dictionary<string, int>? indexOf;
    private JsonNode? parent;
    private string name = "";
    private int index = -1;
    private bool wasSet;

    internal JsonNode(JsonKind kind, string file, int line, int column)
    {
        Kind = kind;
        File = file;
        Line = line;
        Column = column;
    }

    public JsonKind Kind { get; private set; }
    /// <summary>The file as it was named, or the override the value came from.</summary>
    public string File { get; private set; }
    /// <summary>1-based line, 0 for a value that came from an override.</summary>
    public int Line { get; private set; }
    /// <summary>1-based column in characters, 0 for a value that came from an override.</summary>
    public int Column { get; private set; }
    /// <summary>The string's value, or a number exactly as written; empty for other kinds.</summary>
    public string Text { get; internal set; } = "";
    /// <summary>The number's value, finite; 0 for other kinds.</summary>
    public double Number { get; internal set; }
    public bool Flag { get; internal set; }
    /// <summary>True when the value, or one it lies in, was set by an override.</summary>
    public bool IsOverride => wasSet || parent is { IsOverride: true };
    /// <summary>Values of a list, or of an object in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<JsonNode> Items => items;
    /// <summary>Key names of an object in file order.</summary>
    public IReadOnlyList<string> Names => names;
    /// <summary>Path such as rope.count or steps[2].at; empty for the root.</summary>
    public string Path => AppendPath(new StringBuilder()).ToString();

    /// <summary>Reads a text; what is wrong goes to <paramref name="findings"/>. A text that breaks JSON's rules gives an unreadable node.</summary>
    public static JsonNode Parse(string fileName, string text, Findings findings) => JsonTreeReader.Read(fileName, Encoding.UTF8.GetBytes(text), findings);

    /// <summary>Reads bytes as <see cref="Parse(string, string, Findings)"/> does; they need not be UTF-8.</summary>
    public static JsonNode Parse(string fileName, byte[] utf8, Findings findings) => JsonFile.Decode(fileName, utf8, findings);

    /// <summary>Reads a file; missing, folder, too large, not UTF-8 and all errors of <see cref="Parse(string, string, Findings)"/> are findings.</summary>
    public static JsonNode Load(string path, Findings findings) => JsonFile.Load(path, findings);

    /// <summary>A node that stands for something already reported.</summary>
    public static JsonNode Unreadable(string fileName) => new(JsonKind.Unreadable, fileName, 0, 0);

    /// <summary>The value of a key, or null when this is no object or has no such key.</summary>
    public JsonNode? Member(string key) => indexOf is not null && indexOf.TryGetValue(key, out int at) ? items[at] : null;

    /// <summary>Replaces or adds the value at <paramref name="path"/> (a.b[2].c); the parents must exist. See <see cref="JsonOverride"/>.</summary>
    /// <param name="path">Path below this node.</param>
    /// <param name="valueText">Parsed as JSON, else taken as a string.</param>
    /// <param name="findings">Receives paths that lead nowhere.</param>
    /// <param name="spec">When given, a key that is not in the file yet must be declared here.</param>
    /// <param name="scope">Put before the path in messages, as the person wrote it; empty for none.</param>
    public void Set(string path, string valueText, Findings findings, SectionSpec? spec = null, string scope = "") =>
        JsonOverride.Apply(this, path, valueText, spec, $"--set {(scope.Length > 0 ? scope + "." : "")}{JsonText.Shorten(path)}={JsonText.Shorten(valueText)}", findings);

    internal void AddItem(JsonNode child)
    {
        child.parent = this;
        child.index = items.Count;
        items.Add(child);
    }

    /// <summary>Adds a key; false when the object has it already.</summary>
    internal bool AddMember(string key, JsonNode child)
    {
        child.parent = this;
        child.name = key;
        indexOf ??= new Dictionary<string, int>(StringComparer.Ordinal);
        if (!indexOf.TryAdd(key, items.Count)) return false;
        names.Add(key);
        items.Add(child);
        return true;
    }

    /// <summary>Takes over the content of <paramref name="other"/>, keeping this node's place in the tree.</summary>
    internal void Become(JsonNode other)
    {
        (Kind, Text, Number, Flag) = (other.Kind, other.Text, other.Number, other.Flag);
        (File, Line, Column, wasSet) = (other.File, 0, 0, true);
        items.Clear();
        names.Clear();
        indexOf = null;
        for (int i = 0; i < other.items.Count; i++)
            if (other.Kind == JsonKind.Object) AddMember(other.names[i], other.items[i]);
            else AddItem(other.items[i]);
    }

    private StringBuilder AppendPath(StringBuilder path)
    {
        if (parent is null) return path;
        parent.AppendPath(path);
        if (index >= 0) return path.Append('[').Append(index).Append(']');
        if (path.Length > 0) path.Append('.');
        return path.Append(JsonText.Shorten(name));
    }
}
