namespace Gravistore.Drivers.Links;

/// <summary>Durations of round trips: written by one thread, read by any; a reader may miss the last one. Nothing is allocated after construction.</summary>
internal sealed class RoundTripMeter
{
    /// <summary>Buckets of 1 us up to 2 ms, then of 50 us up to 100 ms; what is longer counts there.</summary>
    private const int FineUs = 2000, CoarseUs = 50, LongestUs = 100_000, NsPerUs = 1000;

    private readonly int[] _counts = new int[FineUs + (LongestUs - FineUs) / CoarseUs + 1];

    /// <summary>Round trips so far.</summary>
    public long Count { get; private set; }

    public void Add(long durationNs)
    {
        long us = durationNs / NsPerUs;
        long bucket = us < FineUs ? us : Math.Min(FineUs + (us - FineUs) / CoarseUs, _counts.Length - 1);
        _counts[Math.Max(0, bucket)]++;
        Count++;
    }

    /// <summary>The duration that a share of all round trips does not exceed [us]; 0 without any.</summary>
    public double QuantileUs(double share)
    {
        long wanted = (long)Math.Ceiling(share * Count), seen = 0;
        for (int i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= wanted && seen > 0) return i < FineUs ? i + 1 : FineUs + (i - FineUs + 1) * CoarseUs;
        }
        return 0;
    }
}
