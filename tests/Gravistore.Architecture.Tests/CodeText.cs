using System.Text;

namespace Gravistore.Architecture.Tests;

/// <summary>
/// C# text with comments and literals blanked out, so that a rule about code does not stumble over prose. Line breaks stay.
/// Code in the holes of an interpolated string is blanked with the string: no rule needs it.
/// </summary>
internal static class CodeText
{
    public static string Only(string text)
    {
        StringBuilder code = new(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            int end = LiteralOrCommentEnd(text, at);
            if (end == at)
            {
                code.Append(text[at++]);
                continue;
            }
            for (; at < end; at++) code.Append(text[at] == '\n' ? '\n' : ' ');
        }
        return code.ToString();
    }

    /// <summary>Where the comment or literal that begins at <paramref name="at"/> ends; <paramref name="at"/> itself when none begins there.</summary>
    private static int LiteralOrCommentEnd(string text, int at)
    {
        if (Starts(text, at, "//")) return EndOf(text, "\n", at);
        if (Starts(text, at, "/*")) return EndOf(text, "*/", at + 2);
        if (Starts(text, at, "\"\"\"")) return RawStringEnd(text, at);
        if (Starts(text, at, "@\"") || Starts(text, at, "@$\"") || Starts(text, at, "$@\"")) return VerbatimEnd(text, text.IndexOf('"', at) + 1);
        if (text[at] is '"' or '\'') return QuotedEnd(text, at);
        return at;
    }

    private static int RawStringEnd(string text, int at)
    {
        int quotes = 0;
        while (at + quotes < text.Length && text[at + quotes] == '"') quotes++;
        return EndOf(text, new string('"', quotes), at + quotes);
    }

    private static int VerbatimEnd(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] != '"') at++;
            else if (Starts(text, at, "\"\"")) at += 2;
            else return at + 1;
        }
        return at;
    }

    private static int QuotedEnd(string text, int start)
    {
        char quote = text[start];
        for (int at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == quote) return at + 1;
            else if (text[at] == '\n') return at;
        }
        return text.Length;
    }

    private static bool Starts(string text, int at, string with) => string.CompareOrdinal(text, at, with, 0, with.Length) == 0;

    /// <summary>Position behind the next <paramref name="what"/>, or the end of the text when there is none.</summary>
    private static int EndOf(string text, string what, int from)
    {
        int found = from <= text.Length ? text.IndexOf(what, from, StringComparison.Ordinal) : -1;
        return found < 0 ? text.Length : found + what.Length;
    }
}
