using System.Buffers.Binary;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>The 32 bytes before a block's content.</summary>
/// <param name="Kind">What the block holds.</param>
/// <param name="Sequence">Number of the block from 0: a gap shows what was lost.</param>
/// <param name="Length">Length of the content [bytes].</param>
/// <param name="FirstCycle">Number of its first cycle from 0; of a snapshot the cycle that begins with it.</param>
/// <param name="ContentCrc">CRC-32C of the content.</param>
internal readonly record struct BlockHead(BlockKind Kind, uint Sequence, int Length, long FirstCycle, uint ContentCrc)
{
    public const int Size = 32;
    /// <summary>Longest content of a block [bytes].</summary>
    public const int MaxLength = 64 * 1024 * 1024;
    /// <summary>The bytes that every block begins with: 0xB1 'G' 'S' 'B'.</summary>
    public static ReadOnlySpan<byte> Mark => [0xB1, (byte)'G', (byte)'S', (byte)'B'];

    private const int CrcAt = Size - 4;

    public void Write(Span<byte> to)
    {
        Mark.CopyTo(to);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], (ushort)Kind);
        BinaryPrimitives.WriteUInt16LittleEndian(to[6..], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], Length);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], FirstCycle);
        BinaryPrimitives.WriteUInt32LittleEndian(to[24..], ContentCrc);
        BinaryPrimitives.WriteUInt32LittleEndian(to[CrcAt..], Crc32C.Of(to[..CrcAt]));
    }

    /// <summary>Reads a head; false when mark, length or CRC say that this is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> from, out BlockHead head)
    {
        head = default;
        if (from.Length < Size || !from.StartsWith(Mark)) return false;
        if (BinaryPrimitives.ReadUInt32LittleEndian(from[CrcAt..]) != Crc32C.Of(from[..CrcAt])) return false;
        head = new BlockHead(
            (BlockKind)BinaryPrimitives.ReadUInt16LittleEndian(from[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(from[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[12..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(from[24..]));
        return head.Length is >= 0 and <= MaxLength && head.FirstCycle >= 0;
    }
}
