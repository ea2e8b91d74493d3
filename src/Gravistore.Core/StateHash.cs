using System.IO.Hashing;

namespace Gravistore.Core;

/// <summary>64-bit chained hash of plain data, equal on every machine of the same byte order: XXH3. It finds differences, not forgeries.</summary>
public static class StateHash
{
    /// <summary>XXH3 of <paramref name="bytes"/> with the hash so far as its seed; 0 for the first.</summary>
    public static ulong Chain(ulong seed, ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes, (long)seed);
}
