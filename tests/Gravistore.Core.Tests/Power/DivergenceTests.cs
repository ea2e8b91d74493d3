namespace Gravistore.Core.Tests.Power;

/// <summary>Why the law is what it is: the two simple laws that suggest themselves do not hold a falling weight (docs/power.md, sections 2 and 3).</summary>
public sealed class DivergenceTests
{
    private const double PowerW = 0.4 * 700e3;

    /// <summary>Speed from measured force: bounce grows at v k/(2 F) less the rope's own damping when lowering, and dies away faster when raising.</summary>
    [Fact]
    public void Speed_from_measured_force_makes_the_bounce_grow_when_lowering()
    {
        double lowering = SwingGrowth(1), raising = SwingGrowth(-1);
        ElasticHoist hoist = new(450, 0);
        double v = PowerW / hoist.StaticForceN, k = ElasticHoist.StiffnessNm / 450;
        double driven = v * k / (2 * hoist.StaticForceN), own = 0.015 * Math.Sqrt(k / hoist.MovingKg);
        Assert.True(driven > 3 * own);
        Assert.InRange(lowering, 0.9 * (driven - own), 1.1 * (driven - own));
        Assert.InRange(raising, -1.1 * (driven + own), -0.9 * (driven + own));
    }

    /// <summary>Exact power by torque: a deviation of the common speed grows at F/(v mJ) less the rope's share when lowering, and fades when raising.</summary>
    [Fact]
    public void Exact_power_runs_away_when_lowering_and_is_stable_when_raising()
    {
        Assert.True(DeviationAfter(1, 1.0) > 8, $"grew {DeviationAfter(1, 1.0):F2} times");
        Assert.InRange(DeviationAfter(-1, 2.0), 0, 0.2);
    }

    // Rate [1/s] at which the swing of the rope force grows between the first and the last two periods of 12 s.
    private static double SwingGrowth(int direction)
    {
        ElasticHoist hoist = new(450, direction * PowerW / (700e3)) { WeightSpeedMps = direction * PowerW / 700e3 + 0.002 };
        double periodS = 2 * Math.PI / Math.Sqrt(ElasticHoist.StiffnessNm / 450 / hoist.MovingKg);
        double first = 0, last = 0;
        const double WholeS = 12;
        for (int i = 0; i < (int)(WholeS / ElasticHoist.StepS); i++)
        {
            hoist.StepAt(direction * PowerW / hoist.DrumForceN);
            double t = i * ElasticHoist.StepS, swing = Math.Abs(hoist.RopeForceN - hoist.MovingKg * ElasticHoist.GravityMps2);
            if (t < periodS) first = Math.Max(first, swing);
            if (t >= WholeS - periodS) last = Math.Max(last, swing);
        }
        return Math.Log(last / first) / (WholeS - periodS);
    }

    private static double DeviationAfter(int direction, double seconds)
    {
        ElasticHoist hoist = new(50, 0);
        double steady = direction * PowerW / hoist.StaticForceN;
        hoist = new(50, steady * 1.002);
        for (int i = 0; i < (int)(seconds / ElasticHoist.StepS); i++) hoist.Step(direction * PowerW / hoist.SpeedMps);
        double mean = (ElasticHoist.DrumKg * hoist.SpeedMps + hoist.MovingKg * hoist.WeightSpeedMps) / (ElasticHoist.DrumKg + hoist.MovingKg);
        return Math.Abs(mean - steady) / (0.002 * Math.Abs(steady));
    }
}
