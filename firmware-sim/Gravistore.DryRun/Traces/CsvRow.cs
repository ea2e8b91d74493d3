using System.Text;

namespace Gravistore.DryRun.Traces;

/// <summary>Takes one line of a CSV file apart.</summary>
internal static class CsvRow
{
    /// <summary>Most columns of a file.</summary>
    public const int MaxFields = 200;

    /// <summary>The fields of a line, spaces around unquoted ones removed; null when its quotes are broken.</summary>
    /// <param name="line">A line without its line feed.</param>
    /// <param name="delimiter">Comma or semicolon.</param>
    public static List<string>? Split(string line, char delimiter)
    {
        List<string> fields = [];
        int at = 0;
        while (fields.Count <= MaxFields)
        {
            if (ReadField(line, delimiter, ref at) is not { } field) return null;
            fields.Add(field);
            if (at >= line.Length) return fields;
            at++; // the delimiter
        }
        return fields;
    }

    /// <summary>Semicolon where the header has more of them outside quotes than commas, else comma.</summary>
    public static char DelimiterOf(string header)
    {
        int commas = 0, semicolons = 0;
        bool quoted = false;
        foreach (char c in header)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') commas++;
            else if (!quoted && c == ';') semicolons++;
        }
        return semicolons > commas ? ';' : ',';
    }

    private static string? ReadField(string line, char delimiter, ref int at)
    {
        int start = at;
        while (start < line.Length && line[start] is ' ' or '\t') start++;
        if (start < line.Length && line[start] == '"')
        {
            at = start + 1;
            return ReadQuoted(line, delimiter, ref at);
        }
        int end = line.IndexOf(delimiter, at);
        if (end < 0) end = line.Length;
        string field = line[at..end].Trim();
        at = end;
        return field.Contains('"') ? null : field;
    }

    private static string? ReadQuoted(string line, char delimiter, ref int at)
    {
        StringBuilder field = new();
        while (at < line.Length)
        {
            char c = line[at++];
            if (c != '"') field.Append(c);
            else if (at < line.Length && line[at] == '"') field.Append(line[at++]);
            else return IsClosed(line, delimiter, ref at) ? field.ToString() : null;
        }
        return null;
    }

    private static bool IsClosed(string line, char delimiter, ref int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        return at == line.Length || line[at] == delimiter;
    }
}
