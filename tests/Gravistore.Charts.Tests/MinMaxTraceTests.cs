using CsCheck;

namespace Gravistore.Charts.Tests;

/// <summary>Thinning loses no peak and is bounded.</summary>
public sealed class MinMaxTraceTests
{
    private static readonly Gen<(double StepS, double Value)[]> Samples =
        Gen.Select(Gen.OneOf(Gen.Double[0, 0.05], Gen.Const(0.01), Gen.Double[0, 30]), Gen.OneOf(Gen.Double[-1000, 1000], Gen.Int[-2, 2].Select(i => (double)i))).Array[1, 600];

    [Fact]
    public void The_least_and_the_greatest_sample_of_every_bucket_survive() => Gen.Select(Samples, Gen.Int[1, 40]).Sample((steps, half) =>
    {
        (MinMaxTrace trace, List<TracePoint> samples) = Record(steps, 2 * half);
        ILookup<long, double> kept = trace.Points().Where(p => double.IsFinite(p.Value)).ToLookup(p => trace.BucketOf(p.TimeS), p => p.Value);
        ILookup<long, double> all = samples.ToLookup(s => trace.BucketOf(s.TimeS), s => s.Value);
        Assert.Equal(all.Select(g => g.Key).Order(), kept.Select(g => g.Key).Order());
        foreach (IGrouping<long, double> bucket in all)
        {
            Assert.Equal(bucket.Min(), kept[bucket.Key].Min());
            Assert.Equal(bucket.Max(), kept[bucket.Key].Max());
        }
    });

    [Fact]
    public void Every_point_is_a_sample_at_its_own_time_in_order_and_there_are_few() => Gen.Select(Samples, Gen.Int[1, 40]).Sample((steps, half) =>
    {
        (MinMaxTrace trace, List<TracePoint> samples) = Record(steps, 2 * half);
        TracePoint[] points = [.. trace.Points().Where(p => double.IsFinite(p.Value))];
        Assert.InRange(points.Length, 1, 4 * half);
        Assert.All(points, p => Assert.Contains(p, samples));
        Assert.Equal(points.OrderBy(p => p.TimeS).Select(p => p.TimeS), points.Select(p => p.TimeS));
    });

    [Fact]
    public void Nothing_is_lost_before_the_buckets_are_full()
    {
        MinMaxTrace trace = new(8, 0, 1);
        for (int i = 0; i < 8; i++) trace.Add(i + 0.5, i % 3);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => new TracePoint(i + 0.5, i % 3)), trace.Points());
        Assert.Equal(1, trace.BucketS);
        trace.Add(8.5, 0);
        Assert.Equal(2, trace.BucketS);
    }

    [Fact]
    public void A_gap_interrupts_the_trace_once()
    {
        MinMaxTrace trace = new(16, 0, 1);
        foreach ((double timeS, double value) in (ReadOnlySpan<(double, double)>)[(0, 1), (1, 2), (2, double.NaN), (2.5, double.NaN), (3, double.NaN), (4, 3)]) trace.Add(timeS, value);
        Assert.Equal([1, 2, double.NaN, 3], trace.Points().Select(p => p.Value));
    }

    [Fact]
    public void An_hour_and_a_half_of_cycles_keeps_one_cycle_long_peak()
    {
        MinMaxTrace trace = new(512, 0, 0.01);
        for (int i = 0; i < 540_000; i++) trace.Add(0.01 * i, i == 123_457 ? 99 : Math.Sin(1e-3 * i));
        TracePoint peak = trace.Points().MaxBy(p => p.Value);
        Assert.Equal(new TracePoint(0.01 * 123_457, 99), peak);
        Assert.InRange(trace.Points().Count, 512, 1024);
    }

    private static (MinMaxTrace Trace, List<TracePoint> Samples) Record((double StepS, double Value)[] steps, int capacity)
    {
        MinMaxTrace trace = new(capacity, 0, 0.01);
        List<TracePoint> samples = [];
        double timeS = 0;
        foreach ((double stepS, double value) in steps)
        {
            samples.Add(new TracePoint(timeS += stepS, value));
            trace.Add(timeS, value);
        }
        return (trace, samples);
    }
}
