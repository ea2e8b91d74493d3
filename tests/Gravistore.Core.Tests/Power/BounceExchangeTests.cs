using CsCheck;
using Gravistore.Core.Power;

namespace Gravistore.Core.Tests.Power;

/// <summary>What one hoist deviates in power, the others take over exactly, and those of other rates take most of it; docs/power.md 7.</summary>
public sealed class BounceExchangeTests
{
    private static readonly Gen<(double Rate2, double SpeedMps, double DeviationW)[]> Hoists =
        Gen.Select(Gen.Double[8, 400], Gen.Double[0.01, 0.6], Gen.Double[-1e5, 1e5]).Array[1, 64];

    [Fact]
    public void Total_power_is_unchanged() => Hoists.Sample(hoists =>
    {
        BounceExchange exchange = Of(hoists);
        double given = hoists.Sum(h => h.DeviationW), taken = hoists.Sum(h => exchange.TakenN(h.Rate2, h.SpeedMps) * h.SpeedMps);
        double size = hoists.Sum(h => Math.Abs(h.DeviationW));
        Assert.InRange(taken - given, -1e-6 * size - 1e-9, 1e-6 * size + 1e-9);
    });

    [Fact]
    public void Hoists_of_one_rate_and_speed_share_evenly()
    {
        (double, double, double)[] hoists = [.. Enumerable.Range(0, 8).Select(i => (20.0, 0.4, i == 0 ? 8000.0 : 0))];
        BounceExchange exchange = Of(hoists);
        Assert.All(hoists, h => Assert.Equal(1000, exchange.TakenN(20, 0.4) * 0.4, 6));
    }

    [Fact]
    public void A_hoist_of_another_rate_takes_most_of_what_seven_alike_deviate()
    {
        (double, double, double)[] hoists = [.. Enumerable.Range(0, 8).Select(i => i == 7 ? (13.1, 0.4, 0.0) : (10.4, 0.4, 1000.0))];
        BounceExchange exchange = Of(hoists);
        double other = exchange.TakenN(13.1, 0.4) * 0.4;
        Assert.InRange(other / 7000, 0.4, 1);
        Assert.InRange(exchange.TakenN(10.4, 0.4) * 0.4 / 7000, 0, 0.1);
    }

    private static BounceExchange Of((double Rate2, double SpeedMps, double DeviationW)[] hoists)
    {
        BounceExchange exchange = default;
        foreach (var h in hoists) exchange.Join(h.Rate2, h.SpeedMps);
        foreach (var h in hoists) exchange.Add(h.Rate2, h.DeviationW);
        return exchange;
    }
}
