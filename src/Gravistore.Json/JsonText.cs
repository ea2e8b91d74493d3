using System.Globalization;
using System.Text;

namespace Gravistore.Json;

/// <summary>How values of a file are shown in messages: short, without control characters, numbers in the invariant culture.</summary>
public static class JsonText
{
    /// <summary>Characters of a text that a message shows.</summary>
    public const int MaxShown = 60;
    /// <summary>Entries of a list of choices that a message shows.</summary>
    public const int MaxChoices = 48;

    /// <summary>The text in single quotes, cut at <see cref="MaxShown"/> characters.</summary>
    public static string Quote(string text) => $"'{Shorten(text)}'";

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with its unit; without one the number alone.</summary>
    public static string Number(double value, string unit) => unit.Length == 0 ? Number(value) : $"{Number(value)} {unit}";

    /// <summary>Names joined by commas, cut at <see cref="MaxChoices"/>.</summary>
    public static string Choices(IEnumerable<string> names)
    {
        string[] all = [.. names];
        string shown = string.Join(", ", all.Take(MaxChoices));
        return all.Length > MaxChoices ? $"{shown} and {all.Length - MaxChoices} more" : shown;
    }

    /// <summary>The text cut at <see cref="MaxShown"/> characters, control characters replaced.</summary>
    public static string Shorten(string text)
    {
        StringBuilder shown = new();
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, MaxShown)))
            shown.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        return text.Length > MaxShown ? shown.Append("...").ToString() : shown.ToString();
    }
}
