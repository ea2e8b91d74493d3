using System.Buffers.Binary;

namespace Gravistore.Protocol.Frames;

/// <summary>
/// Cuts a stream of bytes into frames: four bytes of length, most significant first, then as many bytes of payload. Holds one frame of the greatest
/// length and never grows; a length that is none ends the connection, since nothing after it can be trusted.
/// </summary>
public sealed class FrameReader
{
    /// <summary>Bytes before a payload.</summary>
    public const int HeadBytes = 4;

    private readonly byte[] _buffer;
    private readonly int _maxBytes;
    private int _start, _end;

    /// <param name="maxBytes">Largest payload [bytes].</param>
    public FrameReader(int maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        _maxBytes = maxBytes;
        _buffer = new byte[HeadBytes + maxBytes];
    }

    /// <summary>Room for bytes that were received; never empty after every whole frame was taken.</summary>
    public Memory<byte> Room
    {
        get
        {
            if (_start > 0) MoveToFront();
            return _buffer.AsMemory(_end);
        }
    }

    /// <summary>So many bytes of <see cref="Room"/> have been filled.</summary>
    public void Filled(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _end);
        _end += count;
    }

    /// <summary>True when bytes of a frame are here that is not whole yet.</summary>
    public bool HasRest => _end > _start;

    /// <summary>Takes the next whole frame.</summary>
    /// <param name="payload">Its payload, valid until <see cref="Room"/> is asked for.</param>
    /// <returns>False while no whole frame is here.</returns>
    /// <exception cref="ProtocolException">A frame is empty or longer than allowed.</exception>
    public bool TryTake(out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (_end - _start < HeadBytes) return false;
        uint length = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_start));
        if (length == 0) throw new ProtocolException("a frame is empty");
        if (length > _maxBytes) throw new ProtocolException($"a frame says that it has {length} bytes; allowed: at most {_maxBytes}");
        if (_end - _start - HeadBytes < (int)length) return false;
        payload = _buffer.AsMemory(_start + HeadBytes, (int)length);
        _start += HeadBytes + (int)length;
        return true;
    }

    /// <summary>Forgets what is here: another stream begins.</summary>
    public void Clear() => _start = _end = 0;

    private void MoveToFront()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
    }
}
