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
    private readonly object _lock = new();
    private readonly Dictionary<long, BlockPlace> _truths = [];

    private RecordingFile(Stream stream, BlockScan scan, RecordingHeader header)
    {
        _stream = stream;
        _scan = scan;
        Header = header;
        Layout = new RowLayout(header.HoistCount, header.Channels);
        CycleBlocks = [.. scan.Blocks.Where(b => b.Head.Kind == BlockKind.Cycles)];
        Snapshots = [.. scan.Blocks.Where(b => b.Head.Kind == BlockKind.Snapshot)];
        foreach (BlockPlace truth in scan.Blocks.Where(b => b.Head.Kind == BlockKind.Truth)) _truths[truth.Head.FirstCycle] = truth;
        foreach (BlockPlace end in scan.Blocks.Where(b => b.Head.Kind == BlockKind.End)) TotalCycles = end.Head.FirstCycle;
        if (TotalCycles is null) scan.Damages.Add(new Damage(stream.Length, 0, "the recording has no end: it was cut off, or is still being written"));
    }

    public RecordingHeader Header { get; }
    /// <summary>Everything that cannot be read, in file order.</summary>
    public IReadOnlyList<Damage> Damages
    {
        get
        {
            lock (_lock) return [.. _scan.Damages.OrderBy(d => d.Offset)];
        }
    }
    /// <summary>Number of all cycles; null when the recording has no end: it was cut off, or is still going on.</summary>
    public long? TotalCycles { get; }
    /// <summary>Sound blocks of cycles.</summary>
    public int CycleBlockCount => CycleBlocks.Length;
    /// <summary>All sound blocks in file order.</summary>
    internal IReadOnlyList<BlockPlace> Blocks => _scan.Blocks;
    internal BlockPlace[] CycleBlocks { get; }
    internal BlockPlace[] Snapshots { get; }
    internal RowLayout Layout { get; }

    /// <summary>Opens a recording; null when nothing of it can be read.</summary>
    /// <param name="stream">The file; must be able to seek; stays the caller's.</param>
    /// <param name="damages">Receives what is wrong.</param>
    /// <param name="early">Is given the header as soon as it is read, before the check sums of the rest; not called where the first copy is damaged.</param>
    public static RecordingFile? Open(Stream stream, out IReadOnlyList<Damage> damages, Action<RecordingHeader>? early = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[FileHead.Size];
        stream.Position = 0;
        int read = stream.ReadAtLeast(head, FileHead.Size, throwOnEndOfStream: false);
        bool isHead = FileHead.TryRead(head[..read], out uint version);
        if (isHead && !IsKnown(version))
        {
            damages = [Unknown(stream, version)];
            return null;
        }
        if (isHead && early is not null && BlockScan.FirstHeader(stream, FileHead.Size) is { } first) early(first);
        // A damaged head is no reason to give up: blocks carry marks of their own.
        BlockScan scan = BlockScan.Of(stream, isHead ? FileHead.Size : 0);
        damages = scan.Damages;
        if (!isHead && scan.Blocks.Count == 0)
        {
            damages = [new Damage(0, stream.Length, read == 0 ? "the file is empty" : "the file is no recording, or cut off within its first bytes")];
            return null;
        }
        if (!isHead) NoteHead(scan.Damages);
        if (ReadHeader(stream, scan) is { } header)
        {
            // Where the head of the file is lost, the header still tells the version.
            if (isHead || !uint.TryParse(header.Text(RecordingHeader.FormatName), out uint told) || IsKnown(told)) return new RecordingFile(stream, scan, header);
            damages = [Unknown(stream, told)];
            return null;
        }
        scan.Damages.Add(new Damage(0, stream.Length, "both copies of the header are lost; without it no value has a meaning"));
        return null;
    }

    /// <summary>What is true of the plant is recorded too.</summary>
    public bool HasTruth => Layout.Truth.Length > 0;

    /// <summary>Place of a true value in a row of them; -1 when it is not recorded.</summary>
    /// <param name="name">Its name, such as weightDepthM.</param>
    /// <param name="hoist">Hoist number from 0; -1 for the plant.</param>
    public int TruthIndex(string name, int hoist = -1) => Array.FindIndex(Layout.Truth, c => c.Channel.Name == name && c.Hoist == hoist);

    /// <summary>The truth that belongs to a block of cycles; null where there is none.</summary>
    internal BlockPlace? TruthOf(BlockPlace cycles) => _truths.TryGetValue(cycles.Head.FirstCycle, out BlockPlace place) ? place : null;

    /// <summary>Reads the bytes of a block; several readers may ask at once.</summary>
    internal ReadOnlySpan<byte> Content(BlockPlace place, ref byte[] buffer)
    {
        lock (_lock) return BlockScan.Content(_stream, place, ref buffer);
    }

    /// <summary>Notes a content that makes no sense despite its check sum.</summary>
    internal void Note(BlockPlace place, RecordingFormatException e)
    {
        Damage damage = new(place.ContentAt, place.Head.Length, e.Message);
        lock (_lock)
            if (!_scan.Damages.Contains(damage)) _scan.Damages.Add(damage);
    }

    private static bool IsKnown(uint version) => version is >= FileHead.OldestVersion and <= FileHead.Version;

    private static Damage Unknown(Stream stream, uint version) => new(0, stream.Length, $"the file has format {version}; this program reads formats {FileHead.OldestVersion} to {FileHead.Version}");

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
}
