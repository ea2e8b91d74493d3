using CsCheck;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Scenarios;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Loop;

public sealed class StoredEnergyTests
{
    private static readonly PlantParameters Plant = Gravistore.Config.PlantFile.Load(Path.Combine(TestRoot.Folder, "config", "plants", "pyhasalmi.json"), [], [])!;
    private static readonly StoredEnergy Stored = new(Plant.Shaft, Plant.Hoist);

    [Fact]
    public void Landings_are_full_and_empty()
    {
        Assert.Equal(1, Stored.ShareAt(Plant.Shaft.UpperLandingDepthM), 12);
        Assert.Equal(0, Stored.ShareAt(Plant.Shaft.LowerLandingDepthM), 12);
    }

    [Fact]
    public void Weights_start_at_the_charge_asked_for_within_the_stroke() => Gen.Double[0, 100].Select(Gen.Double[0, 300]).Sample((percent, spreadM) =>
    {
        double[] depths = Stored.StartDepths(Initial(percent, spreadM), 8);
        Assert.All(depths, d => Assert.InRange(d, Plant.Shaft.UpperLandingDepthM, Plant.Shaft.LowerLandingDepthM));
        double reached = 100 * Stored.MeanShare(depths);
        // Near the landings a spread does not fit, and the charge nearest to the one asked for is taken.
        if (percent is > 35 and < 65 || spreadM < 1) Assert.InRange(reached, percent - 0.2, percent + 0.2);
    });

    [Fact]
    public void Spread_is_even_about_the_middle()
    {
        double[] depths = Stored.StartDepths(Initial(50, 70), 8);
        Assert.Equal(140, depths[7] - depths[0], 9);
        Assert.All(depths.Zip(depths.Skip(1)), pair => Assert.Equal(20, pair.Second - pair.First, 9));
    }

    [Fact]
    public void Given_depths_and_landings_are_taken_as_they_are()
    {
        Assert.Equal([20, 30], Stored.StartDepths(new InitialState { WeightDepthsM = [20, 30], Place = JsonNode.Unreadable("x") }, 2));
        Assert.Equal([15, 15], Stored.StartDepths(new InitialState { Landing = Landing.Upper, Place = JsonNode.Unreadable("x") }, 2));
    }

    private static InitialState Initial(double percent, double spreadM) => new() { StateOfChargePercent = percent, SpreadM = spreadM, Place = JsonNode.Unreadable("x") };
}
