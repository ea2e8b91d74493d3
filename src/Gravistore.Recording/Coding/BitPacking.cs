using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gravistore.Recording.Coding;

/// <summary>Numbers of either sign in groups of 32; each group begins with a byte that says how many bits each of its folded numbers takes, lowest bits first.</summary>
internal static class BitPacking
{
    public const int GroupSize = 32;
    /// <summary>Widest number that eight bytes hold wherever in a byte it begins [bits].</summary>
    private const int MostInOneRead = 57;

    /// <summary>Size of the packed numbers [bytes].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ref ByteSource source, scoped Span<long> values)
    {
        for (int from = 0; from < values.Length; from += GroupSize)
        {
            scoped Span<long> group = values.Slice(from, Math.Min(GroupSize, values.Length - from));
            int width = source.Byte();
            if (width > 64) throw new RecordingFormatException($"numbers of {width} bits");
            ReadOnlySpan<byte> rest = source.Rest, packed = source.Take(Bytes(group.Length, width));
            if (width == 0) group.Clear();
            else if (width <= MostInOneRead && ((group.Length - 1) * width >> 3) + 8 <= rest.Length) ReadNarrow(rest, width, group);
            else ReadGroup(packed, width, group);
        }
    }

    private static ReadOnlySpan<long> Group(ReadOnlySpan<long> values, int from) => values.Slice(from, Math.Min(GroupSize, values.Length - from));

    private static int Bytes(int count, int width) => (count * width + 7) / 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Width(ReadOnlySpan<long> group)
    {
        ulong all = 0;
        int i = 0;
        if (group.Length >= Vector<long>.Count)
        {
            Vector<long> many = Vector<long>.Zero;
            for (; i <= group.Length - Vector<long>.Count; i += Vector<long>.Count)
            {
                Vector<long> values = new(group[i..]);
                many |= Vector.ShiftLeft(values, 1) ^ Vector.ShiftRightArithmetic(values, 63);
            }
            for (int lane = 0; lane < Vector<long>.Count; lane++) all |= (ulong)many[lane];
        }
        for (; i < group.Length; i++) all |= Words.Fold(group[i]);
        return 64 - BitOperations.LeadingZeroCount(all);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    // Each number with one read of eight bytes, which the caller has made sure are there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadNarrow(ReadOnlySpan<byte> from, int width, Span<long> group)
    {
        ulong mask = ulong.MaxValue >> (64 - width);
        ref byte first = ref MemoryMarshal.GetReference(from);
        ref long number = ref MemoryMarshal.GetReference(group);
        ref long end = ref Unsafe.Add(ref number, group.Length);
        for (nuint bit = 0; Unsafe.IsAddressLessThan(ref number, ref end); bit += (nuint)width, number = ref Unsafe.Add(ref number, 1))
        {
            ulong read = Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref first, bit >> 3));
            if (!BitConverter.IsLittleEndian) read = BinaryPrimitives.ReverseEndianness(read);
            number = Words.Unfold(read >> (int)(bit & 7) & mask);
        }
    }

    private static void ReadGroup(ReadOnlySpan<byte> from, int width, Span<long> group)
    {
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
