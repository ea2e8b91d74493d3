using System.Numerics;

namespace Gravistore.Runtime.Timing;

/// <summary>
/// Counts durations in buckets that widen with the duration: exact below 64 ns, within 1/32 above. Of fixed size; adding allocates nothing.
/// One thread adds; another may read meanwhile and sees each count before or after.
/// </summary>
public sealed class TimeHistogram
{
    private const int SubBits = 5, SubBuckets = 1 << SubBits, Exponents = 64 - SubBits;

    private readonly long[] _counts = new long[(Exponents + 1) * SubBuckets];
    private long _count, _maxNs;

    /// <summary>Durations added.</summary>
    public long Count => Volatile.Read(ref _count);
    /// <summary>Longest of them [ns].</summary>
    public long MaxNs => Volatile.Read(ref _maxNs);

    /// <summary>Adds a duration; a negative one counts as 0 [ns].</summary>
    public void Add(long durationNs)
    {
        long ns = Math.Max(0, durationNs);
        _counts[Bucket((ulong)ns)]++;
        if (ns > _maxNs) Volatile.Write(ref _maxNs, ns);
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>A duration that this share of those added does not exceed [us]; 0 when there are none.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double PercentileUs(double share)
    {
        long wanted = (long)Math.Ceiling(share * Count), seen = 0;
        if (wanted == 0) return 0;
        for (int i = 0; i < _counts.Length; i++)
        {
            seen += Volatile.Read(ref _counts[i]);
            if (seen >= wanted) return Math.Min(UpperNs(i), MaxNs) * 1e-3;
        }
        return MaxNs * 1e-3;
    }

    /// <summary>Forgets everything. Called by the thread that adds.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Volatile.Write(ref _maxNs, 0);
        Volatile.Write(ref _count, 0);
    }

    /// <summary>Buckets that hold anything: the longest duration of each [ns] and how many fell in it.</summary>
    public IEnumerable<(long UpToNs, long Count)> Buckets()
    {
        for (int i = 0; i < _counts.Length; i++)
            if (Volatile.Read(ref _counts[i]) is > 0 and long count) yield return ((long)UpperNs(i), count);
    }

    private static int Bucket(ulong ns)
    {
        int bits = 64 - BitOperations.LeadingZeroCount(ns);
        if (bits <= SubBits + 1) return (int)ns;
        int shift = bits - SubBits - 1;
        return (shift << SubBits) + (int)(ns >> shift);
    }

    private static double UpperNs(int bucket)
    {
        if (bucket < 2 * SubBuckets) return bucket;
        int shift = (bucket >> SubBits) - 1;
        ulong low = (ulong)(bucket - (shift << SubBits)) << shift;
        return low + (1UL << shift) - 1;
    }
}
