using System.Globalization;

namespace Gravistore.Charts;

/// <summary>How numbers are written: invariant culture, a true minus sign for people, plain digits for drawings.</summary>
public static class Figures
{
    /// <summary>Shown where there is no number.</summary>
    public const string None = "\u2013";

    /// <summary>A number with a fixed count of decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value)) return None;
        string text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept('0', '.') >= 0 ? "\u2212" + text[1..] : text.TrimStart('-');
    }

    /// <summary>A number with as many decimals as give about <paramref name="digits"/> digits; very small ones in powers of ten.</summary>
    public static string Short(double? value, int digits = 4)
    {
        if (value is not { } number || !double.IsFinite(number)) return None;
        if (number == 0) return "0";
        int magnitude = (int)Math.Floor(Math.Log10(Math.Abs(number)));
        if (magnitude < -4) return number.ToString("0.0e+0", CultureInfo.InvariantCulture).Replace("-", "\u2212", StringComparison.Ordinal);
        string text = Fixed(number, Math.Clamp(digits - 1 - magnitude, 0, 9));
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A duration in words an engineer uses: 0.52 s, 12.3 s, 2 min 20 s, 1 h 23 min.</summary>
    public static string Duration(double seconds)
    {
        if (!double.IsFinite(seconds)) return None;
        if (Math.Abs(seconds) < 10) return $"{Fixed(seconds, 2)} s";
        if (Math.Abs(seconds) < 120) return $"{Fixed(seconds, 1)} s";
        long whole = (long)Math.Round(seconds);
        return whole < 7200 ? $"{whole / 60} min {whole % 60:00} s" : $"{whole / 3600} h {whole / 60 % 60:00} min";
    }

    /// <summary>A coordinate of a drawing with at most two decimals.</summary>
    internal static string Coordinate(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share of the drawing's width.</summary>
    internal static string Percent(double share) => (100 * share).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
