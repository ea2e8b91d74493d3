namespace Gravistore.Devices;

/// <summary>A meter tells no time: its values are as old as their last change, but not older than the period in which it renews them.</summary>
public sealed class MeterClock
{
    /// <summary>A meter renews its values in this period; values that have not changed for longer may have been renewed unchanged [ns].</summary>
    public const long PeriodNs = 100_000_000;

    private readonly ushort[] _words;
    private long _changedNs;

    /// <param name="blockCount">Registers of the meter's block.</param>
    public MeterClock(int blockCount) => _words = new ushort[blockCount];

    /// <summary>When the meter measured what was read [ns].</summary>
    /// <param name="words">The block as read; empty when there is none.</param>
    /// <param name="takenNs">When it was read [ns].</param>
    public long MeasuredNs(ReadOnlySpan<ushort> words, long takenNs)
    {
        if (words.Length > 0 && !words.SequenceEqual(_words))
        {
            words.CopyTo(_words);
            _changedNs = takenNs;
        }
        return Math.Max(_changedNs, takenNs - PeriodNs);
    }
}
