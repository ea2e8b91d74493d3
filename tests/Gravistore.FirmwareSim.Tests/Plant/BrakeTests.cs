using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 5: channels in time, fade and heat of the disc.</summary>
public sealed class BrakeTests
{
    private static readonly BrakeTruth Truth = PlantFiles.Truth("fast-hoist").Brakes with { DeadTimeS = 0.1, RiseTimeS = 0.2, OpeningTimeS = 0.4 };

    [Fact]
    public void Channel_opens_in_its_time_and_closes_after_its_dead_time()
    {
        BrakeChannel channel = new(Truth);
        Assert.True(channel.Set);
        Assert.Equal(400, StepsUntil(channel, 0.0, c => c.Lifted));
        Assert.Equal(100, StepsUntil(channel, 1.0, c => c.Applied > 0.0));
        Assert.Equal(199, StepsUntil(channel, 1.0, c => c.Set));
    }

    [Fact]
    public void Channel_follows_a_graded_demand_without_a_second_dead_time()
    {
        BrakeChannel channel = new(Truth);
        StepsUntil(channel, 0.0, c => c.Lifted);
        StepsUntil(channel, 0.4, c => c.Applied >= 0.4);
        for (int i = 0; i < 50; i++) channel.Step(0.4);
        Assert.Equal(0.4, channel.Applied, 1e-12);
        Assert.Equal(60, StepsUntil(channel, 0.7, c => c.Applied >= 0.7 - 1e-9));
        for (int i = 0; i < 500; i++) channel.Step(0.1);
        Assert.Equal(0.1, channel.Applied, 1e-12);
        Assert.False(channel.Lifted);
    }

    [Fact]
    public void Withdrawn_demand_begins_a_new_dead_time()
    {
        BrakeChannel channel = new(Truth);
        StepsUntil(channel, 0.0, c => c.Lifted);
        for (int i = 0; i < 90; i++) channel.Step(1.0);
        channel.Step(0.0);
        Assert.Equal(100, StepsUntil(channel, 1.0, c => c.Applied > 0.0));
    }

    [Fact]
    public void Disc_takes_up_the_energy_of_a_whole_lowering()
    {
        // 40 t over 500 m = 196.2 MJ in 1500 kg of steel: 272 K (published bulk figure).
        BrakeDisc disc = new(Truth with { DiscCoolingWPerK = 0.0 });
        double startC = disc.TemperatureC;
        for (int i = 0; i < 1000; i++) disc.Step(196.2e6 / 1000.0);
        Assert.Equal(272.0, disc.TemperatureC - startC, 1.0);
        Assert.Equal(1.0 - 0.375 * (disc.TemperatureC - 200.0) / 200.0, disc.FrictionShare, 1e-12);
    }

    [Theory]
    [InlineData(20.0, 1.0)]
    [InlineData(200.0, 1.0)]
    [InlineData(300.0, 0.8125)]
    [InlineData(400.0, 0.625)]
    [InlineData(600.0, 0.625)]
    public void Linings_fade_between_200_and_400_degrees(double temperatureC, double share)
    {
        BrakeDisc disc = new(Truth with { AmbientC = temperatureC });
        Assert.Equal(share, disc.FrictionShare, 1e-12);
    }

    [Fact]
    public void Disc_cools_to_ambient()
    {
        BrakeDisc disc = new(Truth with { DiscCoolingWPerK = 1e5 });
        disc.Step(50e6);
        for (int i = 0; i < 100000; i++) disc.Step(0.0);
        Assert.Equal(Truth.AmbientC, disc.TemperatureC, 0.01);
    }

    [Fact]
    public void Faded_brake_holds_less()
    {
        PlantTruth plant = PlantFiles.Truth("fast-hoist") with { HoistCount = 1 };
        PhysicsRig cold = new(plant, 300.0), hot = new(plant with { Brakes = plant.Brakes with { AmbientC = 400.0 } }, 300.0);
        cold.Step();
        hot.Step();
        Assert.Equal(0.625, hot.Physics.Hoists[0].Truth.BrakeForceN / cold.Physics.Hoists[0].Truth.BrakeForceN, 1e-9);
    }

    private static int StepsUntil(BrakeChannel channel, double demand, Func<BrakeChannel, bool> done)
    {
        for (int i = 0; i < 2000; i++)
        {
            if (done(channel)) return i;
            channel.Step(demand);
        }

        throw new InvalidOperationException("the channel never got there");
    }
}
