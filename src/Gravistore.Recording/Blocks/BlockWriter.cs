using Gravistore.Core;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>Writes blocks to a stream, one whole block at a time.</summary>
internal sealed class BlockWriter
{
    private readonly Stream _stream;
    private readonly ByteSink _sink = new(64 * 1024);
    private readonly CycleBlockEncoder _encoder;
    private readonly byte[] _head = new byte[BlockHead.Size];
    private uint _sequence;

    /// <summary>Writes the head of the file and the header, twice.</summary>
    public BlockWriter(Stream stream, RecordingHeader header, RowLayout layout)
    {
        _stream = stream;
        _encoder = new CycleBlockEncoder(layout);
        Span<byte> fileHead = stackalloc byte[FileHead.Size];
        FileHead.Write(fileHead);
        _stream.Write(fileHead);
        for (int i = 0; i < 2; i++)
        {
            header.Write(_sink);
            Write(BlockKind.Header, 0);
        }
    }

    /// <summary>Writes the state before a block, where it has one, and the block.</summary>
    public void Write(CycleBlock block)
    {
        if (block.HasState) Write(block.State, block.FirstCycle);
        if (block.CycleCount == 0) return;
        _encoder.Write(block, _sink);
        Write(BlockKind.Cycles, block.FirstCycle);
    }

    /// <summary>Ends the recording.</summary>
    /// <param name="cycles">Number of all cycles.</param>
    public void End(long cycles)
    {
        Write(BlockKind.End, cycles);
        _stream.Flush();
    }

    private void Write(ControllerState state, long cycle)
    {
        StateSnapshot.Write(state, _sink);
        Write(BlockKind.Snapshot, cycle);
    }

    private void Write(BlockKind kind, long firstCycle)
    {
        new BlockHead(kind, _sequence++, _sink.Count, firstCycle, Crc32C.Of(_sink.Written)).Write(_head);
        _stream.Write(_head);
        _stream.Write(_sink.Written);
        _sink.Clear();
    }
}
