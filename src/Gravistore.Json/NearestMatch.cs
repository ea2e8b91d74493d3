namespace Gravistore.Json;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestMatch
{
    /// <summary>Longer names are not compared.</summary>
    public const int MaxLength = 128;

    /// <summary>The known name nearest to <paramref name="given"/> in edits (case ignored), or null when none is near: at most a third of the letters, but two, may differ.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        if (given.Length is 0 or > MaxLength) return null;
        string? best = null;
        int bestDistance = Math.Max(2, given.Length / 3) + 1;
        foreach (string name in known)
        {
            int distance = Distance(given.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance >= bestDistance || distance >= Math.Max(given.Length, name.Length)) continue;
            best = name;
            bestDistance = distance;
        }
        return best;
    }

    /// <summary>"did you mean 'x'?", or <paramref name="otherwise"/> when nothing is near.</summary>
    public static string Question(string given, IEnumerable<string> known, string otherwise) =>
        Of(given, known) is { } near ? $"did you mean {JsonText.Quote(near)}?" : otherwise;

    /// <summary>Levenshtein distance: insertions, deletions and replacements.</summary>
    internal static int Distance(string a, string b)
    {
        int[] previous = new int[b.Length + 1], current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }
}
