using CsCheck;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.Core.Power;

namespace Gravistore.Core.Tests.Power;

/// <summary>Depths stay apart where the power leaves a choice, and hoists kept ready neither crowd nor chatter; docs/power.md 9.</summary>
public sealed class SpreadPolicyTests
{
    private static readonly DispatchParameters Dispatch = TestPlants.Reference(8).Dispatch;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.05, 25)]
    [InlineData(0.1, 50)]
    [InlineData(0.3, 77)]
    [InlineData(0.5, 104)]
    [InlineData(0.9, 50)]
    [InlineData(1, 0)]
    public void Half_spread_by_share_of_the_stroke(double share, double halfM) => Assert.Equal(halfM, SpreadPolicy.HalfSpreadM(Dispatch, share), 9);

    [Fact]
    public void Half_spread_is_the_same_from_both_ends() =>
        Gen.Double[0, 1].Sample(share => Assert.Equal(SpreadPolicy.HalfSpreadM(Dispatch, share), SpreadPolicy.HalfSpreadM(Dispatch, 1 - share), tolerance: 1e-9));

    /// <summary>From full to the middle at half power: at 90 and 50 % the depths are as far apart as the policy says, and every weight keeps its reserve.</summary>
    [Fact]
    public void Half_power_from_full_leaves_the_depths_apart()
    {
        IdealPlant plant = new(TestPlants.Reference(8), 15);
        plant.StartUp();
        plant.Arm();
        plant.SetPower(1e6);
        Dictionary<int, double> halfM = [];
        for (int i = 0; i < 140_000; i++)
        {
            plant.Step();
            double mean = plant.Result.Hoists.Average(h => h.WeightDepthM) - 15;
            foreach (int mark in (int[])[50, 250])
                if (mean >= mark && !halfM.ContainsKey(mark)) halfM[mark] = 0.5 * (plant.Result.Hoists.Max(h => h.WeightDepthM) - plant.Result.Hoists.Min(h => h.WeightDepthM));
        }
        Assert.Empty(plant.Trips);
        Assert.True(halfM[50] >= 48, $"{halfM[50]:F1} m at 90 %");
        Assert.True(halfM[250] >= 100, $"{halfM[250]:F1} m at 50 %");
        Assert.True(plant.Result.Hoists.Max(h => h.WeightDepthM) < 515 - 30);
    }

    [Fact]
    public void Three_ready_hoists_share_around_zero()
    {
        IdealPlant plant = new(TestPlants.Reference(8), 265);
        plant.StartUp();
        plant.Arm();
        for (int i = 0; i < 12; i++)
        {
            plant.Step(new Command { Kind = CommandKind.SetPower, PowerW = i % 2 == 0 ? 300e3 : -300e3, RateWPerS = 50e3, ReadyHoists = 3 });
            plant.Run(10);
        }
        Assert.Empty(plant.Trips);
        Assert.Equal(3, plant.Result.Hoists.Count(h => HoistModes.IsOpen(h.Mode)));
        plant.Step(new Command { Kind = CommandKind.SetPower, PowerW = 700e3, RateWPerS = 50e3, ReadyHoists = 3 });
        plant.Run(30);
        Assert.Equal(4, plant.Result.Hoists.Count(h => HoistModes.IsOpen(h.Mode)));
    }

    /// <summary>All weights just above their lower landings, power around zero: nobody starts for the last metres, again and again.</summary>
    [Fact]
    public void The_end_of_the_stroke_causes_no_chatter()
    {
        IdealPlant plant = new(TestPlants.Reference(8), 510);
        plant.StartUp();
        plant.Arm();
        for (int i = 0; i < 60; i++)
        {
            plant.Step(new Command { Kind = CommandKind.SetPower, PowerW = i % 2 == 0 ? 40e3 : -40e3, RateWPerS = 20e3, ReadyHoists = 3 });
            plant.Run(10);
        }
        Assert.Empty(plant.Trips);
        int engaged = plant.Events.Count(e => e.Number == EventNumber.HoistEngaged), opened = plant.Events.Count(e => e.Number == EventNumber.HoistMode && (HoistMode)(int)e.Value == HoistMode.ProvingTorque);
        Assert.True(opened <= 8 + 6, $"{opened} starts in ten minutes, {engaged} times engaged");
    }
}
