using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;
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
    public void A_difference_is_told_in_words()
    {
        byte[] bent = Recordings.OfController(Plant, 600, bend: (i, r) => r.Hoists[1].SpeedReferenceMps += i == 421 ? 0.25 : 0);
        Divergence difference = new Replayer(RecordingTests.Open(bent), Plant, ReplayRange.All).Run().Divergence!;
        Assert.Equal("cycle 421, 4.21 s, hoist[1].output.speedReferenceMps: recorded 0.25 m/s, replayed 0 m/s", difference.ToString());
    }

    [Theory]
    [InlineData(-1, -1, -1)]
    [InlineData(2345, -1, -1)]
    [InlineData(2345, 3456, -1)]
    [InlineData(-1, -1, 9)]
    [InlineData(3456, -1, 5)]
    public void Stretches_replayed_at_once_show_what_one_after_the_other_shows(int first, int second, int damagedBlock)
    {
        byte[] bytes = Recordings.OfController(Plant, 4400, bend: (i, r) => r.Plant.ExpectedPowerW += i == first || i == second ? 1 : 0);
        if (damagedBlock >= 0) bytes[RecordingTests.Open(bytes).CycleBlocks[damagedBlock].ContentAt] ^= 1;
        ReplayResult serial = new Replayer(RecordingTests.Open(bytes), Plant, ReplayRange.All).Run();
        for (int workers = 2; workers <= 4; workers++)
            Assert.Equal(serial, new Replayer(RecordingTests.Open(bytes), Plant, ReplayRange.All, workers: workers).Run());
        Assert.Equal(first < 0 ? 4400 - (damagedBlock < 0 ? 0 : 5 * 200 - damagedBlock % 5 * 200) : first + 1 - (damagedBlock < 0 ? 0 : 1000), serial.Cycles);
        Assert.Equal(first < 0 ? null : first, serial.Divergence?.Cycle);
    }

    [Fact]
    public void Proposals_of_the_protections_are_recorded_and_compared()
    {
        byte[] bent = Recordings.OfController(Plant, 600, bend: (i, r) => r.Proposals[0].Limit += i == 421 ? 1 : 0);
        Divergence difference = new Replayer(RecordingTests.Open(bent), Plant, ReplayRange.All).Run().Divergence!;
        Assert.Equal((421, "proposal[0].limit"), (difference.Cycle, difference.Channel));
        Reading.CycleCursor cursor = new(RecordingTests.Open(bent));
        Assert.True(cursor.MoveTo(420));
        ProtectionProposal[] proposals = cursor.Result.Proposals[..cursor.Result.ProposalCount];
        Assert.Equal([0, 1], proposals.Where(p => p is { Number: ProtectionNumber.DriveStale, Reaction: Reaction.ControlledStop }).Select(p => p.Hoist));
        Assert.True(cursor.MoveTo(120));
        Assert.Equal((0, 0), (cursor.Result.ProposalCount, cursor.Result.ProposalsLost));
    }

    /// <summary>Only what the controller gives counts: its state, and so its hash, is another with any other parameter.</summary>
    [Fact]
    public void A_what_if_that_changes_the_controllers_state_alone_shows_no_difference()
    {
        PlantParameters other = Plant with { Motion = Plant.Motion with { MaxSpeedMps = 0.5 } };
        WhatIfResult result = new WhatIf(RecordingTests.Open(Recording), Plant, other, new ReplayRange(20_000_000_000, long.MaxValue)).Run();
        Assert.Equal((400, 0, null), (result.Cycles, result.DifferentCycles, result.First));
    }

    [Fact]
    public void A_wrong_snapshot_is_told()
    {
        byte[] bytes = [.. Recording];
        RecordingFile file = RecordingTests.Open(bytes);
        Blocks.BlockPlace place = file.Snapshots[1];
        bytes[place.ContentAt + 100] ^= 1;
        Blocks.BlockHead head = place.Head with { ContentCrc = Coding.Crc32C.Of(bytes.AsSpan((int)place.ContentAt, place.Head.Length)) };
        head.Write(bytes.AsSpan((int)place.ContentAt - Blocks.BlockHead.Size));
        Divergence difference = new Replayer(RecordingTests.Open(bytes), Plant, ReplayRange.All).Run().Divergence!;
        Assert.Equal((1000, "the controller's state before this cycle"), (difference.Cycle, difference.Channel));
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
