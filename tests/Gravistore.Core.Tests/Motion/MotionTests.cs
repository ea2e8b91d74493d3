using CsCheck;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Tests.Motion;

public sealed class MotionTests
{
    private static readonly PlantParameters Plant = TestPlants.Reference();

    /// <summary>docs/control.md, "Envelope": the published formula's own examples.</summary>
    [Theory]
    [InlineData(1.0, 1.16, 0.4, 0.5, 0.30)]
    [InlineData(1.0, 1.16, 0.4, 1.0, 0.67)]
    [InlineData(1.5, 3.0, 0.4, 1.0, 0.22)]
    [InlineData(1.5, 3.0, 0.4, 5.0, 2.21)]
    [InlineData(1.5, 3.0, 0.4, 7.0, 2.90)]
    [InlineData(1.5, 3.0, 0.4, 10.0, 3.77)]
    public void Envelope_matches_its_golden_values(double ab, double af, double tr, double distanceM, double tripMps)
    {
        RetardationEnvelope envelope = new(Plant.Protection with { EnvelopeRetardationMps2 = ab, EnvelopeFreeAccelerationMps2 = af, EnvelopeReactionS = tr });
        Assert.Equal(tripMps, envelope.TripSpeedMps(distanceM), 0.006);
        Assert.Equal(0, envelope.TripSpeedMps(0));
    }

    /// <summary>docs/control.md, "Rope": 1.051 m of stretch with 60 t on 515 m.</summary>
    [Fact]
    public void Stretch_matches_its_golden_value() => Assert.Equal(1.051, new Rope(Plant.Hoist).StretchM(515), 0.001);

    [Fact]
    public void Length_and_depth_are_inverse() =>
        Gen.Double[15, 515].Sample(depth =>
        {
            Rope rope = new(Plant.Hoist);
            double length = rope.LengthAtDepthM(depth);
            Assert.Equal(depth, length + rope.StretchM(length), 1e-6);
        });

    [Fact]
    public void A_plan_reaches_any_target_within_acceleration_and_jerk_and_without_overshoot() =>
        Gen.Select(Gen.Double[-0.55, 0.55], Gen.Double[-0.55, 0.55]).Sample((from, to) =>
        {
            SpeedPlan plan = new(Plant);
            double v = from, a = 0, overshoot = 0;
            for (int i = 0; i < 800; i++)
            {
                (double nextV, double nextA) = plan.Next(v, a, to, Plant.Motion.AccelerationMps2);
                Assert.True(Math.Abs(nextA) <= Plant.Motion.AccelerationMps2 + 1e-12);
                Assert.True(Math.Abs(nextA - a) <= Plant.Motion.JerkMps3 * 0.01 + 1e-12);
                (v, a) = (nextV, nextA);
                overshoot = Math.Max(overshoot, (to - from) * (v - to) > 0 ? Math.Abs(v - to) : 0);
            }
            Assert.Equal(to, v, 1e-6);
            Assert.True(overshoot < 5e-4, $"overshoot {overshoot}");
        });

    [Fact]
    public void A_weight_at_any_speed_and_distance_stays_under_the_trip_envelope_down_to_its_landing() =>
        Gen.Select(Gen.Double[5, 60], Gen.Double[0.1, 0.55]).Sample((distance, speed) =>
        {
            SpeedPlan plan = new(Plant);
            RetardationEnvelope envelope = new(Plant.Protection);
            HoistState h = new() { WeightDepthM = Plant.Shaft.LowerLandingDepthM - distance };
            for (int i = 0; i < 100_000 && Plant.Shaft.LowerLandingDepthM - h.WeightDepthM > 0.01; i++)
            {
                plan.SetLimits(ref h, 0.55);
                (h.SpeedRefMps, h.AccelerationRefMps2) = plan.Next(h.SpeedRefMps, h.AccelerationRefMps2, SpeedPlan.Clip(h, speed), 0.3);
                h.WeightDepthM += h.SpeedRefMps * 0.01;
                double left = Plant.Shaft.LowerLandingDepthM - h.WeightDepthM;
                Assert.True(left > -0.01, $"past the landing by {-left} m");
                Assert.True(h.SpeedRefMps < envelope.TripSpeedMps(left + Plant.Shaft.OvertravelM));
            }
        }, iter: 30);
}
