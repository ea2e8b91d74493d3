namespace Gravistore.Runtime.Mailboxes;

/// <summary>
/// The newest value of something large, from one thread to one other, by three copies that change hands: one is written, one is read, one is the newest.
/// Neither thread ever waits, nothing is allocated, and no value is read while it is written.
/// </summary>
public sealed class Latest<T> where T : class
{
    private const int FreshBit = 4, IndexBits = 3;

    private readonly T[] _copies;
    private int _writing, _reading = 2, _between = 1;

    /// <param name="make">Makes a copy to be written; called three times.</param>
    public Latest(Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        _copies = [make(), make(), make()];
    }

    /// <summary>The copy that the writing thread may change.</summary>
    public T Writing => _copies[_writing];

    /// <summary>Makes it the newest.</summary>
    public void Publish() => _writing = Interlocked.Exchange(ref _between, _writing | FreshBit) & IndexBits;

    /// <summary>Moves the newest to <see cref="Reading"/>; called by the reading thread.</summary>
    /// <returns>False when nothing was published since.</returns>
    public bool Refresh()
    {
        if ((Volatile.Read(ref _between) & FreshBit) == 0) return false;
        _reading = Interlocked.Exchange(ref _between, _reading) & IndexBits;
        return true;
    }

    /// <summary>The copy that the reading thread may look at until it refreshes again.</summary>
    public T Reading => _copies[_reading];
}
