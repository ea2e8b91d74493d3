using System.Buffers.Binary;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording.Blocks;

/// <summary>Finds every sound block of a file; after a damage it goes on at the next block that is sound.</summary>
internal sealed class BlockScan
{
    private const int ChunkSize = 64 * 1024;

    private readonly Stream _stream;
    private readonly byte[] _head = new byte[BlockHead.Size];
    private byte[] _content = [];
    private uint _nextSequence;
    private long _nextCycle = -1;

    private BlockScan(Stream stream) => _stream = stream;

    public List<BlockPlace> Blocks { get; } = [];
    public List<Damage> Damages { get; } = [];

    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">The file; must be able to seek.</param>
    /// <param name="from">Where the first block begins [bytes].</param>
    public static BlockScan Of(Stream stream, long from)
    {
        BlockScan scan = new(stream);
        long at = from;
        while (at < stream.Length) at = scan.ReadBlock(at);
        return scan;
    }

    /// <summary>The header in the block at <paramref name="at"/>; null when no sound one is there.</summary>
    public static RecordingHeader? FirstHeader(Stream stream, long at)
    {
        BlockScan scan = new(stream);
        try
        {
            scan.ReadBlock(at);
            return scan.Blocks is [{ Head.Kind: BlockKind.Header } place] && scan.Damages.Count == 0 ? RecordingHeader.Read(Content(stream, place, ref scan._content)) : null;
        }
        catch (RecordingFormatException)
        {
            return null;
        }
    }

    /// <summary>Reads a content.</summary>
    public static ReadOnlySpan<byte> Content(Stream stream, BlockPlace place, ref byte[] buffer)
    {
        if (buffer.Length < place.Head.Length) buffer = new byte[Math.Max(place.Head.Length, 2 * buffer.Length)];
        stream.Position = place.ContentAt;
        int read = stream.ReadAtLeast(buffer.AsSpan(0, place.Head.Length), place.Head.Length, throwOnEndOfStream: false);
        return buffer.AsSpan(0, read);
    }

    private long ReadBlock(long at)
    {
        _stream.Position = at;
        int read = _stream.ReadAtLeast(_head, BlockHead.Size, throwOnEndOfStream: false);
        if (!BlockHead.TryRead(_head.AsSpan(0, read), out BlockHead head))
            return Skip(at, read < BlockHead.Size ? "the file ends within the head of a block" : "the head of a block is damaged");
        BlockPlace place = new(head, at + BlockHead.Size, 0);
        long end = place.ContentAt + head.Length;
        if (end > _stream.Length) return Skip(at, $"the file ends within a block of {head.Length} bytes");
        if (Crc32C.Of(Content(_stream, place, ref _content)) != head.ContentCrc) return Skip(at, $"the content of a block ({Named(head)}) does not match its check sum");
        int cycles = head is { Kind: BlockKind.Cycles, Length: >= 4 } ? (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(_content), CycleBlock.Capacity) : 0;
        if (NoteGap(at, head)) _nextCycle = -1;
        NoteLoss(at, head);
        if (head.Kind == BlockKind.Cycles) _nextCycle = head.FirstCycle + cycles;
        Blocks.Add(place with { CycleCount = cycles });
        return end;
    }

    private static string Named(BlockHead head) => FormattableString.Invariant($"{head.Kind.ToString().ToLowerInvariant()} from cycle {head.FirstCycle}");

    // Whole blocks that are missing without a trace; a damage that was seen explains its own gap.
    private bool NoteGap(long at, BlockHead head)
    {
        bool explained = Damages.Count > 0 && Damages[^1].Offset + Damages[^1].Length == at;
        if (head.Sequence != _nextSequence && !explained)
            Damages.Add(new Damage(at, 0, FormattableString.Invariant($"block {head.Sequence} follows where block {_nextSequence} belongs")));
        bool contiguous = head.Sequence == _nextSequence && !explained;
        _nextSequence = head.Sequence + 1;
        return !contiguous;
    }

    // Nothing is missing in the file: the recorder itself lost these cycles, because its ring was full.
    private void NoteLoss(long at, BlockHead head)
    {
        if (head.Kind is not (BlockKind.Cycles or BlockKind.End) || _nextCycle < 0 || head.FirstCycle == _nextCycle) return;
        Damages.Add(new Damage(at, 0, FormattableString.Invariant($"cycles {_nextCycle} to {head.FirstCycle - 1} were not recorded: the recorder's ring was full")));
    }

    private long Skip(long at, string what)
    {
        long next = FindBlock(at + 1);
        Damages.Add(new Damage(at, next - at, what));
        return next;
    }

    /// <summary>Where the next head begins that is whole; the end of the file when there is none.</summary>
    private long FindBlock(long from)
    {
        byte[] chunk = new byte[Math.Clamp(_stream.Length - from, 0, ChunkSize)];
        while (from + BlockHead.Size <= _stream.Length)
        {
            _stream.Position = from;
            ReadOnlySpan<byte> read = chunk.AsSpan(0, _stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false));
            for (int i = 0; (i = IndexOfMark(read, i)) >= 0; i++)
                if (BlockHead.TryRead(read[i..], out _)) return from + i;
            from += Math.Max(1, read.Length - BlockHead.Size + 1);
        }
        return _stream.Length;
    }

    private static int IndexOfMark(ReadOnlySpan<byte> bytes, int from)
    {
        int found = bytes[from..].IndexOf(BlockHead.Mark);
        return found < 0 ? -1 : from + found;
    }
}
