namespace Gravistore.Runtime.Mailboxes;

/// <summary>A queue of fixed size from one thread to one other. Neither ever waits, nothing is allocated.</summary>
public sealed class Ring<T> where T : struct
{
    private readonly T[] _items;
    private long _written, _read;

    /// <param name="capacity">Items that fit.</param>
    public Ring(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _items = new T[capacity];
    }

    /// <summary>Puts an item in; called by the writing thread.</summary>
    /// <returns>False when the ring is full.</returns>
    public bool TryPut(in T item)
    {
        if (_written - Volatile.Read(ref _read) == _items.Length) return false;
        _items[_written % _items.Length] = item;
        Volatile.Write(ref _written, _written + 1);
        return true;
    }

    /// <summary>Takes the oldest item out; called by the reading thread.</summary>
    /// <returns>False when the ring is empty.</returns>
    public bool TryTake(out T item)
    {
        if (_read == Volatile.Read(ref _written))
        {
            item = default;
            return false;
        }
        item = _items[_read % _items.Length];
        Volatile.Write(ref _read, _read + 1);
        return true;
    }
}
