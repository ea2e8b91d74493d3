using Gravistore.Recording.Reading;

namespace Gravistore.Recording.Tests;

/// <summary>Any cycle, in any order, is the one that was recorded.</summary>
public sealed class CycleCursorTests
{
    private static readonly (byte[] File, List<string> Cycles) Any = Recordings.OfAnything(5, 2, 1450);

    [Fact]
    public void Cycles_come_forward_and_backward_as_they_were_recorded()
    {
        CycleCursor cursor = new(RecordingTests.Open(Any.File));
        Assert.Equal((0, 1449, -1), (cursor.First, cursor.Last, cursor.Cycle));
        for (int i = 0; i < 1450; i++) Assert.True(cursor.Next() && cursor.Cycle == i && Printed(cursor) == Any.Cycles[i], $"cycle {i}");
        Assert.False(cursor.Next());
        for (int i = 1448; i >= 0; i--) Assert.True(cursor.Previous() && cursor.Cycle == i && Printed(cursor) == Any.Cycles[i], $"back at cycle {i}");
        Assert.False(cursor.Previous());
        Assert.Equal(0, cursor.Cycle);
    }

    [Fact]
    public void Jumps_go_anywhere()
    {
        CycleCursor cursor = new(RecordingTests.Open(Any.File));
        Random random = new(6);
        for (int n = 0; n < 500; n++)
        {
            int cycle = random.Next(1450);
            Assert.True(n % 2 == 0 ? cursor.MoveTo(cycle) : cursor.MoveBefore(cycle + 1));
            Assert.Equal(Any.Cycles[cycle], Printed(cursor));
        }
        Assert.False(cursor.MoveTo(1450));
        Assert.False(cursor.MoveBefore(0));
    }

    [Fact]
    public void A_damaged_block_is_passed_over_in_both_directions()
    {
        byte[] bytes = [.. Any.File];
        Blocks.BlockPlace damaged = RecordingTests.Open(bytes).CycleBlocks[2];
        bytes[damaged.ContentAt + 9] ^= 4;
        long before = damaged.Head.FirstCycle - 1, after = damaged.Head.FirstCycle + damaged.CycleCount;
        CycleCursor cursor = new(RecordingTests.Open(bytes));
        Assert.True(cursor.MoveTo(before) && cursor.Next());
        Assert.Equal(after, cursor.Cycle);
        Assert.True(cursor.Previous());
        Assert.Equal(before, cursor.Cycle);
        Assert.True(cursor.MoveTo(before + 1));
        Assert.Equal(Any.Cycles[(int)after], Printed(cursor));
    }

    /// <summary>What stays even from block to block is not decoded again: that may show in no order of reading.</summary>
    [Fact]
    public void Blocks_read_where_others_were_are_the_same_as_those_read_alone()
    {
        byte[] bytes = Recordings.OfController(Recordings.TestPlant(3), 2300);
        CycleCursor again = new(RecordingTests.Open(bytes));
        Random random = new(7);
        for (int n = 0; n < 60; n++)
        {
            int cycle = random.Next(2300);
            CycleCursor alone = new(RecordingTests.Open(bytes));
            Assert.True(again.MoveTo(cycle) && alone.MoveTo(cycle));
            Assert.Equal(Printed(alone), Printed(again));
        }
    }

    private static string Printed(CycleCursor cursor) => Recordings.Print(cursor.Input, cursor.Result);
}
