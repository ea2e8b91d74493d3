using System.Runtime.InteropServices;
using Gravistore.Core.Images;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Channels;

namespace Gravistore.Recording.Reading;

/// <summary>Looks at single cycles of a recording, in any order. What is damaged or was not recorded it passes over.</summary>
public sealed class CycleCursor
{
    private readonly RecordingFile _file;
    private readonly BlockReader _reader;
    private readonly BlockPlace[] _blocks;
    private readonly CycleBlock _block;
    private int _loaded = -1;
    private CyclePlace _at;
    private bool _hasTruth;

    /// <param name="file">The recording.</param>
    public CycleCursor(RecordingFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        _reader = new BlockReader(file);
        _blocks = [.. file.CycleBlocks.Where(b => b.CycleCount > 0).OrderBy(b => b.Head.FirstCycle)];
        _block = new CycleBlock(file.Layout);
        Input = new CycleInput(file.Header.HoistCount);
        Result = new CycleResult(file.Header.HoistCount);
    }

    /// <summary>Numbers of the first and the last cycle that the file has; -1 when it has none.</summary>
    public long First => _blocks.Length > 0 ? _blocks[0].Head.FirstCycle : -1;
    public long Last => _blocks.Length > 0 ? _blocks[^1].Head.FirstCycle + _blocks[^1].CycleCount - 1 : -1;

    /// <summary>Number of the cycle that is looked at; -1 before the first move.</summary>
    public long Cycle { get; private set; } = -1;
    /// <summary>What the controller was given in it.</summary>
    public CycleInput Input { get; }
    /// <summary>What it gave.</summary>
    public CycleResult Result { get; }

    /// <summary>What was true of the plant when it began, in the file's order; empty where that is not recorded, or lost.</summary>
    public ReadOnlySpan<double> Truth => _hasTruth ? _block.TruthRow(_at.Row) : [];

    /// <summary>Whether a result is that of the cycle looked at, to the bit; and without the state hash.</summary>
    internal bool IsResult(CycleResult result) => _block.IsResult(_at, result);
    internal bool IsOutput(CycleResult result) => _block.IsOutput(_at, result);
    internal Replay.Divergence Difference(CycleResult result) => Replay.DivergenceFinder.Find(_file.Layout, _block, _at, result);

    internal ReadOnlySpan<byte> Row => _block.Row(_at.Row);
    internal RowLayout Layout => _file.Layout;

    /// <summary>What the recording says of itself.</summary>
    public RecordingHeader Header => _file.Header;

    /// <summary>Moves to the first cycle from <paramref name="cycle"/> on that can be read; false, and nothing moves, when there is none.</summary>
    public bool MoveTo(long cycle)
    {
        for (int i = BlockOf(cycle); i < _blocks.Length; i++)
            if (Load(i)) return Take((int)Math.Max(0, cycle - _block.FirstCycle));
        return false;
    }

    /// <summary>Moves to the next cycle that can be read; false at the end.</summary>
    public bool Next() => _loaded >= 0 && _at.Row + 1 < _block.CycleCount && Cycle >= 0 ? Take(_at.Row + 1) : MoveTo(Cycle + 1);

    /// <summary>Moves to the last cycle before this one that can be read; false at the beginning.</summary>
    public bool Previous() => MoveBefore(Cycle);

    /// <summary>Moves to the last cycle before <paramref name="cycle"/> that can be read; false, and nothing moves, when there is none.</summary>
    public bool MoveBefore(long cycle)
    {
        for (int i = Math.Min(BlockOf(cycle), _blocks.Length - 1); i >= 0; i--)
            if (_blocks[i].Head.FirstCycle < cycle && Load(i)) return Take((int)Math.Min(_block.CycleCount, cycle - _block.FirstCycle) - 1);
        return false;
    }

    // The first block that ends after a cycle.
    private int BlockOf(long cycle)
    {
        int low = 0, high = _blocks.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_blocks[middle].Head.FirstCycle + _blocks[middle].CycleCount <= cycle) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private bool Load(int block)
    {
        if (_loaded == block) return true;
        bool sound = _reader.TryRead(_blocks[block], _block);
        (_loaded, _at) = (sound ? block : -1, default);
        _hasTruth = sound && _file.TruthOf(_blocks[block]) is { } truth && _reader.TryReadTruth(truth, _block);
        return sound;
    }

    private bool Take(int index)
    {
        if (index < _at.Row) _at = default;
        while (_at.Row < index) _at = _block.After(_at);
        Cycle = _block.FirstCycle + index;
        _block.CopyInput(_at, Input);
        _block.CopyResult(_at, Result);
        return true;
    }
}
