using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 8.3: drive torque lost at t = 0, brakes to X times the static drum force, friction off, damping ratio 0.02.</summary>
public sealed class EmergencyStopTests
{
    private const double AfterStopS = 3.0;

    [Theory]
    [InlineData("S", 16, 1, 2, 0.1, 0.2, 0.81, 0.33, 1.32, 0.78)]
    [InlineData("S", 16, 1, 2, 0.3, 0.5, 1.50, 0.96, 1.20, 0.77)]
    [InlineData("S", 16, 1, 3, 0.1, 0.2, 0.50, 0.22, 1.49, 0.78)]
    [InlineData("S", 16, 1, 3, 0.3, 0.5, 1.03, 0.67, 1.32, 0.77)]
    [InlineData("S", 50, 1, 2, 0.1, 0.2, 0.80, 0.33, 1.38, 0.83)]
    [InlineData("S", 50, 1, 2, 0.3, 0.5, 1.50, 0.96, 1.18, 0.76)]
    [InlineData("S", 50, 1, 3, 0.1, 0.2, 0.50, 0.22, 1.59, 0.44)]
    [InlineData("S", 50, 1, 3, 0.3, 0.5, 1.02, 0.67, 1.25, 0.76)]
    [InlineData("S", 50, -1, 2, 0.1, 0.2, 0.26, 0.07, 1.34, 0.64)]
    [InlineData("S", 50, -1, 2, 0.3, 0.5, 0.72, 0.08, 1.15, 0.76)]
    [InlineData("S", 50, -1, 3, 0.1, 0.2, 0.24, 0.07, 1.36, 0.62)]
    [InlineData("S", 50, -1, 3, 0.3, 0.5, 0.51, 0.09, 1.19, 0.76)]
    [InlineData("S", 265, 1, 2, 0.1, 0.2, 0.73, 0.31, 1.28, 0.74)]
    [InlineData("S", 265, 1, 2, 0.3, 0.5, 1.53, 0.96, 1.43, 0.65)]
    [InlineData("S", 265, 1, 3, 0.1, 0.2, 0.46, 0.22, 1.26, 0.76)]
    [InlineData("S", 265, 1, 3, 0.3, 0.5, 0.97, 0.67, 1.54, 0.49)]
    [InlineData("S", 265, -1, 2, 0.1, 0.2, 0.24, 0.07, 1.19, 0.80)]
    [InlineData("S", 265, -1, 2, 0.3, 0.5, 0.67, 0.06, 1.21, 0.79)]
    [InlineData("S", 265, -1, 3, 0.1, 0.2, 0.22, 0.06, 1.19, 0.80)]
    [InlineData("S", 265, -1, 3, 0.3, 0.5, 0.54, 0.07, 1.19, 0.80)]
    [InlineData("S", 515, 1, 2, 0.1, 0.2, 0.69, 0.32, 1.19, 0.82)]
    [InlineData("S", 515, 1, 2, 0.3, 0.5, 1.37, 0.96, 1.41, 0.61)]
    [InlineData("S", 515, 1, 3, 0.1, 0.2, 0.45, 0.22, 1.17, 0.84)]
    [InlineData("S", 515, 1, 3, 0.3, 0.5, 0.94, 0.70, 1.37, 0.65)]
    [InlineData("S", 515, -1, 2, 0.1, 0.2, 0.22, 0.06, 1.14, 0.86)]
    [InlineData("S", 515, -1, 2, 0.3, 0.5, 0.73, 0.03, 1.17, 0.82)]
    [InlineData("S", 515, -1, 3, 0.1, 0.2, 0.21, 0.06, 1.14, 0.86)]
    [InlineData("S", 515, -1, 3, 0.3, 0.5, 0.59, 0.05, 1.15, 0.84)]
    [InlineData("M", 16, 1, 2, 0.1, 0.2, 1.31, 2.53, 1.67, 0.40)]
    [InlineData("M", 16, 1, 2, 0.3, 0.5, 2.00, 5.27, 1.57, 0.39)]
    [InlineData("M", 16, 1, 3, 0.1, 0.2, 0.75, 1.56, 2.07, 0.41)]
    [InlineData("M", 16, 1, 3, 0.3, 0.5, 1.28, 3.58, 1.93, 0.39)]
    [InlineData("M", 50, 1, 2, 0.1, 0.2, 1.26, 2.52, 2.01, 0.51)]
    [InlineData("M", 50, 1, 2, 0.3, 0.5, 1.99, 5.26, 1.56, 0.38)]
    [InlineData("M", 50, 1, 3, 0.1, 0.2, 0.73, 1.56, 2.56, 0.54)]
    [InlineData("M", 50, 1, 3, 0.3, 0.5, 1.27, 3.57, 1.89, 0.38)]
    [InlineData("M", 50, -1, 2, 0.1, 0.2, 0.42, 0.70, 2.30, 0.00)]
    [InlineData("M", 50, -1, 2, 0.3, 0.5, 0.63, 1.06, 1.95, 0.00)]
    [InlineData("M", 50, -1, 3, 0.1, 0.2, 0.35, 0.63, 2.76, 0.00)]
    [InlineData("M", 50, -1, 3, 0.3, 0.5, 0.59, 1.02, 2.00, 0.00)]
    [InlineData("M", 265, 1, 2, 0.1, 0.2, 1.31, 2.42, 1.89, 0.60)]
    [InlineData("M", 265, 1, 2, 0.3, 0.5, 1.83, 5.26, 2.10, 0.41)]
    [InlineData("M", 265, 1, 3, 0.1, 0.2, 0.62, 1.33, 2.36, 0.00)]
    [InlineData("M", 265, 1, 3, 0.3, 0.5, 1.35, 3.38, 2.68, 0.00)]
    [InlineData("M", 265, -1, 2, 0.1, 0.2, 0.34, 0.58, 2.09, 0.00)]
    [InlineData("M", 265, -1, 2, 0.3, 0.5, 0.60, 0.89, 1.82, 0.13)]
    [InlineData("M", 265, -1, 3, 0.1, 0.2, 0.30, 0.54, 2.11, 0.00)]
    [InlineData("M", 265, -1, 3, 0.3, 0.5, 0.55, 0.86, 1.86, 0.08)]
    [InlineData("M", 515, 1, 2, 0.1, 0.2, 1.22, 2.07, 1.87, 0.19)]
    [InlineData("M", 515, 1, 2, 0.3, 0.5, 2.05, 5.22, 2.19, 0.33)]
    [InlineData("M", 515, 1, 3, 0.1, 0.2, 0.56, 1.31, 1.96, 0.10)]
    [InlineData("M", 515, 1, 3, 0.3, 0.5, 1.01, 3.24, 2.54, 0.00)]
    [InlineData("M", 515, -1, 2, 0.1, 0.2, 0.31, 0.54, 1.81, 0.14)]
    [InlineData("M", 515, -1, 2, 0.3, 0.5, 0.52, 0.76, 1.74, 0.21)]
    [InlineData("M", 515, -1, 3, 0.1, 0.2, 0.28, 0.50, 1.81, 0.13)]
    [InlineData("M", 515, -1, 3, 0.3, 0.5, 0.49, 0.75, 1.75, 0.21)]
    public void Stops_as_in_the_table(string plant, double lengthM, int direction, double factor, double deadS, double riseS, double stopS, double travelM, double maxRatio, double minRatio)
    {
        StopResult result = Stop(plant, lengthM, direction, factor, deadS, riseS);
        AssertRounded(stopS, result.StopS);
        AssertRounded(travelM, result.TravelM);
        Assert.InRange(result.MaxRatio, maxRatio - 0.05, maxRatio + 0.05);
        Assert.InRange(result.MinRatio, minRatio - 0.05, minRatio + 0.05);
    }

