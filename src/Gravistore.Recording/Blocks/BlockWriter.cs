using Gravistore.Recording.Channels;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>Codes blocks, once each, for all that receive them.</summary>
internal sealed class BlockWriter(RowLayout layout, IReadOnlyList<IBlockSink> sinks)
{
    private readonly ByteSink _sink = new(64 * 1024);
    private readonly CycleBlockEncoder _encoder = new(layout);

    /// <summary>Writes the state before a block, where it has one, and the block.</summary>
    public void Write(CycleBlock block)
    {
        if (block.HasState)
        {
            _sink.Clear();
            StateSnapshot.Write(block.State, _sink);
            foreach (IBlockSink sink in sinks) sink.Snapshot(block.FirstCycle, _sink.Written);
        }
        if (block.CycleCount == 0) return;
        _sink.Clear();
        _encoder.Write(block, _sink);
        foreach (IBlockSink sink in sinks) sink.Cycles(block, _sink.Written);
        if (layout.Truth.Length == 0) return;
        _sink.Clear();
        _encoder.WriteTruth(block, _sink);
        foreach (IBlockSink sink in sinks) sink.Truth(block.FirstCycle, _sink.Written);
    }

    /// <summary>Ends the recording.</summary>
    /// <param name="cycles">Number of all cycles.</param>
    public void End(long cycles)
    {
        foreach (IBlockSink sink in sinks) sink.End(cycles);
    }
}
