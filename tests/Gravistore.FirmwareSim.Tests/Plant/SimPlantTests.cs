using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>The whole plant through its registers: docs/physics.md, sections 6 and 7.</summary>
public sealed class SimPlantTests
{
    [Fact]
    public void Wakes_up_at_rest_with_brakes_set_and_chain_open()
    {
        RegisterMaster master = new("pyhasalmi", 1, 15.0, 80.0, 150.0, 220.0, 290.0, 360.0, 430.0, 515.0);
        SimPlant plant = master.Plant;
        for (int i = 0; i < 2000; i++) plant.Step();
        Assert.False(plant.Chain.Closed);
        Assert.Equal(2000, plant.TimeMs);
        Assert.Equal(430.0, plant.Truth(6).WeightDepthM, 1e-6);
        Assert.Equal(0.0, plant.Truth(6).SpeedMps);
        Assert.True(plant.Truth(0).OnLanding && plant.Truth(7).OnLanding && !plant.Truth(3).OnLanding);
        Assert.Equal(1.0, plant.Truth(6).AppliedA);
        // Transformer at no load and auxiliaries of 8 x 290 kW.
        Assert.Equal(-0.009 * 8.0 * 592.1e3 * 0.4895, plant.GridPowerW, 20.0);
    }

    [Theory]
    [InlineData("pyhasalmi")]
    [InlineData("leith")]
    [InlineData("fast-hoist")]
    public void Arms_lowers_raises_and_parks(string name)
    {
        PlantTruth truth = PlantFiles.Truth(name);
        double middleM = 0.5 * (truth.Shaft.UpperLandingDepthM + truth.Shaft.LowerLandingDepthM);
        double[] depths = new double[truth.HoistCount];
        Array.Fill(depths, middleM);
        RegisterMaster master = new(name, 7, depths);
        master.Arm();
        Assert.True(master.Plant.Chain.Closed);
        for (int i = 0; i < depths.Length; i++) Assert.Equal(0.0, master.Plant.Truth(i).AppliedA + master.Plant.Truth(i).AppliedB);
        Assert.Equal(middleM, master.Plant.Truth(0).WeightDepthM, 0.03);

        double storedJ = master.Plant.PotentialEnergyJ;
        master.Travel(0.3, 5.0);
        Assert.Equal(0.3, master.Plant.Truth(0).SpeedMps, 0.02);
        Assert.True(master.Plant.GridPowerW > 0.0, "lowering must export");
        Assert.True(master.Plant.PotentialEnergyJ < storedJ);
        master.Travel(-0.3, 8.0);
        Assert.True(master.Plant.GridPowerW < 0.0, "raising must import");
        master.Park();
        for (int i = 0; i < depths.Length; i++)
        {
            Assert.Equal(2.0, master.Plant.Truth(i).AppliedA + master.Plant.Truth(i).AppliedB);
            Assert.Equal(0.0, master.Plant.Truth(i).MotorForceN);
        }

        Assert.True(master.Plant.Audit.Residual < 1e-9, $"residual {master.Plant.Audit.Residual}");
    }

    [Fact]
    public void Emergency_stop_brakes_graded_and_holds()
    {
        RegisterMaster master = new("leith", 3, 8.0, 8.0);
        master.Arm();
        master.Travel(0.6, 3.0, 0.5);
        double depthM = master.Plant.Truth(0).WeightDepthM;
        master.Plant.EmergencyStop = true;
        master.Run(3.0);
        Assert.False(master.Plant.Chain.Closed);
        Assert.Equal(0.0, master.Plant.Truth(0).SpeedMps);
        Assert.InRange(master.Plant.Truth(0).WeightDepthM - depthM, 0.02, 0.35);
        Assert.True(master.Plant.Audit.Joules(AuditAccount.BrakeHeat) > 0.0);
        Assert.True(master.Plant.Audit.Residual < 1e-9, $"residual {master.Plant.Audit.Residual}");
    }

    [Fact]
    public void Same_seed_gives_the_same_state_and_another_seed_another()
    {
        ulong first = HashAfterRun(11), again = HashAfterRun(11), other = HashAfterRun(12);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Step_allocates_nothing()
    {
        RegisterMaster master = new("leith", 1, 6.0, 7.0);
        master.Arm();
        master.Travel(0.1, 1.0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ulong hash = 0;
        for (int i = 0; i < 2000; i++)
        {
            master.Plant.Step();
            hash = master.Plant.HashState(hash);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0UL, hash);
    }

    [Fact]
    public void Potential_energy_spans_the_stroke()
    {
        double[] upper = new double[8], lower = new double[8];
        Array.Fill(upper, 15.0);
        Array.Fill(lower, 515.0);
        Assert.Equal(0.0, new RegisterMaster("pyhasalmi", 1, lower).Plant.PotentialEnergyJ, 1.0);
        double kWh = new RegisterMaster("pyhasalmi", 1, upper).Plant.PotentialEnergyJ / 3.6e6;
        Assert.Equal(723.0, kWh, 0.005 * 723.0);
    }

    [Fact]
    public void Refuses_depths_that_cannot_be()
    {
        Assert.Throws<ArgumentException>(() => new RegisterMaster("leith", 1, 8.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegisterMaster("leith", 1, 8.0, -1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegisterMaster("leith", 1, 8.0, 14.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegisterMaster("leith", 1, 8.0, double.NaN));
    }

    private static ulong HashAfterRun(ulong seed)
    {
        RegisterMaster master = new("leith", seed, 6.0, 9.0);
        master.Arm();
        master.Travel(0.2, 2.0);
        return master.Plant.HashState(0);
    }
}
