using System.Text;
using System.Text.Json;

namespace Gravistore.Json;

/// <summary>Says in plain words where and why a text is not JSON.</summary>
internal static class JsonSyntax
{
    public static void Report(string file, byte[] bytes, LineMap lines, JsonException error, Stack<JsonNode> open, Findings findings)
    {
        string path = open.TryPeek(out JsonNode? inside) ? inside.Path : "";
        if (IsPrefix(bytes))
        {
            (int endLine, int endColumn) = lines.At(bytes.Length);
            findings.Error(JsonErrors.Truncated, file, $"the file ends {Unfinished(inside)}", Closing(open), line: endLine, column: endColumn, path: path);
            return;
        }
        int offset = lines.Offset(error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
        if (offset > 0 && bytes[offset - 1] == (byte)'-') offset--;
        (int line, int column) = lines.At(offset);
        (ErrorInfo info, string message, string allowed) = Classify(bytes, offset, open.Count);
        findings.Error(info, file, message, allowed, line: line, column: column, path: path);
    }

    /// <summary>True when the bytes are the beginning of valid JSON: then nothing is wrong but the missing end.</summary>
    private static bool IsPrefix(byte[] bytes)
    {
        try
        {
            Utf8JsonReader reader = new(bytes, isFinalBlock: false, new JsonReaderState(JsonTreeReader.Options));
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Unfinished(JsonNode? inside) => inside is null
        ? "before its value is complete"
        : $"inside the {(inside.Kind == JsonKind.List ? "list" : "object")} that begins in line {inside.Line}";

    private static string Closing(Stack<JsonNode> open)
    {
        StringBuilder closing = new();
        foreach (JsonNode node in open) closing.Append(node.Kind == JsonKind.List ? ']' : '}');
        return closing.Length == 0 ? "" : $"the closing brackets {closing}";
    }

    private static (ErrorInfo Info, string Message, string Allowed) Classify(byte[] bytes, int offset, int depth)
    {
        string rest = Encoding.UTF8.GetString(bytes, offset, Math.Min(12, bytes.Length - offset));
        if (depth >= JsonTreeReader.MaxDepth && rest.StartsWith('{') | rest.StartsWith('['))
            return (JsonErrors.TooDeep, "brackets are nested too deeply", $"at most {JsonTreeReader.MaxDepth} levels");
        if (NonFinite(rest) is { } word) return (JsonErrors.NotFinite, $"{word} is no number of JSON", "finite numbers");
        return rest.Length == 0
            ? (JsonErrors.Syntax, "something is missing at the end of the file", "")
            : (JsonErrors.Syntax, $"unexpected {Describe(rest)}", Hint(rest[0]));
    }

    private static string? NonFinite(string rest)
    {
        foreach (string word in new[] { "NaN", "Infinity", "-Infinity", "+Infinity", "inf", "-inf", "nan" })
            if (rest.StartsWith(word, StringComparison.Ordinal)) return word;
        return null;
    }

    private static string Describe(string rest) => char.IsControl(rest[0]) ? $"control character U+{(int)rest[0]:X4}" : $"character {JsonText.Quote(rest[..1])}";

    private static string Hint(char c) => c switch
    {
        '\'' => "texts stand in double quotes",
        '+' or '.' => "numbers begin with a digit or a minus sign",
        '}' or ']' => "a value, or the bracket that was opened last",
        ',' => "one comma between two values",
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' => "keys and texts stand in double quotes; true, false and null are lower case",
        _ => "",
    };
}
