using Gravistore.Core;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording;

/// <summary>A recording opened for reading: its header, its sound blocks, and what is damaged. It never gives a value that fails its check sum.</summary>
public sealed class RecordingFile
{
    private readonly Stream _stream;
    private readonly BlockScan _scan;
    private readonly CycleBlockDecoder _decoder;
    private byte[] _content = [];

    private RecordingFile(Stream stream, BlockScan scan, RecordingHeader header)
    {
        _stream = stream;
        _scan = scan;
        Header = header;
        Layout = new RowLayout(header.HoistCount, header.Channels);
        _decoder = new CycleBlockDecoder(Layout);
        CycleBlocks = [.. scan.Blocks.Where(b => b.Head.Kind == BlockKind.Cycles)];
        Snapshots = [.. scan.Blocks.Where(b => b.Head.Kind == BlockKind.Snapshot)];
        foreach (BlockPlace end in scan.Blocks.Where(b => b.Head.Kind == BlockKind.End)) TotalCycles = end.Head.FirstCycle;
        if (TotalCycles is null) scan.Damages.Add(new Damage(stream.Length, 0, "the recording has no end: it was cut off, or is still being written"));
    }

    public RecordingHeader Header { get; }
    /// <summary>Everything that cannot be read, in file order.</summary>
    public IReadOnlyList<Damage> Damages => _scan.Damages;
    /// <summary>Number of all cycles; null when the recording has no end: it was cut off, or is still going on.</summary>
    public long? TotalCycles { get; }
    /// <summary>Sound blocks of cycles.</summary>
    public int CycleBlockCount => CycleBlocks.Length;
    internal BlockPlace[] CycleBlocks { get; }
    internal BlockPlace[] Snapshots { get; }
    internal RowLayout Layout { get; }

    /// <summary>Opens a recording; null when nothing of it can be read.</summary>
    /// <param name="stream">The file; must be able to seek; stays the caller's.</param>
    /// <param name="damages">Receives what is wrong.</param>
    public static RecordingFile? Open(Stream stream, out IReadOnlyList<Damage> damages)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[FileHead.Size];
        stream.Position = 0;
        int read = stream.ReadAtLeast(head, FileHead.Size, throwOnEndOfStream: false);
        bool isHead = FileHead.TryRead(head[..read], out uint version);
        if (isHead && version != FileHead.Version)
        {
            damages = [new Damage(0, stream.Length, $"the file has format {version}; this program reads format {FileHead.Version}")];
            return null;
        }
        // A damaged head is no reason to give up: blocks carry marks of their own.
        BlockScan scan = BlockScan.Of(stream, isHead ? FileHead.Size : 0);
        damages = scan.Damages;
        if (!isHead && scan.Blocks.Count == 0)
        {
            damages = [new Damage(0, stream.Length, read == 0 ? "the file is empty" : "the file is no recording, or cut off within its first bytes")];
            return null;
        }
        if (!isHead) NoteHead(scan.Damages);
        if (ReadHeader(stream, scan) is { } header) return new RecordingFile(stream, scan, header);
        scan.Damages.Add(new Damage(0, stream.Length, "both copies of the header are lost; without it no value has a meaning"));
        return null;
    }

    /// <summary>Reads a block of cycles; false, with a further damage noted, when its content makes no sense.</summary>
    internal bool TryRead(BlockPlace place, CycleBlock block)
    {
        block.Begin(place.Head.FirstCycle);
        return Try(place, content => _decoder.Read(content, block));
    }

    /// <summary>Reads a snapshot; false when its content makes no sense.</summary>
    internal bool TryRead(BlockPlace place, ControllerState state) => Try(place, content => StateSnapshot.Read(content, state));

    // The scan began at byte 0 and has passed over the head as over a damaged block.
    private static void NoteHead(List<Damage> damages)
    {
        damages.RemoveAll(d => d is { Offset: 0, Length: FileHead.Size });
        damages.Insert(0, new Damage(0, FileHead.Size, "the head of the file is damaged"));
    }

    private static RecordingHeader? ReadHeader(Stream stream, BlockScan scan)
    {
        byte[] buffer = [];
        foreach (BlockPlace place in scan.Blocks.Where(b => b.Head.Kind == BlockKind.Header))
        {
            try
            {
                return RecordingHeader.Read(BlockScan.Content(stream, place, ref buffer));
            }
            catch (RecordingFormatException e)
            {
                scan.Damages.Add(new Damage(place.ContentAt, place.Head.Length, e.Message));
            }
        }
        return null;
    }

    private delegate void ContentReader(ReadOnlySpan<byte> content);

    private bool Try(BlockPlace place, ContentReader read)
    {
        try
        {
            read(BlockScan.Content(_stream, place, ref _content));
            return true;
        }
        catch (RecordingFormatException e)
        {
            _scan.Damages.Add(new Damage(place.ContentAt, place.Head.Length, e.Message));
            return false;
        }
    }
}
