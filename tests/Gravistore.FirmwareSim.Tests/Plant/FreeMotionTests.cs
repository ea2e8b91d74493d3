using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>
/// docs/physics.md, section 8.4: what happens when torque is lost. The published figures are m g / m_eq with all of the rope that hangs
/// at mid-shaft counted as moving mass and none of its weight as driving force; the hoist is built accordingly.
/// </summary>
public sealed class FreeMotionTests
{
    [Theory]
    [InlineData("S", false, 1.16)]
    [InlineData("Leith", false, 2.08)]
    [InlineData("S", true, 7.34)]
    [InlineData("Leith", true, 9.24)]
    public void Lost_torque_accelerates_the_load(string plant, bool gearBroken, double accelerationMps2)
    {
        MechanicsRig rig = FormulaRig(plant, gearBroken, 0.0, out double holdN);
        double beforeMps = MeanSpeedMps(rig);
        const int Steps = 200;
        for (int i = 0; i < Steps; i++) rig.Step(holdN, 0.0);
        double measured = (MeanSpeedMps(rig) - beforeMps) / (Steps * PhysicalConstants.StepS);
        Assert.Equal(accelerationMps2, measured, 0.02 * accelerationMps2);
    }

    [Theory]
    [InlineData("S", ReferencePlants.SpeedS, 0.41)]
    [InlineData("Leith", ReferencePlants.SpeedLeith, 0.29)]
    public void Shortest_start_is_T_star(string plant, double speedMps, double startS)
    {
        MechanicsRig rig = FormulaRig(plant, false, 0.0, out double holdN);
        double timeS = StepUntil(rig, holdN, () => MeanSpeedMps(rig) >= speedMps);
        Assert.Equal(startS, timeS, 0.02 * startS);
    }

    [Theory]
    [InlineData("S", ReferencePlants.SpeedS, 0.41)]
    [InlineData("Leith", ReferencePlants.SpeedLeith, 0.29)]
    public void Raised_load_turns_round_at_T_star_after_a_drive_trip(string plant, double speedMps, double turnS)
    {
        MechanicsRig rig = FormulaRig(plant, false, -speedMps, out double holdN);
        double timeS = StepUntil(rig, holdN, () => MeanSpeedMps(rig) >= 0.0);
        Assert.Equal(turnS, timeS, 0.02 * turnS);
        for (int i = 0; i < 100; i++) rig.Step(holdN, 0.0);
        Assert.True(rig.Mechanics.DrumSpeedMps > 0.0, "the load must roll back when nothing holds it");
    }

    [Fact]
    public void Roll_back_happens_in_the_full_model_and_only_a_late_brake_sees_it()
    {
        // Section 8.3: 0.1 s of dead time stops the hoist before it turns, 0.3 s and a slow rise do not (S at 515 m, X = 2).
        Assert.True(GreatestRollBackMps(0.1, 0.2) < 0.05);
        Assert.True(GreatestRollBackMps(0.3, 0.5) > 0.1);
    }

    private static double GreatestRollBackMps(double deadS, double riseS)
    {
        MechanicsRig rig = new(ReferencePlants.S, ReferencePlants.Frictionless, 515.0, -ReferencePlants.SpeedS);
        double fullN = 2.0 * rig.StaticForceN, greatestMps = 0.0;
        for (double timeS = 0.0; timeS < 3.0; timeS += PhysicalConstants.StepS)
        {
            rig.Step(0.0, fullN * Math.Clamp((timeS - deadS) / riseS, 0.0, 1.0));
            greatestMps = Math.Max(greatestMps, rig.Mechanics.DrumSpeedMps);
        }

        return greatestMps;
    }

    /// <summary>Two thirds of the rope as mass on the drum, its weight held by a constant force.</summary>
    private static MechanicsRig FormulaRig(string plant, bool gearBroken, double speedMps, out double holdN)
    {
        MechanicsTruth truth = plant == "S" ? ReferencePlants.S : ReferencePlants.Leith;
        double lengthM = plant == "S" ? 257.5 : 7.0;
        double ropeKg = truth.RopeMassPerMetreKg * lengthM;
        holdN = ropeKg * PhysicalConstants.GravityMps2;
        truth = truth with
        {
            DrumEquivalentMassKg = truth.DrumEquivalentMassKg + 2.0 / 3.0 * ropeKg,
            MotorInertiaKgM2 = gearBroken ? 0.0 : truth.MotorInertiaKgM2,
        };
        return new MechanicsRig(truth, ReferencePlants.Frictionless, lengthM, speedMps);
    }

    private static double StepUntil(MechanicsRig rig, double holdN, Func<bool> done)
    {
        int steps = 0;
        while (!done())
        {
            Assert.True(steps < 5000, "never happened");
            rig.Step(holdN, 0.0);
            steps++;
        }

        return steps * PhysicalConstants.StepS;
    }

    /// <summary>Speed of the common centre of mass of drum side and weight [m/s].</summary>
    private static double MeanSpeedMps(MechanicsRig rig)
    {
        double weightKg = rig.Mechanics.MovingMassKg, drumKg = rig.Truth.DrumSideMassKg;
        return (weightKg * rig.Mechanics.WeightSpeedMps + drumKg * rig.Mechanics.DrumSpeedMps) / (weightKg + drumKg);
    }
}
