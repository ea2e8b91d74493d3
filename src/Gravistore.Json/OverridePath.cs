using System.Globalization;

namespace Gravistore.Json;

/// <summary>Takes a path such as steps[2].at apart.</summary>
internal static class OverridePath
{
    /// <summary>Most steps of a path.</summary>
    public const int MaxSteps = 64;

    /// <summary>A key name, or with a null name an index into a list.</summary>
    internal readonly record struct Step(string? Name, int Index);

    /// <summary>The steps, or null when the text is no path.</summary>
    public static IReadOnlyList<Step>? Split(string path)
    {
        List<Step> steps = [];
        foreach (string part in path.Split('.'))
        {
            int bracket = part.IndexOf('[');
            string name = bracket < 0 ? part : part[..bracket];
            if (name.Length == 0) return null;
            steps.Add(new Step(name, 0));
            if (bracket >= 0 && !AddIndexes(part[bracket..], steps)) return null;
            if (steps.Count > MaxSteps) return null;
        }
        return steps;
    }

    private static bool AddIndexes(string brackets, List<Step> steps)
    {
        if (brackets[0] != '[' || brackets[^1] != ']') return false;
        foreach (string index in brackets[1..^1].Split("]["))
        {
            if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int at)) return false;
            steps.Add(new Step(null, at));
        }
        return true;
    }
}
