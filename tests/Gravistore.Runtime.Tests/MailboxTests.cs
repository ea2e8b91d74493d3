using Gravistore.Runtime.Mailboxes;

namespace Gravistore.Runtime.Tests;

public sealed class MailboxTests
{
    private const int Many = 200_000;

    [Fact]
    public void A_ring_is_full_at_its_capacity_and_empty_at_none()
    {
        Ring<int> ring = new(3);
        Assert.False(ring.TryTake(out _));
        for (int i = 0; i < 3; i++) Assert.True(ring.TryPut(i));
        Assert.False(ring.TryPut(3));
        for (int i = 0; i < 3; i++) Assert.True(ring.TryTake(out int item) && item == i);
        Assert.False(ring.TryTake(out _));
    }

    [Fact]
    public void Between_two_threads_a_ring_loses_nothing_and_keeps_the_order()
    {
        Ring<long> ring = new(7);
        Thread writer = new(() =>
        {
            for (long i = 0; i < Many;)
                if (ring.TryPut(i)) i++;
                else Thread.Yield();
        });
        writer.Start();
        for (long expected = 0; expected < Many;)
        {
            if (!ring.TryTake(out long item)) Thread.Yield();
            else Assert.Equal(expected++, item);
        }
        writer.Join();
    }

    [Fact]
    public void The_latest_value_is_never_torn_and_never_goes_back()
    {
        Latest<long[]> latest = new(() => new long[64]);
        Thread writer = new(() =>
        {
            for (long i = 1; i <= Many; i++)
            {
                Array.Fill(latest.Writing, i);
                latest.Publish();
            }
        });
        writer.Start();
        long last = 0;
        while (last < Many)
        {
            if (!latest.Refresh()) continue;
            long value = latest.Reading[0];
            Assert.All(latest.Reading, v => Assert.Equal(value, v));
            Assert.True(value > last);
            last = value;
        }
        writer.Join();
        Assert.False(latest.Refresh());
    }
}
