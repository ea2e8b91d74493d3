using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Gravistore.Recording.Coding;

/// <summary>Bytes being read; every step is checked against their end.</summary>
internal ref struct ByteSource(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }
    public readonly bool AtEnd => Position == _bytes.Length;

    public byte Byte() => Position < _bytes.Length ? _bytes[Position++] : throw TooShort(1);

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public double Float64() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>A number from 0 to <paramref name="greatest"/>.</summary>
    public int Count(int greatest)
    {
        uint count = UInt32();
        return count <= (uint)greatest ? (int)count : throw new RecordingFormatException($"a count of {count} where at most {greatest} can be");
    }

    public string Text()
    {
        ReadOnlySpan<byte> text = Take(Count(_bytes.Length));
        return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw new RecordingFormatException("a text that is not UTF-8");
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new RecordingFormatException("a number of more than ten bytes");
    }

    /// <summary>All bytes from here on; nothing is taken.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[Position..];

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _bytes.Length - Position) throw TooShort(count);
        ReadOnlySpan<byte> taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }

    private readonly RecordingFormatException TooShort(int count) => new($"{count} bytes wanted at {Position} of {_bytes.Length}");
}
