using CsCheck;
using Gravistore.Runtime.Timing;

namespace Gravistore.Runtime.Tests;

public sealed class TimeHistogramTests
{
    [Fact]
    public void Percentiles_are_within_3_percent_of_the_sorted_durations() =>
        Gen.Select(Gen.Int[0, 40].SelectMany(bits => Gen.Long[0, 1L << bits]).Array[1, 200], Gen.Double[0.01, 1]).Sample((durations, share) =>
        {
            TimeHistogram histogram = new();
            foreach (long ns in durations) histogram.Add(ns);
            long exact = durations.Order().ElementAt((int)Math.Ceiling(share * durations.Length) - 1);
            Assert.InRange(histogram.PercentileUs(share) * 1000, exact - 1e-3, exact * (1 + 1.0 / 32) + 1e-3);
            Assert.Equal(durations.Max(), histogram.MaxNs);
            Assert.Equal(durations.Length, histogram.Buckets().Sum(b => b.Count));
        });

    [Fact]
    public void Extremes_have_a_bucket()
    {
        TimeHistogram histogram = new();
        histogram.Add(-5);
        histogram.Add(long.MaxValue);
        Assert.Equal(0, histogram.PercentileUs(0.5));
        Assert.Equal(long.MaxValue, histogram.MaxNs);
        histogram.Clear();
        Assert.Equal(0, histogram.PercentileUs(1));
        Assert.Empty(histogram.Buckets());
    }
}