    /// <summary>5 %, and the half unit in the last place to which the table is rounded.</summary>
    private static void AssertRounded(double expected, double actual) =>
        Assert.InRange(actual, 0.95 * (expected - 0.005), 1.05 * (expected + 0.005));

    private static StopResult Stop(string plant, double lengthM, int direction, double factor, double deadS, double riseS)
    {
        bool slow = plant == "S";
        double speedMps = slow ? ReferencePlants.SpeedS : ReferencePlants.SpeedM;
        MechanicsRig rig = new(slow ? ReferencePlants.S : ReferencePlants.M, ReferencePlants.Frictionless, lengthM, direction * speedMps);
        double staticN = rig.Mechanics.RopeForceN, fullN = factor * rig.StaticForceN;
        double stopS = 0.0, maxN = 0.0, minN = double.MaxValue;
        for (double timeS = 0.0; stopS == 0.0 || timeS < stopS + AfterStopS; timeS += PhysicalConstants.StepS)
        {
            Assert.True(timeS < 12.0, "the hoist never stopped");
            double midS = timeS + 0.5 * PhysicalConstants.StepS;
            rig.Step(0.0, fullN * Math.Clamp((midS - deadS) / riseS, 0.0, 1.0));
            maxN = Math.Max(maxN, rig.Mechanics.RopeForceN);
            minN = Math.Min(minN, rig.Mechanics.RopeForceN);
            // Two ends of a step at rest: a reversal passes through zero too, but does not stay.
            if (stopS == 0.0 && rig.Mechanics.DrumSpeedMps == 0.0 && rig.Mechanics.MeanDrumSpeedMps == 0.0) stopS = timeS;
        }

        return new StopResult(stopS, Math.Abs(rig.Mechanics.RopeLengthM - lengthM), maxN / staticN, minN / staticN);
    }

    private sealed record StopResult(double StopS, double TravelM, double MaxRatio, double MinRatio);
}
