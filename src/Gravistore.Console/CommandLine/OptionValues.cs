using System.Globalization;
using Gravistore.Config;
using Gravistore.DryRun.Compare;
using Gravistore.Json;

namespace Gravistore.Console.CommandLine;

/// <summary>Reads the values of options.</summary>
internal static class OptionValues
{
    /// <summary>Cycle of the controller: a table's interval is a multiple of it [ms].</summary>
    private const int CycleMs = 10;
    private const int LongestMs = 3_600_000;
    /// <summary>Bounds of a run's speed, in times real time.</summary>
    private const double SlowestSpeed = 0.01, FastestSpeed = 100_000;

    private static readonly (string Unit, double Ms)[] Units = [("ms", 1), ("min", 60_000), ("s", 1000)];

    /// <summary>A seed from 0 to 2^64 - 1; 1 when none is given.</summary>
    public static ulong Seed(string? text)
    {
        if (text is null) return 1;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)) return seed;
        throw new UsageException(UsageErrors.BadValue, $"--seed {JsonText.Quote(text)} is no seed; allowed: a whole number from 0 to {ulong.MaxValue}");
    }

    /// <summary>An interval such as 1s, 100ms or 2min [ms]; 1 s when none is given.</summary>
    public static int IntervalMs(string? text)
    {
        if (text is null) return 1000;
        foreach ((string unit, double ms) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            bool good = double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value);
            double wholeMs = Math.Round(value * ms, 6);
            if (good && wholeMs >= CycleMs && wholeMs <= LongestMs && wholeMs % CycleMs == 0) return (int)wholeMs;
            break;
        }
        throw new UsageException(UsageErrors.BadValue, $"--trace-every {JsonText.Quote(text)} is no interval; allowed: a multiple of 10 ms up to 60 min, such as 10ms, 100ms, 1s, 5min");
    }

    /// <summary>Times real time at most, from 0.01 to 100000; null when none is given.</summary>
    public static double? Speed(string? text)
    {
        if (text is null) return null;
        bool good = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double speed);
        if (good && speed is >= SlowestSpeed and <= FastestSpeed) return speed;
        throw new UsageException(UsageErrors.BadValue, $"--speed {JsonText.Quote(text)} is no speed; allowed: a number from 0.01 to 100000, such as 1 for real time or 60 for a minute a second");
    }

    /// <summary>How far figures may move, such as 0.001 or 0.1%; nothing when none is given.</summary>
    public static Tolerance Tolerance(string? text)
    {
        if (text is null) return default;
        bool percent = text.EndsWith('%');
        if (double.TryParse(percent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && value >= 0)
            return new Tolerance(percent ? value / 100 : value);
        throw new UsageException(UsageErrors.BadValue, $"--tolerance {JsonText.Quote(text)} is no tolerance; allowed: a share of 0 or more, such as 0.001 or 0.1%");
    }

    /// <summary>A time of a recording such as 90s, 1.5min or 250ms [ns]; null when none is given.</summary>
    public static long? TimeNs(string option, string? text)
    {
        if (text is null) return null;
        foreach ((string unit, double ms) in Units)
            if (text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value * ms < 1e12)
                return (long)Math.Round(value * ms * 1e6);
        throw new UsageException(UsageErrors.BadValue, $"{option} {JsonText.Quote(text)} is no time; allowed: a number with its unit, such as 250ms, 90s, 1.5min");
    }

    /// <summary>Overrides of the form SCOPE.PATH=VALUE.</summary>
    public static IReadOnlyList<Override> Overrides(IEnumerable<string> texts)
    {
        Findings findings = [];
        List<Override> overrides = [];
        foreach (string text in texts)
            if (Override.Parse(text, findings) is { } one) overrides.Add(one);
        findings.ThrowIfErrors();
        return overrides;
    }
}
