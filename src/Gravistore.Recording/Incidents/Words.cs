using System.Text;

namespace Gravistore.Recording.Incidents;

/// <summary>Names of enumerations in words: GradedBrakeStop is "graded brake stop".</summary>
public static class Words
{
    /// <summary>The value's name; its number where it has none, as from another version.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    /// <summary>A name in Pascal case as words.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        StringBuilder words = new();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && words.Length > 0 && words[^1] != ' ') words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }
}
