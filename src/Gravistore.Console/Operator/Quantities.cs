using System.Globalization;
using Gravistore.Json;

namespace Gravistore.Console.Operator;

/// <summary>Powers, rates and durations as people type them, always with their unit.</summary>
internal static class Quantities
{
    private static readonly (string Unit, double Factor)[] Powers = [("MW", 1e6), ("kW", 1e3), ("W", 1)], Rates = [("MW/s", 1e6), ("kW/s", 1e3), ("W/s", 1)], Times = [("min", 60), ("h", 3600), ("s", 1)];

    /// <summary>A power such as 1.5MW or 250 kW [W].</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static double PowerW(string what, string text) => Read(what, text, Powers, double.NegativeInfinity, "a number with its unit, such as 1.5MW, 250 kW or 800W");

    /// <summary>A power without a sign [W].</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static double AmountW(string what, string text) => Read(what, text, Powers, 0, "a number of 0 or more with its unit, such as 1.5MW or 250 kW; the verb gives the direction");

    /// <summary>A rate such as 100kW/s [W/s]; 0, at once, when none is given.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static double RateWPerS(string what, string? text) => text is null ? 0 : Read(what, text, Rates, 0, "a number of 0 or more with its unit, such as 100kW/s or 1MW/s");

    /// <summary>A duration in whole seconds such as 90s, 15min or 2h [s].</summary>
    /// <exception cref="UsageException">It is none, or lies outside its range.</exception>
    public static int WholeSeconds(string what, string? text, int otherwiseS, int minS, int maxS)
    {
        if (text is null) return otherwiseS;
        double seconds = Read(what, text, Times, minS, $"a duration from {minS} s to {maxS} s, such as 90s, 15min or 2h");
        if (seconds <= maxS && seconds == Math.Floor(seconds)) return (int)seconds;
        throw Wrong(what, text, $"a duration from {minS} s to {maxS} s in whole seconds, such as 90s, 15min or 2h");
    }

    private static double Read(string what, string text, (string Unit, double Factor)[] units, double min, string allowed)
    {
        foreach ((string unit, double factor) in units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            bool good = double.TryParse(text[..^unit.Length].Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value);
            if (good && value * factor >= min) return value * factor;
            break;
        }
        throw Wrong(what, text, allowed);
    }

    private static UsageException Wrong(string what, string text, string allowed) =>
        new(UsageErrors.BadValue, $"{what} {JsonText.Quote(text)} is not allowed; allowed: {allowed}");
}
