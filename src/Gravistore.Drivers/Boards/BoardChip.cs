namespace Gravistore.Drivers.Boards;

/// <summary>
/// One chip, set up and ready to be read. Every call but the last may block for as long as a hung bus does. To let go of it is to close its device and
/// nothing else: some bindings set their chip up once more at their end, which fails or hangs on the very bus that is let go of, and some leave the device open.
/// </summary>
/// <param name="device">The chip's place on its bus.</param>
internal abstract class BoardChip(IDisposable device) : IDisposable
{
    /// <summary>Reads it once.</summary>
    /// <param name="words">Receives the values.</param>
    /// <exception cref="IOException">It does not answer.</exception>
    /// <exception cref="BoardException">Its answer is not to be believed.</exception>
    public abstract void Poll(Span<ushort> words);

    public void Dispose() => device.Dispose();
}
