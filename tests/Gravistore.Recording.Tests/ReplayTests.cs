using Gravistore.Core.Parameters;
using Gravistore.Recording.Replay;

namespace Gravistore.Recording.Tests;

/// <summary>A replay is equal, or names the first difference.</summary>
public sealed class ReplayTests
{
    private static readonly PlantParameters Plant = Recordings.TestPlant(2);
    private static readonly byte[] Recording = Recordings.OfController(Plant, 2400);

    [Fact]
    public void A_replay_is_equal()
    {
        ReplayResult result = Run(Plant, ReplayRange.All);
        Assert.True(result.IsEqual);
        Assert.Equal((2400, 2, 0), (result.Cycles, result.Snapshots, result.CyclesLeftOut));
    }

    [Theory]
    [InlineData(15, 24, 1400)]
    [InlineData(10, 24, 1400)]
    [InlineData(9.99, 12, 1201)]
    [InlineData(23, 23, 301)]
    public void A_part_begins_at_a_snapshot(double fromS, double untilS, long cycles)
    {
        ReplayResult result = Run(Plant, new ReplayRange((long)(fromS * 1e9), (long)(untilS * 1e9)));
        Assert.True(result.IsEqual);
        Assert.Equal(cycles, result.Cycles);
    }

    [Fact]
    public void Another_parameter_is_told_where_it_shows_first()
    {
        PlantParameters other = Plant with { Protection = Plant.Protection with { StaleStopS = 10 } };
        Divergence difference = Run(other, ReplayRange.All).Divergence!;
        Assert.InRange(difference.Cycle, 0, 400);
        Assert.Equal(difference.Cycle * 10_000_000, difference.TimeNs);
        Assert.NotEqual(difference.Recorded, difference.Replayed);
    }

    [Fact]
    public void A_wrong_output_is_named_with_its_channel_and_values()
    {
        PlantParameters heavier = Plant with { Hoist = Plant.Hoist with { WeightMassKg = 61e3 } };
        Divergence difference = Run(heavier, ReplayRange.All).Divergence!;
        Assert.Equal(0, difference.Cycle);
        Assert.Equal("plant.output.stateOfCharge", difference.Channel);
        Assert.InRange(double.Parse(difference.Replayed) / double.Parse(difference.Recorded), 0.9, 1.1);
        Assert.NotEqual(difference.Recorded, difference.Replayed);
        Assert.StartsWith("cycle 0, 0.00 s, plant.output.stateOfCharge: recorded ", difference.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_are_replaced_by_their_path()
    {
        string document = ParameterDocument.Write(Plant);
        string other = ParameterDocument.Set(document, "motion.maxSpeedMps", "0.25", out string why)!;
        Assert.Equal("", why);
        Assert.Equal(0.25, ParameterDocument.Read(other, out _)!.Motion.MaxSpeedMps);
        Assert.NotEqual(ParameterDocument.Hash(document), ParameterDocument.Hash(other));
        Assert.Null(ParameterDocument.Set(document, "motion.maxSpeed", "0.25", out why));
        Assert.Contains("maxSpeedMps", why, StringComparison.Ordinal);
        Assert.Null(ParameterDocument.Set(document, "motion.maxSpeedMps", "fast", out why));
        Assert.Contains("0.55", why, StringComparison.Ordinal);
    }

    private static ReplayResult Run(PlantParameters plant, ReplayRange range) => new Replayer(RecordingTests.Open(Recording), plant, range).Run();
}
