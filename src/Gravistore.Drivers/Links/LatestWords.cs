namespace Gravistore.Drivers.Links;

/// <summary>
/// A mailbox of one telegram between two threads: the writer never waits and replaces what was not taken, the reader gets the newest, whole.
/// Three buffers, of which writer and reader own one each; nothing is allocated after construction.
/// </summary>
internal sealed class LatestWords
{
    private const int Fresh = 4, Index = 3;

    private readonly ushort[][] _words;
    private readonly long[] _stampNs = new long[3];
    private int _back, _front = 1, _shared = 2;

    /// <param name="count">Registers of a telegram.</param>
    public LatestWords(int count) => _words = [new ushort[count], new ushort[count], new ushort[count]];

    /// <summary>The writer's buffer.</summary>
    public Span<ushort> Back => _words[_back];

    /// <summary>The reader's telegram; all of it zeros before the first.</summary>
    public ushort[] Front => _words[_front];

    /// <summary>The time given with the reader's telegram [ns]; 0 before the first.</summary>
    public long FrontStampNs => _stampNs[_front];

    /// <summary>The reader's telegram, or nothing before the first.</summary>
    public ReadOnlySpan<ushort> FrontOrNone => FrontStampNs == 0 ? [] : Front;

    /// <summary>Posts the writer's buffer.</summary>
    /// <param name="stampNs">Its time [ns], not 0.</param>
    public void Publish(long stampNs)
    {
        _stampNs[_back] = stampNs;
        _back = Interlocked.Exchange(ref _shared, _back | Fresh) & Index;
    }

    /// <summary>Takes the newest telegram; false when there is none since the last time.</summary>
    public bool Take()
    {
        if ((Volatile.Read(ref _shared) & Fresh) == 0) return false;
        _front = Interlocked.Exchange(ref _shared, _front) & Index;
        return true;
    }
}
