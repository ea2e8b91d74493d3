namespace Gravistore.Drivers.Simulated;

/// <summary>One transfer on a simulated bus: so many bytes out, so many in, and whether the chip acknowledged.</summary>
internal static class BusTransfer
{
    /// <summary>Longest transfer in one direction [bytes].</summary>
    public const int MaxBytes = 64;
    private const byte Acknowledged = 0;

    /// <summary>Does it.</summary>
    /// <returns>False when the chip did not acknowledge.</returns>
    /// <exception cref="IOException">The connection has ended.</exception>
    public static bool Do(IoConnection connection, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > MaxBytes || read.Length > MaxBytes) throw new ArgumentException($"a transfer is {MaxBytes} bytes at most");
        Span<byte> request = stackalloc byte[2 + MaxBytes];
        request[0] = (byte)write.Length;
        request[1] = (byte)read.Length;
        write.CopyTo(request[2..]);
        connection.Send(request[..(2 + write.Length)]);
        Span<byte> answer = stackalloc byte[1 + MaxBytes];
        connection.Receive(answer[..(1 + read.Length)]);
        answer[1..(1 + read.Length)].CopyTo(read);
        return answer[0] == Acknowledged;
    }
}
