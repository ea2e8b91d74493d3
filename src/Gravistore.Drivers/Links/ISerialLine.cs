namespace Gravistore.Drivers.Links;

/// <summary>A serial port as the framing sees it: tests put a line of their own there.</summary>
internal interface ISerialLine : IDisposable
{
    /// <summary>Reads what is there, waiting for a first byte.</summary>
    /// <returns>How many came; 0 when none did in time.</returns>
    int Read(Span<byte> buffer, long patienceNs);

    /// <summary>Sends bytes.</summary>
    void Write(ReadOnlySpan<byte> bytes, long patienceNs);

    /// <summary>Forgets what was received and not read, and on request what was not sent yet.</summary>
    void Flush(bool unsent);
}
