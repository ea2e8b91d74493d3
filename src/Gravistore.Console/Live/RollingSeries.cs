namespace Gravistore.Console.Live;

/// <summary>The newest stretch of a signal in buckets of equal length, each with its least and greatest value, so that no peak is lost.</summary>
internal sealed class RollingSeries
{
    private readonly double[] _least, _greatest;
    private readonly long[] _bucket;

    /// <param name="buckets">Buckets kept, 1 or more.</param>
    public RollingSeries(int buckets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buckets, 1);
        (_least, _greatest, _bucket) = (new double[buckets], new double[buckets], new long[buckets]);
        Array.Fill(_bucket, -1);
    }

    /// <summary>Takes a value into a bucket; buckets never go backwards.</summary>
    public void Add(long bucket, double value)
    {
        int slot = (int)(bucket % _bucket.Length);
        bool isNew = _bucket[slot] != bucket;
        _least[slot] = isNew ? value : Math.Min(_least[slot], value);
        _greatest[slot] = isNew ? value : Math.Max(_greatest[slot], value);
        _bucket[slot] = bucket;
    }

    /// <summary>Least and greatest value of some buckets in a row; false when none of them holds a value.</summary>
    /// <param name="from">First bucket.</param>
    /// <param name="to">The bucket behind the last.</param>
    /// <param name="least">Least value.</param>
    /// <param name="greatest">Greatest value.</param>
    public bool TryGet(long from, long to, out double least, out double greatest)
    {
        (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (long bucket = Math.Max(0, Math.Max(from, to - _bucket.Length)); bucket < to; bucket++)
        {
            int slot = (int)(bucket % _bucket.Length);
            if (_bucket[slot] != bucket) continue;
            least = Math.Min(least, _least[slot]);
            greatest = Math.Max(greatest, _greatest[slot]);
        }
        return least <= greatest;
    }
}
