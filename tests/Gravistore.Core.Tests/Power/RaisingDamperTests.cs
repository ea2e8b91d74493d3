using Gravistore.Core.Power;

namespace Gravistore.Core.Tests.Power;

/// <summary>What raising spends on the bounce (docs/power.md 7), on the plant of <see cref="ElasticHoist"/> at power that is exact but for it.</summary>
public sealed class RaisingDamperTests
{
    private const double PowerW = 0.4 * 700e3;
    private readonly ControllerState _state = new(1);
    private readonly RaisingDamper _damper = new(TestPlants.Reference(1));

    /// <summary>The rope's force moves the drum as a loop of 0.34 1/s would, so the bounce fades by half of that faster, whatever rope and speed.</summary>
    [Theory]
    [InlineData(450)]
    [InlineData(260)]
    [InlineData(60)]
    public void The_bounce_fades_by_half_of_the_loop_faster(double lengthM)
    {
        double exact = FadingPerS(lengthM, damped: false), damped = FadingPerS(lengthM, damped: true);
        Assert.InRange(damped - exact, 0.9 * 0.17, 1.1 * 0.17);
    }

    [Theory]
    [InlineData(20, 0.065, -0.033)]
    [InlineData(200, 0.0051, -0.0051)]
    [InlineData(1000, 0.0014, -0.0014)]
    public void No_more_is_spent_than_the_age_of_the_step_allows(int sinceStepCycles, double mostShare, double leastShare)
    {
        _state.Plant.SinceStepCycles = sinceStepCycles;
        Assert.Equal(mostShare * PowerW, SpentW(new ElasticHoist(260, -0.4) { WeightSpeedMps = 0.6 }), 1e-6 * PowerW);
        Assert.Equal(leastShare * PowerW, SpentW(new ElasticHoist(260, -0.4) { WeightSpeedMps = -1.4 }), 1e-6 * PowerW);
    }

    // Rate at which the largest swing of a period fades from the second to the sixth one [1/s].
    private double FadingPerS(double lengthM, bool damped)
    {
        _state.Plant.SinceStepCycles = 1000;
        ElasticHoist hoist = new(lengthM, -PowerW / new ElasticHoist(lengthM, 0).StaticForceN);
        hoist.WeightSpeedMps += 0.0015;
        double periodS = 2 * Math.PI / Math.Sqrt(ElasticHoist.StiffnessNm / lengthM / hoist.MovingKg), early = 0, late = 0;
        for (int i = 0; i < (int)(6 * periodS / ElasticHoist.StepS); i++)
        {
            hoist.Step((-PowerW + (damped ? SpentW(hoist) : 0)) / hoist.SpeedMps);
            double periods = i * ElasticHoist.StepS / periodS, swing = Math.Abs(hoist.RopeForceN - hoist.MovingKg * ElasticHoist.GravityMps2);
            if (periods is > 1 and < 2) early = Math.Max(early, swing);
            if (periods > 5) late = Math.Max(late, swing);
        }
        return Math.Log(early / late) / (4 * periodS);
    }

    private double SpentW(ElasticHoist hoist)
    {
        _state.Plant.PowerSetPointW = -PowerW;
        ref HoistState h = ref _state.Hoists[0];
        (h.RopeLengthM, h.MovingMassKg, h.SpeedTargetMps) = (hoist.LengthM, hoist.MovingKg, -PowerW / hoist.StaticForceN);
        (h.Rope.NextSpeedMps, h.Rope.NextWeightSpeedMps, h.Rope.NextRopeForceN) = (hoist.SpeedMps, hoist.WeightSpeedMps, hoist.RopeForceN);
        (h.Rope.WeightForceN, h.Rope.SteadyForceN) = (hoist.MovingKg * ElasticHoist.GravityMps2, hoist.StaticForceN);
        return _damper.SpentW(_state, [true]);
    }
}
