using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>Writes blocks to a stream, one whole block at a time, and numbers them.</summary>
internal sealed class BlockFile : IBlockSink
{
    private readonly Stream _stream;
    private readonly byte[] _head = new byte[BlockHead.Size];
    private uint _sequence;

    /// <summary>Writes the head of the file and the header, twice.</summary>
    public BlockFile(Stream stream, RecordingHeader header)
    {
        _stream = stream;
        Span<byte> fileHead = stackalloc byte[FileHead.Size];
        FileHead.Write(fileHead);
        _stream.Write(fileHead);
        ByteSink sink = new(64 * 1024);
        header.Write(sink);
        for (int i = 0; i < 2; i++) Write(BlockKind.Header, 0, sink.Written);
    }

    public void Snapshot(long cycle, ReadOnlySpan<byte> content) => Write(BlockKind.Snapshot, cycle, content);

    public void Cycles(CycleBlock block, ReadOnlySpan<byte> content) => Write(BlockKind.Cycles, block.FirstCycle, content);

    public void Truth(long firstCycle, ReadOnlySpan<byte> content) => Write(BlockKind.Truth, firstCycle, content);

    public void End(long cycles)
    {
        Write(BlockKind.End, cycles, []);
        _stream.Flush();
    }

    /// <summary>Writes a block.</summary>
    public void Write(BlockKind kind, long firstCycle, ReadOnlySpan<byte> content)
    {
        new BlockHead(kind, _sequence++, content.Length, firstCycle, Crc32C.Of(content)).Write(_head);
        _stream.Write(_head);
        _stream.Write(content);
    }
}
