using Gravistore.Core;
using Gravistore.Recording.Replay;

namespace Gravistore.Recording.Tests;

/// <summary>Whatever happens to a file: nothing is thrown, what is lost is told, and what is read is what was recorded.</summary>
public sealed class DamageTests
{
    private static readonly byte[] Sound = Recordings.OfController(Recordings.TestPlant(1), 1210), Short = Recordings.OfController(Recordings.TestPlant(1), 230, lossCycle: 120);
    private static readonly SortedDictionary<long, string> Recorded = Recordings.Cycles(RecordingTests.Open(Short));

    [Fact]
    public void A_file_cut_at_any_byte_gives_all_whole_blocks()
    {
        RecordingFile whole = RecordingTests.Open(Short);
        for (int length = 0; length < Short.Length; length++)
        {
            RecordingFile? file = RecordingFile.Open(new MemoryStream(Short, 0, length), out IReadOnlyList<Damage> damages);
            Assert.NotEmpty(damages);
            Assert.All(damages, d => Assert.InRange(d.Offset, 0, length));
            int wholeBlocks = whole.CycleBlocks.Count(b => b.ContentAt + b.Head.Length <= length);
            Assert.Equal(wholeBlocks, file?.CycleBlockCount ?? 0);
        }
    }

    [Fact]
    public void A_cut_file_replays_as_far_as_it_goes()
    {
        RecordingFile whole = RecordingTests.Open(Sound);
        foreach (int length in whole.CycleBlocks.SelectMany(b => new[] { b.ContentAt - 1, b.ContentAt + 1, b.ContentAt + b.Head.Length }).Select(l => (int)l))
        {
            RecordingFile file = RecordingTests.Open(Sound[..length]);
            ReplayResult result = new Replayer(file, Recordings.TestPlant(1), ReplayRange.All).Run();
            Assert.Null(result.Divergence);
            Assert.Equal(Recordings.Cycles(file).Count, result.Cycles);
        }
    }

    [Fact]
    public void A_flipped_bit_is_noticed_and_costs_one_block()
    {
        Random random = new(20);
        for (int n = 0; n < 1000; n++)
        {
            int bit = random.Next(8 * Short.Length);
            byte[] bytes = [.. Short];
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            RecordingFile? file = RecordingFile.Open(new MemoryStream(bytes), out IReadOnlyList<Damage> damages);
            Assert.NotEmpty(damages);
            Assert.NotNull(file);
            SortedDictionary<long, string> read = Recordings.Cycles(file);
            Assert.True(read.Count >= Recorded.Count - 200, $"bit {bit}");
            Assert.All(read, c => Assert.Equal(Recorded[c.Key], c.Value));
        }
    }

    [Fact]
    public void A_lost_block_is_left_out_until_the_next_snapshot()
    {
        RecordingFile whole = RecordingTests.Open(Sound);
        byte[] bytes = [.. Sound];
        bytes[whole.CycleBlocks[2].ContentAt + 20] ^= 1;
        RecordingFile file = RecordingTests.Open(bytes);
        ReplayResult result = new Replayer(file, Recordings.TestPlant(1), ReplayRange.All).Run();
        Assert.True(result.IsEqual);
        Assert.Equal(400, result.CyclesLeftOut);
        Assert.Equal(400 + 210, result.Cycles);
        Assert.Contains("cycles from cycle 400", Assert.Single(file.Damages).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_that_is_missing_altogether_is_noticed()
    {
        RecordingFile whole = RecordingTests.Open(Sound);
        long from = whole.CycleBlocks[1].ContentAt - Blocks.BlockHead.Size, to = whole.CycleBlocks[1].ContentAt + whole.CycleBlocks[1].Head.Length;
        RecordingFile file = RecordingTests.Open([.. Sound[..(int)from], .. Sound[(int)to..]]);
        Assert.Equal(from, Assert.Single(file.Damages).Offset);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK", "no recording")]
    [InlineData("{ \"schema\": \"gravistore-plant/1\" } and more of a text that is no recording at all", "no recording")]
    public void Another_file_is_told_to_be_none(string text, string what)
    {
        Assert.Null(RecordingFile.Open(new MemoryStream([.. text.Select(c => (byte)c)]), out IReadOnlyList<Damage> damages));
        Assert.Contains(what, Assert.Single(damages).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_future_format_is_told()
    {
        byte[] bytes = [.. Sound];
        bytes[8] = (byte)(FileHead.Version + 1);
        BitConverter.TryWriteBytes(bytes.AsSpan(12), Coding.Crc32C.Of(bytes.AsSpan(0, 12)));
        Assert.Null(RecordingFile.Open(new MemoryStream(bytes), out IReadOnlyList<Damage> damages));
        Assert.Contains(FormattableString.Invariant($"format {FileHead.Version + 1};"), Assert.Single(damages).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_future_format_is_told_by_the_header_where_the_head_is_damaged()
    {
        using MemoryStream stream = new();
        ControllerState state = new(2);
        using FlightRecorder recorder = new(stream, RecordingHeader.For(Recordings.TestPlant(2)).With("format", "3"), state);
        recorder.Complete();
        byte[] bytes = stream.ToArray();
        bytes[9] ^= 1;
        Assert.Null(RecordingFile.Open(new MemoryStream(bytes), out IReadOnlyList<Damage> damages));
        Assert.Contains("format 3;", Assert.Single(damages).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Multiples_of_no_number_are_refused()
    {
        foreach (double step in new[] { double.NaN, double.PositiveInfinity, 0, -1 })
        {
            byte[] bytes = [(byte)Coding.ColumnMode.Steps, .. BitConverter.GetBytes(step), 1, 0];
            long[] words = new long[1];
            Assert.Throws<Coding.RecordingFormatException>(() =>
            {
                Coding.ByteSource source = new(bytes);
                Coding.ColumnDecoder.Read(ref source, words, 0, 1, -1);
            });
        }
    }

    [Fact]
    public void A_content_that_makes_no_sense_despite_its_check_sum_is_a_damage()
    {
        Random random = new(4);
        RecordingFile file = RecordingTests.Open(Short);
        Blocks.CycleBlockDecoder decoder = new(file.Layout);
        Blocks.CycleBlock block = new(file.Layout);
        Blocks.BlockPlace place = file.CycleBlocks[0];
        int refused = 0;
        for (int n = 0; n < 5000; n++)
        {
            byte[] content = Short[(int)place.ContentAt..(int)(place.ContentAt + place.Head.Length)];
            for (int k = random.Next(1, 4); k > 0; k--) content[random.Next(content.Length)] = (byte)random.Next(256);
            block.Begin(0);
            if (Record.Exception(() => decoder.Read(content, block)) is not { } exception) continue;
            Assert.IsType<Coding.RecordingFormatException>(exception);
            refused++;
        }
        Assert.InRange(refused, 500, 4999);
    }

    [Fact]
    public void The_check_sum_is_the_one_of_its_standard() =>
        // RFC 3720, B.4: 32 bytes of zeros, and the digits that every CRC is checked with.
        Assert.Equal((0x8A9136AAu, 0xE3069283u), (Coding.Crc32C.Of(new byte[32]), Coding.Crc32C.Of("123456789"u8)));
}
