using System.Buffers.Binary;

namespace Gravistore.Drivers.Links;

/// <summary>
/// What one request on a serial line is answered with, and where in the bytes received that answer is. Nothing but silence marks a frame's end, and
/// adapters do not keep silences apart: the answer is known by unit, function, its own count or address, its expected length and its checksum
/// (Modbus over serial line 2.5.1, Modbus application protocol 6).
/// </summary>
internal static class RtuFrame
{
    /// <summary>Longest frame, and bytes of its checksum.</summary>
    public const int MaxLength = 256, ChecksumLength = 2;
    private const int RefusalLength = 5, EchoedLength = 8, ReadOverhead = 5;
    private const byte ErrorBit = 0x80, ReadHolding = 3, ReadInput = 4, WriteOne = 6, WriteMany = 16, ReadWrite = 23;
    private const ushort Polynomial = 0xA001;

    private static readonly ushort[] Table = MakeTable();

    /// <summary>Checksum of bytes; the low byte goes first on the line.</summary>
    public static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        ushort crc = ushort.MaxValue;
        foreach (byte b in bytes) crc = (ushort)((crc >> 8) ^ Table[(crc ^ b) & 0xFF]);
        return crc;
    }

    /// <summary>True for a frame whose last two bytes are its checksum.</summary>
    public static bool IsSound(ReadOnlySpan<byte> frame) =>
        frame.Length > ChecksumLength + 1 && BinaryPrimitives.ReadUInt16LittleEndian(frame[^ChecksumLength..]) == Checksum(frame[..^ChecksumLength]);

    /// <summary>Bytes of the good answer to a request.</summary>
    /// <param name="request">The whole request.</param>
    /// <exception cref="NotSupportedException">The function is none of those in use.</exception>
    public static int AnswerLength(ReadOnlySpan<byte> request) => request[1] switch
    {
        ReadHolding or ReadInput or ReadWrite => ReadOverhead + 2 * BinaryPrimitives.ReadUInt16BigEndian(request[4..]),
        WriteOne or WriteMany => EchoedLength,
        _ => throw new NotSupportedException($"function {request[1]} is not used on serial lines here"),
    };

    /// <summary>Finds the answer, good or a refusal, among what was received; noise before and behind it is passed over.</summary>
    /// <param name="request">The whole request.</param>
    /// <param name="received">Everything received since.</param>
    /// <returns>Where it is; empty when it is not there, or not whole yet.</returns>
    public static (int Start, int Length) Find(ReadOnlySpan<byte> request, ReadOnlySpan<byte> received)
    {
        int length = AnswerLength(request);
        for (int at = 0; at + RefusalLength <= received.Length; at++)
        {
            ReadOnlySpan<byte> rest = received[at..];
            if (rest.Length >= length && IsAnswer(request, rest[..length])) return (at, length);
            if (IsRefusal(request, rest[..RefusalLength])) return (at, RefusalLength);
        }
        return (0, 0);
    }

    private static bool IsAnswer(ReadOnlySpan<byte> request, ReadOnlySpan<byte> frame)
    {
        if (frame[0] != request[0] || frame[1] != request[1]) return false;
        bool fits = request[1] is WriteOne or WriteMany ? frame[2..6].SequenceEqual(request[2..6]) : frame[2] == frame.Length - ReadOverhead;
        return fits && IsSound(frame);
    }

    private static bool IsRefusal(ReadOnlySpan<byte> request, ReadOnlySpan<byte> frame) =>
        frame[0] == request[0] && frame[1] == (request[1] | ErrorBit) && IsSound(frame);

    private static ushort[] MakeTable()
    {
        ushort[] table = new ushort[256];
        for (int i = 0; i < table.Length; i++)
        {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            table[i] = (ushort)crc;
        }
        return table;
    }
}
