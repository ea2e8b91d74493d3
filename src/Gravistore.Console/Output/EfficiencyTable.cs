using System.Globalization;
using Gravistore.DryRun.Bench.Efficiency;

namespace Gravistore.Console.Output;

/// <summary>The result of the efficiency bench as a table for people, one line for each power.</summary>
internal static class EfficiencyTable
{
    private const int Width = 12;
    private static readonly string[] Headings =
        ["power kW", "round trip %", "best %", "of best %", "best up", "best down", "starts/MWh", "dip %", "surge %", "lost up %", "spread m", "lost down %", "spread m"];

    public static void Print(TextWriter output, EfficiencyResult result)
    {
        output.WriteLine(string.Join(' ', Headings.Select(h => h.PadLeft(Width))) + "  verdict");
        foreach (EfficiencyPoint point in result.Points) output.WriteLine(string.Join(' ', Values(point).Select(v => v.PadLeft(Width))) + "  " + Verdict(point));
        output.WriteLine("best: hoists and round trip of the best possible dispatch; lost: energy left when full power could no longer be held, with the half-spread at that moment");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Plant}, seed {result.Seed}: {result.Points.Count(p => p.Pass)} of {result.Points.Count} powers reach {100 * EfficiencyBounds.LeastRatio} % of the best round trip with dips of at most {EfficiencyBounds.LargestDipPercent} % of rated power; {result.WallS:0} s"));
    }

    private static IEnumerable<string> Values(EfficiencyPoint point) =>
    [
        Number(point.PowerKW, "0.#"), Number(100 * point.RoundTrip, "0.00"), Number(100 * point.BestRoundTrip, "0.00"), Number(100 * point.RatioToBest, "0.00"),
        point.BestHoistsCharging, point.BestHoistsDischarging, Number(point.StartsPerMWh, "0.0"), Number(point.DipPercent, "0.00"), Number(point.SurgePercent, "0.00"),
        Number(point.Charging?.LostPercent, "0.00"), Number(point.Charging?.HalfSpreadM, "0.0"),
        Number(point.Discharging?.LostPercent, "0.00"), Number(point.Discharging?.HalfSpreadM, "0.0"),
    ];

    private static string Verdict(EfficiencyPoint point) => point.Pass ? "pass" : point.Trouble is { } trouble ? $"FAIL ({trouble})" : "FAIL";

    private static string Number(double? value, string format) => value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) : "-";
}
