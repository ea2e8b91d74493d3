using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gravistore.Core;

/// <summary>
/// 64-bit chained hash of plain data, equal on every machine of the same byte order.
/// Four lanes keep the multiplier busy; not cryptographic: it finds differences, not forgeries.
/// </summary>
public static class StateHash
{
    private const ulong Prime1 = 0x9E3779B185EBCA87UL;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4FUL;

    /// <summary>Hash of <paramref name="bytes"/> chained onto <paramref name="seed"/>.</summary>
    public static ulong Chain(ulong seed, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        ulong a = seed + Prime1, b = seed ^ Prime2, c = seed, d = seed - Prime1;
        int whole = words.Length & ~3;
        // The same four lanes side by side, where one instruction multiplies them all.
        if (Avx512DQ.VL.IsSupported)
        {
            Vector256<ulong> lanes = Rounds(Vector256.Create(a, b, c, d), words[..whole]);
            (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3]);
        }
        else Rounds(ref a, ref b, ref c, ref d, words[..whole]);
        for (int i = whole; i < words.Length; i++) a = Round(a, words[i]);
        for (int j = words.Length * 8; j < bytes.Length; j++) b = Round(b, bytes[j]);
        ulong hash = ulong.RotateLeft(a, 1) + ulong.RotateLeft(b, 7) + ulong.RotateLeft(c, 12) + ulong.RotateLeft(d, 18);
        hash ^= hash >> 33;
        hash *= Prime2;
        hash ^= hash >> 29;
        return hash;
    }

    private static Vector256<ulong> Rounds(Vector256<ulong> lanes, ReadOnlySpan<ulong> words)
    {
        Vector256<ulong> prime1 = Vector256.Create(Prime1), prime2 = Vector256.Create(Prime2);
        for (; words.Length >= 4; words = words[4..]) lanes = Avx512F.VL.RotateLeft(lanes + Vector256.Create(words) * prime2, 31) * prime1;
        return lanes;
    }

    private static void Rounds(ref ulong a, ref ulong b, ref ulong c, ref ulong d, ReadOnlySpan<ulong> words)
    {
        for (; words.Length >= 4; words = words[4..])
        {
            a = Round(a, words[0]);
            b = Round(b, words[1]);
            c = Round(c, words[2]);
            d = Round(d, words[3]);
        }
    }

    private static ulong Round(ulong lane, ulong word) => ulong.RotateLeft(lane + word * Prime2, 31) * Prime1;
}
