namespace Gravistore.Console.Manual;

/// <summary>A help text taken apart: usage lines at the margin, indented terms, paragraphs, exit codes.</summary>
/// <param name="Usages">Command lines with what they do.</param>
/// <param name="Terms">Arguments and options with what they mean.</param>
/// <param name="Paragraphs">Other text.</param>
/// <param name="ExitCodes">Exit codes with their meaning.</param>
internal sealed record HelpText(IReadOnlyList<(string Term, string Meaning)> Usages, IReadOnlyList<(string Term, string Meaning)> Terms, IReadOnlyList<string> Paragraphs, IReadOnlyList<(string Term, string Meaning)> ExitCodes)
{
    private const string Gap = "   ", ExitMark = "Exit codes: ";

    /// <summary>Takes a text apart.</summary>
    public static HelpText Read(string text)
    {
        List<(string, string)> usages = [], terms = [];
        List<string> paragraphs = [];
        bool open = false;
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.Trim();
            bool indented = line.StartsWith(' '), paired = trimmed.Contains(Gap, StringComparison.Ordinal);
            if (trimmed.Length > 0 && paired) (indented ? terms : usages).Add(Pair(trimmed));
            else if (trimmed.Length > 0 && indented && terms.Count > 0) terms[^1] = Longer(terms[^1], trimmed);
            else if (trimmed.Length > 0 && open && !trimmed.StartsWith(ExitMark, StringComparison.Ordinal)) paragraphs[^1] += " " + trimmed;
            else if (trimmed.Length > 0) paragraphs.Add(trimmed);
            open = trimmed.Length > 0 && !indented && !paired;
        }
        string? exit = paragraphs.Find(p => p.StartsWith(ExitMark, StringComparison.Ordinal));
        return new HelpText(usages, terms, [.. paragraphs.Where(p => p != exit)], exit is null ? [] : [.. Codes(exit[ExitMark.Length..])]);
    }

    private static (string Term, string Meaning) Pair(string line)
    {
        int gap = line.IndexOf(Gap, StringComparison.Ordinal);
        return (line[..gap], line[gap..].Trim());
    }

    private static (string Term, string Meaning) Longer((string Term, string Meaning) pair, string more) => (pair.Term, $"{pair.Meaning} {more}");

    // "0 good; 1 bad" or "0 good, 2 wrong usage": a number begins each.
    private static IEnumerable<(string Term, string Meaning)> Codes(string text)
    {
        string[] words = text.TrimEnd('.').Split(' ');
        for (int i = 0; i < words.Length;)
        {
            int end = Array.FindIndex(words, i + 1, w => w.Length > 0 && w.All(char.IsAsciiDigit));
            if (end < 0) end = words.Length;
            yield return (words[i], string.Join(' ', words[(i + 1)..end]).TrimEnd(';', ','));
            i = end;
        }
    }
}
