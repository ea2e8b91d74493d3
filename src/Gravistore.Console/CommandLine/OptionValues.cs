using System.Globalization;
using Gravistore.Config;
using Gravistore.Json;

namespace Gravistore.Console.CommandLine;

/// <summary>Reads the values of options.</summary>
internal static class OptionValues
{
    /// <summary>Cycle of the controller: a table's interval is a multiple of it [ms].</summary>
    private const int CycleMs = 10;
    private const int LongestMs = 3_600_000;

    private static readonly (string Unit, double Ms)[] Units = [("ms", 1), ("min", 60_000), ("s", 1000)];

    /// <summary>A seed from 0 to 2^64 - 1; 1 when none is given.</summary>
    public static ulong Seed(string? text)
    {
        if (text is null) return 1;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)) return seed;
        throw new UsageException($"--seed {JsonText.Quote(text)} is no seed; allowed: a whole number from 0 to {ulong.MaxValue}");
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
        throw new UsageException($"--trace-every {JsonText.Quote(text)} is no interval; allowed: a multiple of 10 ms up to 60 min, such as 10ms, 100ms, 1s, 5min");
    }

    /// <summary>A time of a recording such as 90s, 1.5min or 250ms [ns]; null when none is given.</summary>
    public static long? TimeNs(string option, string? text)
    {
        if (text is null) return null;
        foreach ((string unit, double ms) in Units)
            if (text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value * ms < 1e12)
                return (long)Math.Round(value * ms * 1e6);
        throw new UsageException($"{option} {JsonText.Quote(text)} is no time; allowed: a number with its unit, such as 250ms, 90s, 1.5min");
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
