using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Gravistore.Recording.Coding;

/// <summary>Bytes being written; little-endian; grows when it must and keeps its room.</summary>
internal sealed class ByteSink(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Count { get; private set; }
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Byte(int value) => Room(1)[0] = (byte)value;

    public void UInt16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Room(2), checked((ushort)value));

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Room(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>UTF-8 with its length before it.</summary>
    public void Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        UInt32((uint)length);
        Encoding.UTF8.GetBytes(text, Room(length));
    }

    /// <summary>Seven bits a byte, lowest first, the top bit says that more follow.</summary>
    public void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) Byte((int)(value & 0x7F) | 0x80);
        Byte((int)value);
    }

    /// <summary>Bytes that <see cref="Varint"/> takes.</summary>
    public static int VarintSize(ulong value) => (70 - BitOperations.LeadingZeroCount(value | 1)) / 7;

    /// <summary>The next <paramref name="count"/> bytes, to be filled by the caller; their old content is undefined.</summary>
    public Span<byte> Room(int count)
    {
        if (_bytes.Length - Count < count) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Count + count));
        Span<byte> room = _bytes.AsSpan(Count, count);
        Count += count;
        return room;
    }
}
