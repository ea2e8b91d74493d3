using CsCheck;
using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 6: sensors as they are.</summary>
public sealed class SensorTests
{
    [Fact]
    public void Motor_encoder_counts_and_never_drifts()
    {
        PlantTruth truth = PlantFiles.Truth("fast-hoist") with { HoistCount = 1 };
        PhysicsRig rig = new(truth, 100.0);
        rig.SetForce(400e3);
        rig.Steps(100);
        rig.SetBrakes(0.0);
        HoistPlant hoist = rig.Physics.Hoists[0];
        rig.Step();
        double lengthM = hoist.Mechanics.RopeLengthM, angleRad = 0.0;
        double quantum = 2.0 * Math.PI / 8192.0 / PhysicalConstants.StepS;
        for (int i = 0; i < 3000; i++)
        {
            rig.RunAt(1.0, 1);
            double counts = hoist.DriveSignals.MotorSpeedRadPerS / quantum;
            Assert.Equal(Math.Round(counts), counts, 1e-6);
            angleRad += hoist.DriveSignals.MotorSpeedRadPerS * PhysicalConstants.StepS;
        }

        // 20.7 um of rope per count; the last step is not measured yet. Lowering turns the motor backwards.
        double travelledM = hoist.Mechanics.RopeLengthM - lengthM;
        Assert.Equal(-travelledM, angleRad / truth.Mechanics.MotorRadPerM, 0.0025);
        Assert.Equal(20.7e-6, 2.0 * Math.PI / 8192.0 / truth.Mechanics.MotorRadPerM, 0.1e-6);
    }

    [Theory]
    [InlineData("pyhasalmi", 96e-6)]
    [InlineData("leith", 24e-6)]
    public void Drum_encoder_gives_the_rope_length_to_one_count(string plant, double countM)
    {
        PlantTruth truth = PlantFiles.Truth(plant) with { HoistCount = 1 };
        PhysicsRig rig = new(truth, 9.0);
        rig.Step();
        HoistPlant hoist = rig.Physics.Hoists[0];
        double exactM = Math.PI * truth.Mechanics.DrumDiameterM / truth.DrumEncoder.CountsPerTurn;
        Assert.Equal(countM, exactM, 0.01 * countM);
        Assert.InRange(hoist.Mechanics.RopeLengthM - (hoist.DriveSignals.DrumPositionCounts - truth.DrumEncoder.ZeroCount) * exactM, 0.0, exactM);
    }

    [Fact]
    public void Load_cell_lags_and_lags_behind_itself()
    {
        SensorTruth truth = PlantFiles.Truth("pyhasalmi").Sensors with { LoadCellNoise = 0.0, LoadCellGain = 1.0, LoadCellLagS = 0.03, LoadCellHysteresis = 0.02 };
        LoadCell cell = new(truth, new Xoshiro256(1), 300e3);
        Assert.Equal(4.0 + 16.0 * 300.0 / 1500.0, cell.Measure(300e3), 1e-9);
        int steps = 1;
        while (cell.Measure(900e3) < 4.0 + 16.0 * (300.0 - 15.0 + 0.632 * 600.0) / 1500.0) steps++;
        Assert.InRange(steps, 29, 32);
        for (int i = 0; i < 1000; i++) cell.Measure(900e3);
        Assert.Equal(4.0 + 16.0 * 885.0 / 1500.0, cell.Measure(900e3), 1e-6);
        for (int i = 0; i < 1000; i++) cell.Measure(600e3);
        Assert.Equal(4.0 + 16.0 * 615.0 / 1500.0, cell.Measure(600e3), 1e-6);
    }

    [Fact]
    public void Load_cell_noise_has_its_size_and_its_signal_saturates()
    {
        SensorTruth truth = PlantFiles.Truth("pyhasalmi").Sensors with { LoadCellHysteresis = 0.0, LoadCellGain = 1.0, LoadCellNoise = 0.002 };
        LoadCell cell = new(truth, new Xoshiro256(5), 750e3);
        double sum = 0.0, squares = 0.0;
        const int Samples = 20000;
        for (int i = 0; i < Samples; i++)
        {
            double deviation = cell.Measure(750e3) - 12.0;
            sum += deviation;
            squares += deviation * deviation;
        }

        Assert.Equal(0.0, sum / Samples, 0.001);
        Assert.Equal(0.032, Math.Sqrt(squares / Samples), 0.001);
        Assert.Equal(20.5, new LoadCell(truth, new Xoshiro256(5), 3e6).Measure(3e6));
        Assert.Equal(3.8, new LoadCell(truth, new Xoshiro256(5), -3e6).Measure(-3e6));
    }

    [Fact]
    public void Magnets_and_switches_act_where_they_are()
    {
        ShaftTruth shaft = PlantFiles.Truth("pyhasalmi").Shaft;
        Gen.Double[10.0, 520.0].List[1, 30].Sample(depths =>
        {
            ShaftSwitches switches = new(shaft, 0.2);
            foreach (double depthM in depths)
            {
                bool near = false;
                foreach (double magnetM in shaft.MagnetDepthsM) near |= Math.Abs(depthM - magnetM) <= 0.1;
                Assert.Equal(near, switches.Magnet(depthM));
            }
        }, iter: 200, threads: 1);
        ShaftSwitches ends = new(shaft, 0.2);
        Assert.True(ends.UpperLanding(15.05) && ends.UpperLanding(14.0) && !ends.UpperLanding(15.2));
        Assert.True(ends.LowerLanding(514.95) && ends.LowerLanding(516.0) && !ends.LowerLanding(514.8));
        Assert.True(ends.UpperOvertravel(12.9) && !ends.UpperOvertravel(13.1));
        Assert.True(ends.LowerOvertravel(517.1) && !ends.LowerOvertravel(516.9));
        Assert.True(ends.OnLanding(15.05) && !ends.OnLanding(14.0) && ends.OnLanding(515.05));
    }

    [Fact]
    public void Slack_switch_and_brake_switches_follow_the_truth()
    {
        PhysicsRig rig = new(PlantFiles.Truth("leith"), 8.0, 8.0);
        rig.Step();
        HoistIoSignals io = rig.Physics.Hoists[0].IoSignals;
        Assert.True(io.BrakeASet && io.BrakeBSet && !io.BrakeALifted && !io.SlackRope);
        rig.Physics.Hoists[0].Mechanics.SetStretch(-0.05);
        rig.Steps(2);
        Assert.True(rig.Physics.Hoists[0].IoSignals.SlackRope);
        rig.SetBrakes(0.0);
        rig.SetForce(245e3);
        rig.Steps(450);
        io = rig.Physics.Hoists[0].IoSignals;
        Assert.True(io.BrakeALifted && io.BrakeBLifted && !io.BrakeASet);
        Assert.Equal(120.0, rig.Physics.Hoists[0].BrakeSignals.PressureABar);
    }

    [Fact]
    public void Generator_gives_the_published_sequence()
    {
        // xoshiro256** with the state that splitmix64 makes of seed 0, computed with an independent implementation.
        Xoshiro256 generator = new(0);
        ulong[] expected = [0x99EC5F36CB75F2B4UL, 0xBF6E1F784956452AUL, 0x1A5F849D4933E6E0UL, 0x6AA594F1262D2D2CUL];
        foreach (ulong value in expected) Assert.Equal(value, generator.Next());
    }
}
