using Gravistore.DryRun.Bench.PowerStep;

namespace Gravistore.DryRun.Tests.Bench;

/// <summary>The bounce ratio on swings that are known.</summary>
public sealed class BounceMeterTests
{
    private const double CycleS = 0.01, StaticN = 600e3;

    private static double? Ratio(double lengthS, params Func<double, double>[] forcesN)
    {
        BounceMeter meter = new(forcesN.Length, CycleS);
        for (int k = 1; k <= (int)Math.Round(lengthS / CycleS); k++)
        {
            double timeS = k * CycleS;
            meter.Add([.. forcesN.Select(f => f(timeS))]);
        }
        return meter.Ratio();
    }

    private static Func<double, double> Ringing(double hertz, double decayPerS, double staticN = StaticN) =>
        t => staticN + 60e3 * Math.Exp(-decayPerS * t) * Math.Sin(2 * Math.PI * hertz * t);

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.25)]
    [InlineData(3)]
    public void A_swing_that_stays_has_the_ratio_one(double hertz) => Assert.Equal(1, Ratio(13, Ringing(hertz, 0))!.Value, 0.01);

    /// <summary>A decaying sine of 2 Hz: the first maximum is after an eighth of a second, the greatest after 9 s is at 9.125 s.</summary>
    [Fact]
    public void A_swing_that_dies_away_leaves_its_decay()
    {
        double ratio = Ratio(13, Ringing(2, 0.3))!.Value;
        Assert.Equal(Math.Exp(-0.3 * 9), ratio, 0.003);
    }

    [Fact]
    public void A_swing_that_grows_is_above_one() => Assert.InRange(Ratio(13, Ringing(0.5, -0.05))!.Value, 1.2, 2);

    [Fact]
    public void The_worst_hoist_counts() =>
        Assert.Equal(Ratio(13, Ringing(2, 0.1))!.Value, Ratio(13, Ringing(2, 0.5), Ringing(2, 0.1), Ringing(2, 1))!.Value);

    [Fact]
    public void A_hoist_that_stands_has_no_bounce()
    {
        Func<double, double> standing = t => StaticN + 5 * Math.Sin(9 * t);
        Assert.Null(Ratio(13, standing));
        Assert.Equal(Ratio(13, Ringing(2, 0.3)), Ratio(13, standing, Ringing(2, 0.3)));
    }

    /// <summary>Rope is paid out and the force drifts: the swing is taken about the mean around it, not about the force at rest.</summary>
    [Fact]
    public void A_slow_drift_is_no_swing() =>
        Assert.InRange(Ratio(13, t => Ringing(2, 0.3)(t) + 50 * t)!.Value, Math.Exp(-2.7) - 0.003, Math.Exp(-2.7) + 0.003);

    [Fact]
    public void A_run_that_ends_early_has_no_ratio() => Assert.Null(Ratio(11, Ringing(2, 0.3)));
}
