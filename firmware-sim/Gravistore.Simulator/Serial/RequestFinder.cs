namespace Gravistore.Simulator.Serial;

/// <summary>Whole requests among the bytes of a line: by function, expected length and checksum, whatever noise is between them.</summary>
internal static class RequestFinder
{
    public const int MaxLength = 256, UnitAt = 0, FunctionAt = 1;
    private const int Shortest = 8, ManyCountAt = 6, ReadWriteCountAt = 10, ManyOverhead = 9, ReadWriteOverhead = 13;

    /// <summary>Finds the first one.</summary>
    /// <param name="bytes">What came.</param>
    /// <returns>Where it is; length 0 when there is none, or none that is whole.</returns>
    public static (int Start, int Length) Find(ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; at + Shortest <= bytes.Length; at++)
        {
            int length = LengthOf(bytes[at..]);
            if (length > 0 && at + length <= bytes.Length && Checksum(bytes.Slice(at, length - 2)) == (bytes[at + length - 2] | (bytes[at + length - 1] << 8))) return (at, length);
        }
        return (0, 0);
    }

    /// <summary>CRC-16 of the serial line specification, bit by bit.</summary>
    public static int Checksum(ReadOnlySpan<byte> bytes)
    {
        int crc = 0xFFFF;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                bool carry = (crc & 1) == 1;
                crc >>= 1;
                if (carry) crc ^= 0xA001;
            }
        }
        return crc;
    }

    /// <summary>A frame of unit and protocol data unit, with its checksum.</summary>
    public static byte[] Frame(params ReadOnlySpan<byte> body)
    {
        int crc = Checksum(body);
        return [.. body, (byte)crc, (byte)(crc >> 8)];
    }

    private static int LengthOf(ReadOnlySpan<byte> start) => start[FunctionAt] switch
    {
        3 or 4 or 6 => Shortest,
        16 => ManyOverhead + start[ManyCountAt],
        23 => start.Length > ReadWriteCountAt ? ReadWriteOverhead + start[ReadWriteCountAt] : 0,
        _ => 0,
    };
}
