using System.Buffers.Binary;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording;

/// <summary>The first 16 bytes of a recording: what it is, and the version of its format.</summary>
internal static class FileHead
{
    public const int Size = 16;
    /// <summary>Version of the format that this build writes, and the oldest that it reads.</summary>
    public const uint Version = 2, OldestVersion = 1;
    // The line ends tell a file that was sent as text.
    public static ReadOnlySpan<byte> Mark => [0x89, (byte)'G', (byte)'S', (byte)'R', (byte)'E', (byte)'C', 0x0D, 0x0A];

    public static void Write(Span<byte> to)
    {
        Mark.CopyTo(to);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], Version);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], Crc32C.Of(to[..12]));
    }

    /// <summary>Reads the version; false when the bytes are no head or damaged.</summary>
    public static bool TryRead(ReadOnlySpan<byte> from, out uint version)
    {
        version = 0;
        if (from.Length < Size || !from.StartsWith(Mark) || BinaryPrimitives.ReadUInt32LittleEndian(from[12..]) != Crc32C.Of(from[..12])) return false;
        version = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]);
        return true;
    }
}
