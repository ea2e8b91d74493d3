using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Blocks;

namespace Gravistore.Recording.Replay;

/// <summary>
/// Runs the controller on recorded inputs and compares every output, event and state hash to the bit. Where blocks are lost it goes on at the next snapshot.
/// </summary>
public sealed class Replayer
{
    private readonly RecordingFile _file;
    private readonly ReplayRange _range;
    private readonly bool _sameState;
    private readonly Controller _controller;
    private readonly CycleInput _input;
    private readonly CycleResult _result;
    private readonly CycleBlock _block;
    private readonly ControllerState _recorded;
    private long _next, _cycles, _leftOut, _snapshots, _fromNs, _untilNs;
    private bool _ready;
    private Divergence? _divergence;

    /// <param name="file">The recording.</param>
    /// <param name="plant">The controller's parameters.</param>
    /// <param name="range">Which part.</param>
    /// <param name="useSnapshots">Snapshots may be begun with and are compared; false when the parameters are not the recorded ones.</param>
    public Replayer(RecordingFile file, PlantParameters plant, ReplayRange range, bool useSnapshots = true)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(plant);
        if (plant.HoistCount != file.Header.HoistCount) throw new ArgumentException($"{plant.HoistCount} hoists, recorded are {file.Header.HoistCount}", nameof(plant));
        _file = file;
        _range = range;
        _sameState = useSnapshots && file.Header.StateLayout == StateSnapshot.Layout;
        _controller = new Controller(plant);
        _input = new CycleInput(plant.HoistCount);
        _result = new CycleResult(plant.HoistCount);
        _block = new CycleBlock(file.Layout);
        _recorded = new ControllerState(plant.HoistCount);
    }

    /// <summary>Replays the range, up to the first difference.</summary>
    /// <exception cref="OperationCanceledException">The replay was cancelled.</exception>
    public ReplayResult Run(IReplayObserver? observer = null, CancellationToken cancellation = default)
    {
        BlockPlace[] blocks = [.. _file.CycleBlocks.Concat(_file.Snapshots).OrderBy(b => b.ContentAt)];
        int first = FirstBlock(blocks);
        for (int i = first; i < blocks.Length && _divergence is null; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (blocks[i].Head.Kind == BlockKind.Snapshot) Meet(blocks[i]);
            else if (!Replay(blocks[i])) break;
            observer?.Progress((double)(i + 1 - first) / (blocks.Length - first), _untilNs, _result.Plant);
        }
        return new ReplayResult { Cycles = _cycles, CyclesLeftOut = _leftOut, Snapshots = _snapshots, FromNs = _fromNs, UntilNs = _untilNs, Divergence = _divergence };
    }

    // The last snapshot whose cycle is not after the beginning asked for; the time of a cycle is its number times its length.
    private int FirstBlock(BlockPlace[] blocks)
    {
        if (!_sameState || _range.FromNs <= 0) return 0;
        int first = Array.FindLastIndex(blocks, b => b.Head.Kind == BlockKind.Snapshot && b.Head.FirstCycle <= _range.FromNs / Controller.CycleNs);
        return Math.Max(0, first);
    }

    // Begins with a snapshot where nothing runs yet, else compares with it.
    private void Meet(BlockPlace place)
    {
        if (place.Head.FirstCycle == 0 && !_sameState)
        {
            (_ready, _next) = (true, 0);
            return;
        }
        if (!_sameState || !_file.TryRead(place, _recorded)) return;
        if (_ready && _next == place.Head.FirstCycle) Compare(place);
        else
        {
            _recorded.CopyTo(_controller.State);
            (_ready, _next) = (true, place.Head.FirstCycle);
        }
    }

    private void Compare(BlockPlace place)
    {
        _snapshots++;
        if (!StateSnapshot.Equal(_recorded, _controller.State))
            _divergence = new Divergence(place.Head.FirstCycle, place.Head.FirstCycle * Controller.CycleNs, "the controller's state before this cycle", "", "as in the snapshot", "otherwise");
    }

    /// <summary>Replays a block; false when the end of the range is reached.</summary>
    private bool Replay(BlockPlace place)
    {
        if (!_file.TryRead(place, _block)) return true;
        _ready &= _next == place.Head.FirstCycle;
        if (!_ready)
        {
            _leftOut += _block.CycleCount;
            return true;
        }
        int commands = 0, events = 0;
        for (int i = 0; i < _block.CycleCount; i++)
        {
            if (_block.Head(i).NowNs > _range.UntilNs) return false;
            if (!Step(i, commands, events)) return false;
            commands += _block.Head(i).CommandCount;
            events += _block.Head(i).EventCount;
        }
        return true;
    }

    private bool Step(int cycle, int firstCommand, int firstEvent)
    {
        _block.CopyInput(cycle, firstCommand, _input);
        _controller.Step(_input, _result);
        if (_cycles++ == 0) _fromNs = _input.NowNs;
        _untilNs = _input.NowNs;
        _next++;
        if (_block.IsResult(cycle, firstEvent, _result)) return true;
        _divergence = DivergenceFinder.Find(_file.Layout, _block, cycle, firstEvent, _result);
        return false;
    }
}
