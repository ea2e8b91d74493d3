namespace Gravistore.Charts;

/// <summary>One point of a trace.</summary>
/// <param name="TimeS">When [s].</param>
/// <param name="Value">Value; not a number where the trace is interrupted.</param>
public readonly record struct TracePoint(double TimeS, double Value);

/// <summary>
/// A trace thinned while it is recorded. Time is divided into buckets as long as one another; of each bucket the least and the greatest sample are kept with
/// their own times, so that no peak is lost however long the run. When the buckets are full, neighbours are joined in pairs and each bucket is twice as long.
/// Memory is bounded, nothing is allocated while recording.
/// </summary>
public sealed class MinMaxTrace
{
    private struct Bucket
    {
        public double MinTimeS, Min, MaxTimeS, Max;
        public bool Filled;
    }

    private readonly Bucket[] _buckets;
    private readonly double _startS;
    private double _widthS;
    private int _last = -1;

    /// <param name="capacity">Most buckets, even; a trace has at most twice as many points and, once joined, at least half as many buckets in use.</param>
    /// <param name="startS">Time before which no sample comes [s].</param>
    /// <param name="widthS">Length of a bucket at first [s].</param>
    public MinMaxTrace(int capacity, double startS, double widthS)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(capacity % 2, 0, nameof(capacity));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(widthS);
        _buckets = new Bucket[capacity];
        _startS = startS;
        _widthS = widthS;
    }

    /// <summary>Length of a bucket now [s].</summary>
    public double BucketS => _widthS;

    /// <summary>Bucket that a time lies in.</summary>
    public long BucketOf(double timeS) => (long)Math.Floor((timeS - _startS) / _widthS);

    /// <summary>Takes a sample. Times do not decrease; a value that is no number leaves a gap.</summary>
    public void Add(double timeS, double value)
    {
        long index = Math.Max(0, BucketOf(timeS));
        for (; index >= _buckets.Length; index = Math.Max(0, BucketOf(timeS))) Join();
        _last = Math.Max(_last, (int)index);
        if (double.IsFinite(value)) Put(ref _buckets[index], timeS, value);
    }

    /// <summary>The points kept, in order of time; an interruption is one point without a value.</summary>
    public IReadOnlyList<TracePoint> Points()
    {
        List<TracePoint> points = [];
        bool interrupted = false;
        for (int i = 0; i <= _last; i++)
        {
            ref readonly Bucket bucket = ref _buckets[i];
            if (!bucket.Filled)
            {
                interrupted = points.Count > 0;
                continue;
            }
            if (interrupted) points.Add(new TracePoint(_startS + i * _widthS, double.NaN));
            interrupted = false;
            AddPoints(points, bucket);
        }
        return points;
    }

    private static void AddPoints(List<TracePoint> points, in Bucket bucket)
    {
        TracePoint min = new(bucket.MinTimeS, bucket.Min), max = new(bucket.MaxTimeS, bucket.Max);
        points.Add(min.TimeS <= max.TimeS ? min : max);
        if (min.Value != max.Value) points.Add(min.TimeS <= max.TimeS ? max : min);
    }

    private void Join()
    {
        for (int i = 0; i < _buckets.Length / 2; i++) _buckets[i] = Joined(_buckets[2 * i], _buckets[2 * i + 1]);
        Array.Clear(_buckets, _buckets.Length / 2, _buckets.Length / 2);
        _widthS *= 2;
        _last /= 2;
    }

    private static Bucket Joined(in Bucket first, in Bucket second)
    {
        if (!first.Filled) return second;
        if (!second.Filled) return first;
        Bucket both = first;
        if (second.Min < first.Min) (both.Min, both.MinTimeS) = (second.Min, second.MinTimeS);
        if (second.Max > first.Max) (both.Max, both.MaxTimeS) = (second.Max, second.MaxTimeS);
        return both;
    }

    private static void Put(ref Bucket bucket, double timeS, double value)
    {
        if (!bucket.Filled || value < bucket.Min) (bucket.Min, bucket.MinTimeS) = (value, timeS);
        if (!bucket.Filled || value > bucket.Max) (bucket.Max, bucket.MaxTimeS) = (value, timeS);
        bucket.Filled = true;
    }
}
