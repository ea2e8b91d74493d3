using System.Runtime.InteropServices;

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
        int i = 0;
        for (; i + 3 < words.Length; i += 4)
        {
            a = Round(a, words[i]);
            b = Round(b, words[i + 1]);
            c = Round(c, words[i + 2]);
            d = Round(d, words[i + 3]);
        }
        for (; i < words.Length; i++) a = Round(a, words[i]);
        for (int j = words.Length * 8; j < bytes.Length; j++) b = Round(b, bytes[j]);
        ulong hash = ulong.RotateLeft(a, 1) + ulong.RotateLeft(b, 7) + ulong.RotateLeft(c, 12) + ulong.RotateLeft(d, 18);
        hash ^= hash >> 33;
        hash *= Prime2;
        hash ^= hash >> 29;
        return hash;
    }

    private static ulong Round(ulong lane, ulong word) => ulong.RotateLeft(lane + word * Prime2, 31) * Prime1;
}
