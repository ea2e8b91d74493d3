using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 8.1: bounce frequencies from a ring-down, drum held by its brakes and drum free under a constant torque.</summary>
public sealed class RopeFrequencyTests
{
    private const double Tolerance = 0.01;

    [Theory]
    [InlineData("S", 15, 2.989, 3.185)]
    [InlineData("S", 50, 1.633, 1.741)]
    [InlineData("S", 100, 1.151, 1.228)]
    [InlineData("S", 200, 0.809, 0.863)]
    [InlineData("S", 300, 0.656, 0.701)]
    [InlineData("S", 400, 0.564, 0.603)]
    [InlineData("S", 515, 0.494, 0.528)]
    [InlineData("M", 15, 3.075, 3.720)]
    [InlineData("M", 50, 1.680, 2.034)]
    [InlineData("M", 100, 1.184, 1.435)]
    [InlineData("M", 200, 0.831, 1.010)]
    [InlineData("M", 300, 0.674, 0.821)]
    [InlineData("M", 400, 0.580, 0.708)]
    [InlineData("M", 515, 0.507, 0.620)]
    [InlineData("Leith", 4, 5.512, 6.210)]
    [InlineData("Leith", 8, 3.897, 4.391)]
    [InlineData("Leith", 14, 2.945, 3.318)]
    public void Rings_at_the_derived_frequencies(string plant, double lengthM, double heldHz, double freeHz)
    {
        MechanicsTruth truth = plant switch { "S" => ReferencePlants.S, "M" => ReferencePlants.M, _ => ReferencePlants.Leith };
        Assert.InRange(RingDownHz(truth, lengthM, drumHeld: true), heldHz * (1.0 - Tolerance), heldHz * (1.0 + Tolerance));
        Assert.InRange(RingDownHz(truth, lengthM, drumHeld: false), freeHz * (1.0 - Tolerance), freeHz * (1.0 + Tolerance));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.02)]
    [InlineData(0.05)]
    public void Decays_with_its_damping_ratio(double ratio)
    {
        MechanicsRig rig = Disturbed(ReferencePlants.S with { RopeDampingRatio = ratio }, 200.0);
        double restM = RestStretchM(rig);
        double firstM = PeakStretchM(rig, restM), laterM = 0.0;
        for (int i = 0; i < 5; i++) laterM = PeakStretchM(rig, restM);
        double decrement = Math.Log(firstM / laterM) / 5.0;
        Assert.Equal(2.0 * Math.PI * ratio / Math.Sqrt(1.0 - ratio * ratio), decrement, 0.02 * decrement);
    }

    /// <summary>Mean frequency over ten periods, by the upward zero crossings of the relative velocity.</summary>
    private static double RingDownHz(MechanicsTruth truth, double lengthM, bool drumHeld)
    {
        MechanicsRig rig = Disturbed(truth, lengthM);
        double motorN = drumHeld ? 0.0 : rig.StaticForceN, brakeN = drumHeld ? 1e9 : 0.0;
        double firstS = 0.0, lastS = 0.0, beforeMps = 0.0;
        int crossings = 0;
        for (double timeS = 0.0; crossings < 11; timeS += PhysicalConstants.StepS)
        {
            Assert.True(timeS < 60.0, "the rope does not ring");
            rig.Step(motorN, brakeN);
            double nowMps = rig.Mechanics.WeightSpeedMps - rig.Mechanics.DrumSpeedMps;
            if (beforeMps < 0.0 && nowMps >= 0.0)
            {
                lastS = timeS + PhysicalConstants.StepS * -beforeMps / (nowMps - beforeMps);
                if (crossings++ == 0) firstS = lastS;
            }

            beforeMps = nowMps;
        }

        return 10.0 / (lastS - firstS);
    }

    private static double PeakStretchM(MechanicsRig rig, double restM)
    {
        double beforeMps;
        do
        {
            beforeMps = rig.Mechanics.WeightSpeedMps;
            rig.Step(0.0, 1e9);
        }
        while (!(beforeMps > 0.0 && rig.Mechanics.WeightSpeedMps <= 0.0));
        return rig.Mechanics.StretchM - restM;
    }

    private static double RestStretchM(MechanicsRig rig) =>
        rig.Mechanics.MovingMassKg * PhysicalConstants.GravityMps2 * rig.Mechanics.RopeLengthM / rig.Truth.RopeAxialStiffnessN;

    private static MechanicsRig Disturbed(MechanicsTruth truth, double lengthM)
    {
        MechanicsRig rig = new(truth, ReferencePlants.Frictionless, lengthM);
        rig.Mechanics.SetStretch(1.05 * rig.Mechanics.StretchM);
        return rig;
    }
}
