using CsCheck;
using Gravistore.Runtime.Timing;

namespace Gravistore.Runtime.Tests;

public sealed class SlipWatchTests
{
    private const long Cycle = 10_000_000;

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(4_999_999, 0, 1)]
    [InlineData(5_000_000, 1, 2)]
    [InlineData(14_999_999, 1, 2)]
    [InlineData(15_000_000, 2, 3)]
    [InlineData(1_000_000_000, 100, 101)]
    public void Half_a_cycle_late_is_a_slip(long lateNs, long slips, long next)
    {
        SlipWatch watch = new(Cycle, 1000, 100);
        Assert.Equal(next * Cycle, watch.Begin(0, lateNs));
        Assert.Equal(slips, watch.Slips);
    }

    [Fact]
    public void A_late_cycle_is_never_caught_up() => Gen.Long[0, 20 * Cycle].Array[1, 300].Sample(latenesses =>
    {
        SlipWatch watch = new(Cycle, 5, 10);
        long deadline = 0, cycles = 0;
        foreach (long late in latenesses)
        {
            long now = deadline + late;
            deadline = watch.Begin(deadline, now);
            cycles++;
            // On the grid, in the future, and no cycle is run twice: cycles run and cycles slipped make up the time.
            Assert.Equal(0, deadline % Cycle);
            Assert.True(deadline - now >= Cycle / 2 && deadline - now <= Cycle + Cycle / 2);
            Assert.Equal(deadline / Cycle, cycles + watch.Slips);
        }
    });

    [Fact]
    public void Slips_within_the_window_trip_and_slips_apart_do_not()
    {
        SlipWatch apart = new(Cycle, 3, 10), together = new(Cycle, 3, 10);
        for (int i = 0; i < 200; i++)
        {
            apart.Begin(0, i % 5 == 0 ? Cycle : 0);
            together.Begin(0, i % 3 == 0 ? Cycle : 0);
            Assert.False(apart.AsksForTrip);
            Assert.Equal(i >= 6, together.AsksForTrip);
        }
    }

    [Fact]
    public void A_long_freeze_trips_at_once_and_is_forgotten_after_the_trip()
    {
        SlipWatch watch = new(Cycle, 10, 100);
        watch.Begin(0, 100 * Cycle);
        Assert.True(watch.AsksForTrip);
        watch.Forget();
        watch.Begin(0, Cycle);
        Assert.False(watch.AsksForTrip);
    }
}
