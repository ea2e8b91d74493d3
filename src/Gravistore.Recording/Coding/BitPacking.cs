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
        UInt128 pending = 0;
        int bits = 0, at = 0;
        foreach (long value in group)
        {
            pending |= (UInt128)Words.Fold(value) << bits;
            for (bits += width; bits >= 8; bits -= 8, pending >>= 8) to[at++] = (byte)pending;
        }
        if (bits > 0) to[at] = (byte)pending;
    }

    private static void ReadGroup(ReadOnlySpan<byte> from, int width, Span<long> group)
    {
        if (width == 0)
        {
            group.Clear();
            return;
        }
        ulong mask = ulong.MaxValue >> (64 - width);
        UInt128 pending = 0;
        int bits = 0, at = 0;
        for (int i = 0; i < group.Length; i++)
        {
            for (; bits < width; bits += 8) pending |= (UInt128)from[at++] << bits;
            group[i] = Words.Unfold((ulong)pending & mask);
            pending >>= width;
            bits -= width;
        }
    }
}
