using System.Globalization;

namespace Gravistore.Console.Live;

/// <summary>Texts for a given width.</summary>
internal static class Fit
{
    /// <summary>Seconds of a minute and of an hour.</summary>
    private const double Minute = 60, Hour = 3600;

    /// <summary>The first of several texts that fits; empty when none does.</summary>
    public static string First(int width, params ReadOnlySpan<string> texts)
    {
        foreach (string text in texts)
            if (text.Length <= width) return text;
        return "";
    }

    /// <summary>A text with an ellipsis in place of what does not fit.</summary>
    public static string Shorten(string text, int width, Glyphs glyphs)
    {
        if (text.Length <= width) return text;
        return width < 1 ? "" : text[..(width - 1)] + glyphs.Shortened;
    }

    /// <summary>
    /// A text from a file as it may be shown: one cell for each character. Control characters could command the terminal, and wide ones would shift what follows.
    /// </summary>
    public static string Printable(string text, Glyphs glyphs) =>
        string.Create(text.Length, (text, glyphs.Letters), static (to, from) =>
        {
            for (int i = 0; i < to.Length; i++) to[i] = IsNarrow(from.text[i], from.Letters) ? from.text[i] : '?';
        });

    /// <summary>A number with as many digits as fit, in scientific form if need be.</summary>
    /// <param name="value">The number.</param>
    /// <param name="width">Columns.</param>
    /// <param name="formats">Formats, the most exact first.</param>
    public static string Number(double value, int width, params ReadOnlySpan<string> formats)
    {
        if (!double.IsFinite(value)) return First(width, "none", "-");
        foreach (string format in formats)
            if (value.ToString(format, CultureInfo.InvariantCulture) is { } text && text.Length <= width) return Unsigned(text);
        return First(width, value.ToString("0.#e0", CultureInfo.InvariantCulture), value.ToString("0e0", CultureInfo.InvariantCulture), "*");
    }

    /// <summary>A length of time such as 12 s, 3 min 5 s or 2 h 10 min.</summary>
    public static string Duration(double seconds)
    {
        double whole = Math.Ceiling(Math.Clamp(seconds, 0, 1e9));
        if (whole < Minute) return Text($"{whole:0} s");
        if (whole < Hour) return Text($"{Math.Floor(whole / Minute):0} min") + Rest(whole % Minute, "s");
        return Text($"{Math.Floor(whole / Hour):0} h") + Rest(Math.Floor(whole % Hour / Minute), "min");
    }

    private static string Rest(double value, string unit) => value > 0 ? Text($" {value:0} {unit}") : "";

    // A small negative number rounds to a zero with a sign, which says nothing.
    private static string Unsigned(string text) => text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text.Replace("-", "").Replace("+", "") : text;

    private static bool IsNarrow(char c, bool letters) => c is >= ' ' and <= '~' || (letters && c is >= '\u00A1' and <= '\u024F' && c != '\u00AD');

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
