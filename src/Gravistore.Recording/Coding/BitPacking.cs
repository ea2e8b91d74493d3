using System.Buffers.Binary;
using System.Numerics;

namespace Gravistore.Recording.Coding;

/// <summary>Numbers of either sign in groups of 32; each group begins with a byte that says how many bits each of its folded numbers takes, lowest bits first.</summary>
internal static class BitPacking
{
    public const int GroupSize = 32;

    /// <summary>Size of the packed numbers [bytes].</summary>
    public static int Size(ReadOnlySpan<long> values)
    {
        int size = 0;
        for (int from = 0; from < values.Length; from += GroupSize)
        {
            ReadOnlySpan<long> group = Group(values, from);
            size += 1 + Bytes(group.Length, Width(group));
        }
        return size;
    }

    public static void Write(ReadOnlySpan<long> values, ByteSink sink)
    {
        for (int from = 0; from < values.Length; from += GroupSize)
        {
            ReadOnlySpan<long> group = Group(values, from);
            int width = Width(group);
            sink.Byte(width);
            WriteGroup(group, width, sink.Room(Bytes(group.Length, width)));
        }
    }

    /// <exception cref="RecordingFormatException">The bytes end too early, or a width is above 64.</exception>
    public static void Read(ref ByteSource source, scoped Span<long> values)
    {
        for (int from = 0; from < values.Length; from += GroupSize)
        {
            scoped Span<long> group = values.Slice(from, Math.Min(GroupSize, values.Length - from));
            int width = source.Byte();
            if (width > 64) throw new RecordingFormatException($"numbers of {width} bits");
            ReadGroup(source.Take(Bytes(group.Length, width)), width, group);
        }
    }

    private static ReadOnlySpan<long> Group(ReadOnlySpan<long> values, int from) => values.Slice(from, Math.Min(GroupSize, values.Length - from));

    private static int Bytes(int count, int width) => (count * width + 7) / 8;

    private static int Width(ReadOnlySpan<long> group)
    {
        ulong all = 0;
        foreach (long value in group) all |= Words.Fold(value);
        return 64 - BitOperations.LeadingZeroCount(all);
    }

    private static void WriteGroup(ReadOnlySpan<long> group, int width, Span<byte> to)
    {
        ulong pending = 0;
        int bits = 0;
        foreach (long value in group)
        {
            ulong folded = Words.Fold(value);
            pending |= folded << bits;
            bits += width;
            if (bits < 64) continue;
            BinaryPrimitives.WriteUInt64LittleEndian(to, pending);
            to = to[8..];
            bits -= 64;
            pending = bits == 0 ? 0 : folded >> (width - bits);
        }
        for (int i = 0; bits > 0; bits -= 8, pending >>= 8) to[i++] = (byte)pending;
    }

    private static void ReadGroup(ReadOnlySpan<byte> from, int width, Span<long> group)
    {
        if (width == 0)
        {
            group.Clear();
            return;
        }
        ulong mask = ulong.MaxValue >> (64 - width);
        for (int i = 0, bit = 0; i < group.Length; i++, bit += width) group[i] = Words.Unfold(Bits(from, bit) & mask);
    }

    // The 64 bits from a place on; beyond the end are zeros.
    private static ulong Bits(ReadOnlySpan<byte> from, int bit)
    {
        int at = bit >> 3, shift = bit & 7;
        if (at + 9 > from.Length) return BitsNearEnd(from[at..], shift);
        ulong low = BinaryPrimitives.ReadUInt64LittleEndian(from[at..]);
        return shift == 0 ? low : low >> shift | (ulong)from[at + 8] << (64 - shift);
    }

    private static ulong BitsNearEnd(ReadOnlySpan<byte> from, int shift)
    {
        UInt128 bits = 0;
        for (int i = 0; i < from.Length && i < 9; i++) bits |= (UInt128)from[i] << (8 * i);
        return (ulong)(bits >> shift);
    }
}
