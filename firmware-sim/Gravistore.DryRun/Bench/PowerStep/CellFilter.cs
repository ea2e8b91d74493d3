using Gravistore.Json;

namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>Chooses cells by words, such as "lower,90,nominal": of each kind of word (direction, charge, depths, case) one must match, a kind without a word is free.</summary>
public static class CellFilter
{
    /// <summary>The cells that a filter chooses, in their order.</summary>
    /// <param name="cells">Cells to choose from.</param>
    /// <param name="filter">Words with commas or spaces between them; null = all cells.</param>
    /// <exception cref="BenchException">A word names nothing.</exception>
    public static IReadOnlyList<StepCell> Choose(IReadOnlyList<StepCell> cells, string? filter)
    {
        if (filter is null) return cells;
        string[][] known = [.. Enumerable.Range(0, cells[0].Words.Count).Select(kind => cells.Select(c => c.Words[kind]).Distinct().ToArray())];
        string[] words = [.. filter.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => w.TrimEnd('%'))];
        if (words.Length == 0) words = [filter];
        foreach (string word in words)
            if (!Array.Exists(known, kind => kind.Contains(word))) throw Unknown(word, [.. known.SelectMany(kind => kind)]);
        return [.. cells.Where(cell => Matches(cell, words, known))];
    }

    private static bool Matches(StepCell cell, string[] words, string[][] known)
    {
        for (int kind = 0; kind < known.Length; kind++)
        {
            string[] asked = [.. words.Where(known[kind].Contains)];
            if (asked.Length > 0 && !asked.Contains(cell.Words[kind])) return false;
        }
        return true;
    }

    private static BenchException Unknown(string word, string[] known) => new(
        $"--cells: no cell has the word {JsonText.Quote(word)}; known: {JsonText.Choices(known)}; {NearestMatch.Question(word, known, "leave --cells out for all of them")}");
}

