namespace Gravistore.Drivers.Boards;

/// <summary>One chip, set up and ready to be read. Every call may block for as long as a hung bus does.</summary>
internal abstract class BoardChip : IDisposable
{
    /// <summary>Reads it once.</summary>
    /// <param name="words">Receives the values.</param>
    /// <exception cref="IOException">It does not answer.</exception>
    /// <exception cref="BoardException">Its answer is not to be believed.</exception>
    public abstract void Poll(Span<ushort> words);

    public abstract void Dispose();
}
