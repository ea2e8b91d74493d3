using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.Core.Power;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Tests.Power;

public sealed class RopeObserverTests
{
    private const int StepsPerCycle = 100, Cycles = 600;
    private const double Speed = 0.3, Loop = 3 * ElasticHoist.DrumKg;

    public static TheoryData<double, double, double> Cases => new()
    {
        { 50, 1.0, 1.0 },
        { 265, 1.0, 1.0 },
        { 480, 1.0, 1.0 },
        { 265, 1.02, 0.98 },
        { 480, 0.98, 1.02 },
    };

    /// <summary>docs/power.md, "Observer": bounce and weight speed are seen, with mass and load cell wrong by 2 % too.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Sees_the_bounce_that_no_sensor_shows(double lengthM, double massFactor, double cellFactor)
    {
        Run run = Lower(lengthM, massFactor, cellFactor);
        Assert.True(run.SwingN > 15e3, $"the rope swings by {run.SwingN:F0} N only");
        Assert.InRange(run.SwingErrorN, 0, 0.12 * run.SwingN);
        Assert.InRange(run.WeightSpeedErrorMps, 0, 0.02);
    }

    /// <summary>docs/power.md, "Prediction": the speed at the middle of the next hold is known 40 ms before.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Leads_the_speed_forward_over_the_whole_delay(double lengthM, double massFactor, double cellFactor) =>
        Assert.InRange(Lower(lengthM, massFactor, cellFactor).PredictionErrorMps, 0, 0.006);

    /// <summary>
    /// The last cycles before a trip may have been spoilt by what tripped, such as a brake that sets by itself. The next start does not begin with what
    /// they taught, but as the first one did.
    /// </summary>
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(20)]
    public void A_trip_is_no_teacher(int brakedCycles)
    {
        RopeObserver observer = new(Frictionless());
        ElasticHoist hoist = new(265, Speed);
        HoistState h = new() { Mode = HoistMode.Lowering, DriveFresh = 1, IoFresh = 1, RopeLengthM = 265, MovingMassKg = hoist.MovingKg, SpeedRefMps = Speed };
        void Cycle(double brakeN)
        {
            observer.Update(new HoistInput { SpeedMps = hoist.SpeedMps, MotorForceN = hoist.StaticForceN, RopeForceN = hoist.DrumForceN, RopeForceQuality = Quality.Good }, ref h);
            observer.Sent(Speed, hoist.StaticForceN, ref h.Rope);
            for (int k = 0; k < StepsPerCycle; k++) hoist.Step(hoist.StaticForceN + brakeN);
        }
        for (int c = 0; c < 300; c++) Cycle(0);
        Assert.InRange(h.Rope.LoweringExcessN, -3e3, 3e3);
        for (int c = 0; c < brakedCycles; c++) Cycle(600e3);
        Assert.True(Math.Abs(h.Rope.LoweringExcessN) > 4e3, $"{h.Rope.LoweringExcessN:F0} N: nothing was spoilt");
        (h.Mode, h.Verdict) = (HoistMode.Tripped, Reaction.GradedBrakeStop);
        Cycle(0);
        Assert.Equal(0, h.Rope.LoweringExcessN);
    }

    private readonly record struct Run(double SwingN, double SwingErrorN, double WeightSpeedErrorMps, double PredictionErrorMps);

    private readonly record struct Sample(double SpeedMps, double WeightSpeedMps, double SwingN, double MotorForceN, double CellN);

    // References act 25 ms after their cycle, measurements are 10 ms old. Figures of seconds 2 to 6.
    private static Run Lower(double lengthM, double massFactor, double cellFactor)
    {
        RopeObserver observer = new(Frictionless());
        ElasticHoist hoist = new(lengthM, 0, 60e3 * massFactor);
        HoistState h = new() { Mode = HoistMode.Lowering, DriveFresh = 1, IoFresh = 1, RopeLengthM = lengthM, SpeedRefMps = Speed };
        Sample[] truth = new Sample[Cycles];
        RopeEstimate[] seen = new RopeEstimate[Cycles];
        double[] sent = new double[Cycles];
        double cell = hoist.DrumForceN * cellFactor, force = hoist.StaticForceN;
        for (int c = 0; c < Cycles; c++)
        {
            truth[c] = new Sample(hoist.SpeedMps, hoist.WeightSpeedMps, hoist.RopeForceN - hoist.MovingKg * ElasticHoist.GravityMps2, force, cell);
            Sample old = truth[Math.Max(c - 1, 0)];
            observer.Update(new HoistInput { SpeedMps = old.SpeedMps, MotorForceN = old.MotorForceN, RopeForceN = old.CellN, RopeForceQuality = Quality.Good }, ref h);
            seen[c] = h.Rope;
            bool starting = c is >= 20 and < 50;
            double reference = Math.Clamp((c - 20) * 0.01, 0, Speed), additive = hoist.StaticForceN - (starting ? ElasticHoist.DrumKg : 0);
            sent[c] = additive - Loop * reference;
            observer.Sent(reference, additive, ref h.Rope);
            for (int k = 0; k < StepsPerCycle; k++)
            {
                double inForce = c < 3 ? sent[0] : k < StepsPerCycle / 2 ? sent[c - 3] : sent[c - 2];
                force = inForce + Loop * hoist.SpeedMps;
                hoist.Step(force);
                cell += (hoist.DrumForceN * cellFactor - cell) * (ElasticHoist.StepS / 0.03);
            }
        }
        return Compare(truth, seen);
    }

    private static Run Compare(Sample[] truth, RopeEstimate[] seen)
    {
        double swing = 0, swingError = 0, weightError = 0, predictionError = 0;
        for (int c = 200; c < Cycles - 3; c++)
        {
            Sample then = truth[c - 1];
            swing = Math.Max(swing, Math.Abs(then.SwingN));
            swingError = Math.Max(swingError, Math.Abs(seen[c].RopeForceN - seen[c].WeightForceN - then.SwingN));
            weightError = Math.Max(weightError, Math.Abs(seen[c].WeightSpeedMps - then.WeightSpeedMps));
            predictionError = Math.Max(predictionError, Math.Abs(seen[c].NextSpeedMps - truth[c + 3].SpeedMps));
        }
        return new Run(swing, swingError, weightError, predictionError);
    }

    private static PlantParameters Frictionless()
    {
        PlantParameters plant = TestPlants.Reference(1);
        return plant with
        {
            Drive = plant.Drive with { CommandDelayS = 0.025 },
            Losses = plant.Losses with { RopeSheave = 0, Guide = 0, GearLoadLowering = 0, GearLoadRaising = 0, GearSpeed = 0 },
        };
    }
}
