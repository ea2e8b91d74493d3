namespace Gravistore.Recording.Blocks;

/// <summary>Receives coded blocks from the recorder's thread, in order.</summary>
internal interface IBlockSink
{
    /// <summary>The state before a cycle.</summary>
    void Snapshot(long cycle, ReadOnlySpan<byte> content);

    /// <summary>Some cycles.</summary>
    /// <param name="block">The cycles themselves; only until the call returns.</param>
    /// <param name="content">The same coded.</param>
    void Cycles(CycleBlock block, ReadOnlySpan<byte> content);

    /// <summary>What was true of the plant in the cycles of the last block.</summary>
    /// <param name="firstCycle">The first of them.</param>
    /// <param name="content">Their truth coded.</param>
    void Truth(long firstCycle, ReadOnlySpan<byte> content);

    /// <summary>The recording ends on purpose.</summary>
    /// <param name="cycles">Number of all cycles.</param>
    void End(long cycles);
}
