using System.Globalization;
using System.Runtime.InteropServices;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Protection;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Channels;

namespace Gravistore.Recording.Incidents;

/// <summary>
/// Keeps the last minute of a recording in memory; a trip freezes it, and half a minute later it becomes a file of its own, which tells and replays like any
/// other recording. A trip is the cycle in which the plant's first-out is set, other than by its start. Runs on the recorder's thread.
/// </summary>
public sealed class IncidentKeeper : IBlockSink
{
    /// <summary>Cycles before and after a trip that an incident has; it begins at the last snapshot before them.</summary>
    public const int BeforeCycles = 6000, AfterCycles = 3000;
    /// <summary>Cycles of an incident at most: trips that follow each other lengthen it up to this.</summary>
    public const int MostCycles = 60_000;
    /// <summary>Incidents written at most; a plant that trips again and again does not fill the disk.</summary>
    public const int MostIncidents = 100;

    private readonly string _folder, _name;
    private readonly LinkedList<KeptBlock> _kept = [];
    private readonly Stack<KeptBlock> _free = [];
    private readonly List<string> _files = [];
    private RecordingHeader _header = null!;
    private RowLayout _layout = null!;
    private int _firstOut;
    private long _tripCycle = -1, _untilCycle;
    private string _cause = "";

    /// <param name="folder">Receives the files; exists.</param>
    /// <param name="name">Their names begin with it.</param>
    public IncidentKeeper(string folder, string name)
    {
        _folder = folder;
        _name = name;
    }

    /// <summary>Files written, in order; whole when the recording is complete.</summary>
    public IReadOnlyList<string> Files => _files;

    void IBlockSink.Snapshot(long cycle, ReadOnlySpan<byte> content)
    {
        Keep(BlockKind.Snapshot, cycle, content);
        while (_tripCycle < 0 && SecondSnapshot() is { } second && second.FirstCycle <= cycle - BeforeCycles) DropFirst(second);
    }

    void IBlockSink.Cycles(CycleBlock block, ReadOnlySpan<byte> content)
    {
        Keep(BlockKind.Cycles, block.FirstCycle, content);
        Watch(block);
        long next = block.FirstCycle + block.CycleCount;
        if (_tripCycle >= 0 && next > _untilCycle) Write(next);
    }

    void IBlockSink.Truth(long firstCycle, ReadOnlySpan<byte> content) => Keep(BlockKind.Truth, firstCycle, content);

    void IBlockSink.End(long cycles)
    {
        if (_tripCycle >= 0) Write(cycles);
    }

    internal void Begin(RecordingHeader header, RowLayout layout)
    {
        _header = header;
        _layout = layout;
    }

    private void Watch(CycleBlock block)
    {
        for (int i = 0; i < block.CycleCount; i++)
        {
            int firstOut = MemoryMarshal.Read<PlantOutput>(block.Row(i)[_layout.PlantOutput..]).FirstOut;
            if (firstOut != 0 && firstOut != ProtectionNumber.Start && _firstOut == 0) Trip(block.FirstCycle + i, firstOut);
            _firstOut = firstOut;
        }
    }

    private void Trip(long cycle, int cause)
    {
        if (_tripCycle < 0) (_tripCycle, _cause) = (cycle, EventDictionary.Get(cause).Name);
        _untilCycle = Math.Min(cycle + AfterCycles, _tripCycle + MostCycles);
    }

    private void Keep(BlockKind kind, long firstCycle, ReadOnlySpan<byte> content)
    {
        KeptBlock kept = _free.Count > 0 ? _free.Pop() : new KeptBlock();
        kept.Fill(kind, firstCycle, content);
        _kept.AddLast(kept);
    }

    private KeptBlock? SecondSnapshot() => _kept.Skip(1).FirstOrDefault(b => b.Kind == BlockKind.Snapshot);

    private void DropFirst(KeptBlock until)
    {
        while (_kept.First!.Value != until)
        {
            _free.Push(_kept.First.Value);
            _kept.RemoveFirst();
        }
    }

    private void Write(long next)
    {
        long trip = _tripCycle;
        _tripCycle = -1;
        if (_files.Count >= MostIncidents) return;
        string file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{_name}-{_files.Count + 1:00}-{_cause}.gsrec")), unfinished = file + ".tmp";
        using (FileStream stream = new(unfinished, FileMode.Create, FileAccess.Write))
        {
            BlockFile blocks = new(stream, _header.With("incidentCycle", trip.ToString(CultureInfo.InvariantCulture)).With("incidentCause", _cause));
            foreach (KeptBlock kept in _kept) blocks.Write(kept.Kind, kept.FirstCycle, kept.Content);
            blocks.End(next);
        }
        File.Move(unfinished, file, overwrite: true);
        _files.Add(file);
    }
}
