using CsCheck;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, sections 8.5 and 8.6: static stretch, slack rope and the shock when it catches; section 3: books that close whatever happens.</summary>
public sealed class RopeForceTests
{
    private const double HeldByBrakesN = 1e12;

    [Theory]
    [InlineData("S", 1.051)]
    [InlineData("M", 0.999)]
    public void Stretches_by_its_load_and_its_own_weight(string plant, double stretchM)
    {
        MechanicsTruth truth = plant == "S" ? ReferencePlants.S : ReferencePlants.M;
        MechanicsRig rig = new(truth with { RopeDampingRatio = 0.5 }, ReferencePlants.Frictionless, 515.0);
        rig.Mechanics.SetStretch(0.0);
        for (int i = 0; i < 20000; i++) rig.Step(0.0, HeldByBrakesN);
        Assert.Equal(stretchM, rig.Mechanics.WeightDepthM - rig.Mechanics.RopeLengthM, 0.001);
        Assert.Equal(515.0, truth.RopeLengthAtRestM(rig.Mechanics.WeightDepthM), 1e-6);
    }

    [Theory]
    [InlineData("S", 50, 0.05)]
    [InlineData("S", 265, 0.2)]
    [InlineData("M", 50, 0.3)]
    [InlineData("M", 515, 0.5)]
    public void Slack_rope_carries_nothing_and_catches_with_a_shock(string plant, double lengthM, double slackM)
    {
        MechanicsTruth truth = (plant == "S" ? ReferencePlants.S : ReferencePlants.M) with { RopeDampingRatio = 0.0 };
        MechanicsRig rig = new(truth, ReferencePlants.Frictionless, lengthM);
        rig.Mechanics.SetStretch(-slackM);
        double peakN = 0.0, fallS = 0.0;
        for (int i = 0; i < 5000; i++)
        {
            bool wasSlack = rig.Mechanics.StretchM < 0.0;
            rig.Step(0.0, HeldByBrakesN);
            if (wasSlack && rig.Mechanics.StretchM < 0.0) Assert.Equal(0.0, rig.Mechanics.RopeForceN);
            if (peakN == 0.0 && rig.Mechanics.RopeForceN > 0.0) fallS = i * PhysicalConstants.StepS;
            peakN = Math.Max(peakN, rig.Mechanics.RopeForceN);
        }

        double staticN = rig.Mechanics.MovingMassKg * PhysicalConstants.GravityMps2;
        double caughtMps = Math.Sqrt(2.0 * PhysicalConstants.GravityMps2 * slackM);
        double shockN = caughtMps * Math.Sqrt(truth.RopeAxialStiffnessN / lengthM * rig.Mechanics.MovingMassKg);
        Assert.Equal(caughtMps / PhysicalConstants.GravityMps2, fallS, 0.002);
        Assert.Equal(Math.Sqrt(shockN * shockN + staticN * staticN) + staticN, peakN, 0.01 * peakN);
    }

    [Fact]
    public void Books_close_and_no_rope_pushes_whatever_forces_act()
    {
        Gen<double> unit = Gen.Double[0.0, 1.0];
        Gen.Select(Gen.Double[5.0, 500.0], Gen.Double[-3.0, 3.0], Gen.Double[-3.0, 3.0], Gen.Double[0.0, 0.2], unit, unit, Gen.Bool)
            .Sample((lengthM, drumMps, weightMps, ratio, motor, brake, slack) =>
            {
                MechanicsRig rig = new(ReferencePlants.M with { RopeDampingRatio = ratio }, ReferencePlants.Geared, lengthM);
                rig.Mechanics.SetState(lengthM, drumMps, weightMps);
                rig.Mechanics.SetStretch(slack ? -0.2 : 0.5 * rig.Mechanics.StretchM);
                double motorN = motor * 1e6, brakeN = brake * 1.2e6;
                for (int i = 0; i < 1000; i++)
                {
                    rig.Step(motorN, brakeN);
                    Assert.True(rig.Mechanics.RopeForceN >= 0.0);
                }

                // A millisecond at 5 m of rope changes its stiffness by up to 0.1 %, and the error grows with the square of that change: the tolerance pays for it.
                double tolerance = 1e-6 * Math.Max(1.0, Math.Pow(20.0 / lengthM, 2.0));
                double throughputJ = rig.Ledger.GravityThroughputJ + Math.Abs(rig.MotorWorkJ) + rig.Mechanics.KineticJ + rig.Mechanics.StrainJ + 1.0;
                Assert.True(Math.Abs(rig.ImbalanceJ) < tolerance * throughputJ, $"{rig.ImbalanceJ} J of {throughputJ} J are missing");
                AssertHeatIsPositive(rig.Ledger);
            }, iter: 300, threads: 1);
    }

    [Fact]
    public void Drum_sticks_within_its_friction_and_leaves_beyond_it()
    {
        MechanicsRig rig = new(ReferencePlants.S, ReferencePlants.Geared, 200.0);
        double staticN = rig.StaticForceN;
        for (int i = 0; i < 2000; i++) rig.Step(staticN * 0.97, 0.0);
        Assert.Equal(0.0, rig.Mechanics.DrumSpeedMps);
        Assert.Equal(200.0, rig.Mechanics.RopeLengthM);
        for (int i = 0; i < 500; i++) rig.Step(staticN * 0.94, 0.0);
        Assert.True(rig.Mechanics.DrumSpeedMps > 0.0);
        for (int i = 0; i < 3000; i++) rig.Step(staticN * 1.03, 0.0);
        Assert.Equal(0.0, rig.Mechanics.DrumSpeedMps);
        for (int i = 0; i < 500; i++) rig.Step(staticN * 1.07, 0.0);
        Assert.True(rig.Mechanics.DrumSpeedMps < 0.0);
    }

    /// <summary>Friction only heats. In the one step in which it stops a drum it also holds the load already, over micrometres: that is the joule allowed.</summary>
    private static void AssertHeatIsPositive(HoistLedger ledger)
    {
        const double toleranceJ = 5.0; // a millisecond in which the drum turns round under 1 MN, a few times
        Assert.True(ledger.BrakeHeatJ >= -toleranceJ, $"brake heat {ledger.BrakeHeatJ} J");
        Assert.True(ledger.RopeSheaveFrictionJ >= -toleranceJ);
        Assert.True(ledger.GearLoadFrictionJ >= -toleranceJ);
        Assert.True(ledger.GearSpeedFrictionJ >= -toleranceJ);
    }
}
