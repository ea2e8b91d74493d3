using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Blocks;

namespace Gravistore.Recording.Replay;

/// <summary>
/// Replays with the recorded parameters up to a time and with others from then on. The inputs stay the recorded ones: it shows what the controller would
/// have asked for, not what the plant would have done.
/// </summary>
public sealed class WhatIf
{
    private readonly RecordingFile _file;
    private readonly PlantParameters _other;
    private readonly ReplayRange _range;
    private readonly BlockReader _reader;
    private readonly CycleBlock _block;
    private readonly CycleInput _input;
    private readonly CycleResult _result, _recorded;
    private readonly OutputDifferences _differences;
    private Controller _controller;
    private bool _changed;
    private long _next = -1, _before, _cycles, _different, _fromNs, _untilNs;
    private Divergence? _first;
    private string _ended = "";

    /// <param name="file">The recording.</param>
    /// <param name="recorded">The parameters it was recorded with.</param>
    /// <param name="other">The parameters from the beginning of the range on; as many hoists.</param>
    /// <param name="range">From when on they hold, and when to end.</param>
    public WhatIf(RecordingFile file, PlantParameters recorded, PlantParameters other, ReplayRange range)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(other);
        if (other.HoistCount != recorded.HoistCount || recorded.HoistCount != file.Header.HoistCount) throw new ArgumentException("the parameters are for another number of hoists", nameof(other));
        _file = file;
        _other = other;
        _range = range;
        _reader = new BlockReader(file);
        _block = new CycleBlock(file.Layout);
        _input = new CycleInput(recorded.HoistCount);
        _result = new CycleResult(recorded.HoistCount);
        _recorded = new CycleResult(recorded.HoistCount);
        _differences = new OutputDifferences(file.Layout);
        _controller = new Controller(recorded);
    }

    /// <summary>Replays the range.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public WhatIfResult Run(IWhatIfObserver? observer = null, CancellationToken cancellation = default)
    {
        foreach (BlockPlace place in Begin())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Take(place, observer)) break;
        }
        return new WhatIfResult
        {
            CyclesBefore = _before,
            Cycles = _cycles,
            FromNs = _fromNs,
            UntilNs = _untilNs,
            DifferentCycles = _different,
            First = _first,
            Outputs = _differences.Found,
            EndedEarly = _ended,
        };
    }

    // A snapshot holds the state of the recorded parameters; the first cycle of all needs none.
    private IEnumerable<BlockPlace> Begin()
    {
        bool known = _file.Header.StateLayout == StateSnapshot.Layout;
        BlockPlace? start = null;
        foreach (BlockPlace place in _file.Snapshots)
            if (place.Head.FirstCycle * Controller.CycleNs <= Math.Max(0, _range.FromNs) && (known || place.Head.FirstCycle == 0)) start = place;
        // An incident begins later than the time asked for.
        start ??= known ? _file.Snapshots.Cast<BlockPlace?>().FirstOrDefault() : null;
        if (start is not { } from || (known && !_reader.TryRead(from, _controller.State)))
        {
            _ended = "no snapshot of this version's controller precedes the change";
            return [];
        }
        _next = from.Head.FirstCycle;
        return _file.CycleBlocks.Where(b => b.Head.FirstCycle >= _next).OrderBy(b => b.Head.FirstCycle);
    }

    private bool Take(BlockPlace place, IWhatIfObserver? observer)
    {
        if (place.Head.FirstCycle != _next || !_reader.TryRead(place, _block))
        {
            _ended = FormattableString.Invariant($"the cycles from {_next} on are lost");
            return false;
        }
        for (CyclePlace at = default; at.Row < _block.CycleCount; at = _block.After(at), _next++)
            if (_block.Head(at.Row).NowNs > _range.UntilNs || !Step(at, observer)) return false;
        return true;
    }

    private bool Step(CyclePlace cycle, IWhatIfObserver? observer)
    {
        _block.CopyInput(cycle, _input);
        if (!_changed && _input.NowNs >= _range.FromNs) Change();
        _controller.Step(_input, _result);
        // The state hash is chained over the controller's state: with other parameters it differs sooner or later and then for ever, whatever the controller
        // gives. What it gives is what counts.
        bool equal = _changed ? _block.IsOutput(cycle, _result) : _block.IsResult(cycle, _result);
        if (!equal) _first ??= DivergenceFinder.Find(_file.Layout, _block, cycle, _result);
        if (!_changed)
        {
            _before++;
            if (!equal) _ended = "this version of the controller behaves otherwise before the change";
            return equal;
        }
        _cycles++;
        _untilNs = _input.NowNs;
        if (!equal)
        {
            _different++;
            _differences.Take(_input.NowNs, _block.Row(cycle.Row), _result);
        }
        _block.CopyResult(cycle, _recorded);
        observer?.Cycle(_input.NowNs, _recorded, _result);
        return true;
    }

    private void Change()
    {
        Controller other = new(_other);
        _controller.State.CopyTo(other.State);
        _controller = other;
        _changed = true;
        _fromNs = _input.NowNs;
    }
}
