using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gravistore.Recording.Coding;

/// <summary>CRC-32C (Castagnoli, reflected polynomial 0x82F63B78, start and end inverted), as in iSCSI (RFC 3720).</summary>
internal static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(uint.MaxValue, bytes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte next in bytes) crc = BitOperations.Crc32C(crc, next);
        return crc;
    }
}
