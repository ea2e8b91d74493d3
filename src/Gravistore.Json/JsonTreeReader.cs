using System.Text.Json;

namespace Gravistore.Json;

/// <summary>Builds the tree from valid UTF-8, iteratively, so that no nesting can exhaust the stack.</summary>
internal ref struct JsonTreeReader
{
    /// <summary>Deepest nesting of brackets.</summary>
    public const int MaxDepth = 32;

    private readonly string file;
    private readonly byte[] bytes;
    private readonly Findings findings;
    private readonly LineMap lines;
    private readonly Stack<JsonNode> open = new();
    private Utf8JsonReader reader;
    private JsonNode? root;
    private string? key;
    private long previousEnd;
    private bool commaPending;

    private JsonTreeReader(string file, byte[] bytes, Findings findings)
    {
        this.file = file;
        this.bytes = bytes;
        this.findings = findings;
        lines = new LineMap(bytes);
        reader = new Utf8JsonReader(bytes, Options);
    }

    internal static JsonReaderOptions Options => new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Allow, MaxDepth = MaxDepth };

    /// <summary>The tree, or an unreadable node after a finding.</summary>
    public static JsonNode Read(string file, byte[] bytes, Findings findings) => new JsonTreeReader(file, bytes, findings).Read();

    private JsonNode Read()
    {
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            findings.Error(JsonErrors.Empty, file, "the file is empty", "a JSON object");
            return JsonNode.Unreadable(file);
        }
        try
        {
            while (reader.Read()) Take();
            return root ?? OnlyComments();
        }
        catch (JsonException e)
        {
            JsonSyntax.Report(file, bytes, lines, e, open, findings);
            return JsonNode.Unreadable(file);
        }
    }

    private JsonNode OnlyComments()
    {
        findings.Error(JsonErrors.Empty, file, "the file holds no value", "a JSON object");
        return JsonNode.Unreadable(file);
    }

    private void Take()
    {
        commaPending |= bytes.AsSpan((int)previousEnd, (int)(reader.TokenStartIndex - previousEnd)).Contains((byte)',');
        previousEnd = reader.BytesConsumed;
        switch (reader.TokenType)
        {
            case JsonTokenType.Comment:
                Complain(JsonErrors.Comment, "a comment stands here");
                return;
            case JsonTokenType.PropertyName:
                key = TextOf();
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                if (commaPending) Complain(JsonErrors.TrailingComma, "a comma stands before this closing bracket");
                open.Pop();
                break;
            default:
                Place(Value());
                break;
        }
        commaPending = false;
    }

    private JsonNode Value() => reader.TokenType switch
    {
        JsonTokenType.StartObject => At(JsonKind.Object),
        JsonTokenType.StartArray => At(JsonKind.List),
        JsonTokenType.String => TextNode(),
        JsonTokenType.Number => NumberNode(),
        JsonTokenType.True or JsonTokenType.False => FlagNode(),
        _ => At(JsonKind.Null),
    };

    private readonly JsonNode At(JsonKind kind)
    {
        (int line, int column) = lines.At(reader.TokenStartIndex);
        return new JsonNode(kind, file, line, column);
    }

    private JsonNode TextNode()
    {
        JsonNode node = At(JsonKind.Text);
        node.Text = TextOf();
        return node;
    }

    private JsonNode FlagNode()
    {
        JsonNode node = At(JsonKind.Flag);
        node.Flag = reader.TokenType == JsonTokenType.True;
        return node;
    }

    private JsonNode NumberNode()
    {
        bool finite = reader.TryGetDouble(out double value) && double.IsFinite(value);
        JsonNode node = At(finite ? JsonKind.Number : JsonKind.Unreadable);
        node.Number = finite ? value : 0;
        node.Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        if (!finite) Complain(JsonErrors.NotFinite, $"{JsonText.Shorten(node.Text)} is too large for a number");
        return node;
    }

    /// <summary>A string's or key's value; half a surrogate pair written as an escape is a finding, not an exception.</summary>
    private string TextOf()
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            Complain(JsonErrors.NotUtf8, "a \\u escape in this text is half of a surrogate pair");
            return "";
        }
    }

    private void Place(JsonNode node)
    {
        if (!open.TryPeek(out JsonNode? parent)) root = node;
        else if (parent.Kind == JsonKind.List) parent.AddItem(node);
        else if (!parent.AddMember(key!, node)) Duplicate(parent, node);
        if (node.Kind is JsonKind.Object or JsonKind.List) open.Push(node);
    }

    private readonly void Duplicate(JsonNode parent, JsonNode node)
    {
        JsonNode first = parent.Member(key!)!;
        findings.Error(JsonErrors.DuplicateKey, node, $"the key {JsonText.Quote(key!)} stands here a second time; the first is in line {first.Line}");
    }

    private readonly void Complain(ErrorInfo info, string message)
    {
        (int line, int column) = lines.At(reader.TokenStartIndex);
        string path = open.TryPeek(out JsonNode? inside) ? inside.Path : "";
        findings.Error(info, file, message, line: line, column: column, path: path);
    }
}
