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
        (a, b, c, d) = Avx512DQ.VL.IsSupported ? RoundsAhead(a, b, c, d, words[..whole]) : Rounds(a, b, c, d, words[..whole]);
        for (int i = whole; i < words.Length; i++) a = Round(a, words[i]);
        for (int j = words.Length * 8; j < bytes.Length; j++) b = Round(b, bytes[j]);
        ulong hash = ulong.RotateLeft(a, 1) + ulong.RotateLeft(b, 7) + ulong.RotateLeft(c, 12) + ulong.RotateLeft(d, 18);
        hash ^= hash >> 33;
        hash *= Prime2;
        hash ^= hash >> 29;
        return hash;
    }

    // A lane waits for its own multiplication only, which is quickest one by one. What the words are multiplied with waits for nothing: four at once, a round ahead.
    private static (ulong A, ulong B, ulong C, ulong D) RoundsAhead(ulong a, ulong b, ulong c, ulong d, ReadOnlySpan<ulong> words)
    {
        if (words.IsEmpty) return (a, b, c, d);
        Span<ulong> mixed = stackalloc ulong[4];
        Vector256<ulong> prime2 = Vector256.Create(Prime2), next = Vector256.Create(words) * prime2;
        for (words = words[4..]; words.Length >= 4; words = words[4..])
        {
            next.CopyTo(mixed);
            next = Vector256.Create(words) * prime2;
            (a, b, c, d) = (Turn(a, mixed[0]), Turn(b, mixed[1]), Turn(c, mixed[2]), Turn(d, mixed[3]));
        }
        return (Turn(a, next[0]), Turn(b, next[1]), Turn(c, next[2]), Turn(d, next[3]));
    }

    private static (ulong A, ulong B, ulong C, ulong D) Rounds(ulong a, ulong b, ulong c, ulong d, ReadOnlySpan<ulong> words)
    {
        for (; words.Length >= 4; words = words[4..])
            (a, b, c, d) = (Round(a, words[0]), Round(b, words[1]), Round(c, words[2]), Round(d, words[3]));
        return (a, b, c, d);
    }

    private static ulong Round(ulong lane, ulong word) => Turn(lane, word * Prime2);

    private static ulong Turn(ulong lane, ulong mixed) => ulong.RotateLeft(lane + mixed, 31) * Prime1;
}
