using Gravistore.Drivers.Links;

namespace Gravistore.Drivers.Tests;

/// <summary>The mailbox of one telegram.</summary>
public sealed class LatestWordsTests
{
    private static void Post(LatestWords box, ushort value, long stampNs)
    {
        box.Back.Fill(value);
        box.Publish(stampNs);
    }

    [Fact]
    public void Nothing_was_received_before_the_first()
    {
        LatestWords box = new(3);
        Assert.False(box.Take());
        Assert.True(box.FrontOrNone.IsEmpty);
        Assert.Equal(0, box.FrontStampNs);
    }

    [Fact]
    public void The_newest_replaces_what_was_not_taken_and_stays_until_the_next()
    {
        LatestWords box = new(3);
        Post(box, 1, 10);
        Post(box, 2, 20);
        Assert.True(box.Take());
        Assert.Equal([2, 2, 2], box.Front);
        Assert.Equal(20, box.FrontStampNs);
        Assert.False(box.Take());
        Assert.Equal([2, 2, 2], box.FrontOrNone.ToArray());
        Post(box, 3, 30);
        Assert.Equal([2, 2, 2], box.Front);
        Assert.True(box.Take());
        Assert.Equal([3, 3, 3], box.Front);
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_telegram_nor_an_older_one()
    {
        const int Last = 200_000;
        LatestWords box = new(8);
        Task writer = Task.Run(() =>
        {
            for (int i = 1; i <= Last; i++) Post(box, unchecked((ushort)i), i);
        });
        long seen = 0;
        while (seen < Last)
        {
            if (!box.Take())
            {
                if (writer.IsCompleted && !box.Take()) break;
                continue;
            }
            Assert.True(box.FrontStampNs > seen);
            seen = box.FrontStampNs;
            Assert.All(box.Front, word => Assert.Equal(unchecked((ushort)seen), word));
        }
        await writer;
        Assert.Equal(Last, box.FrontStampNs);
    }

    [Fact]
    public void Posting_and_taking_allocates_nothing()
    {
        LatestWords box = new(8);
        Post(box, 1, 1);
        box.Take();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 2; i < 1000; i++)
        {
            Post(box, 7, i);
            box.Take();
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
