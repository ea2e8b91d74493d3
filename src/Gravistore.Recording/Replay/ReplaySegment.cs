using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Blocks;

namespace Gravistore.Recording.Replay;

/// <summary>Replays blocks one after the other on a controller of its own. Where blocks are lost it goes on at the next snapshot.</summary>
internal sealed class ReplaySegment
{
    private readonly RecordingFile _file;
    private readonly long _untilNs;
    private readonly bool _sameState;
    private readonly BlockReader _reader;
    private readonly Controller _controller;
    private readonly CycleInput _input;
    private readonly CycleResult _result;
    private readonly CycleBlock _block;
    private readonly ControllerState _recorded;
    private long _next;
    private bool _ready;

    /// <param name="file">The recording.</param>
    /// <param name="plant">The controller's parameters.</param>
    /// <param name="untilNs">Time of the last cycle [ns].</param>
    /// <param name="sameState">Snapshots hold states of this controller.</param>
    public ReplaySegment(RecordingFile file, PlantParameters plant, long untilNs, bool sameState)
    {
        _file = file;
        _untilNs = untilNs;
        _sameState = sameState;
        _reader = new BlockReader(file);
        _controller = new Controller(plant);
        _input = new CycleInput(plant.HoistCount);
        _result = new CycleResult(plant.HoistCount);
        _block = new CycleBlock(file.Layout);
        _recorded = new ControllerState(plant.HoistCount);
    }

    public long Cycles { get; private set; }
    public long LeftOut { get; private set; }
    public long Snapshots { get; private set; }
    public long FirstNs { get; private set; }
    public long LastNs { get; private set; }
    public Divergence? Divergence { get; private set; }
    /// <summary>The last outputs of the plant.</summary>
    public ref readonly PlantOutput Plant => ref _result.Plant;

    /// <summary>Begins anew with the next block.</summary>
    public void Begin()
    {
        (Cycles, LeftOut, Snapshots, FirstNs, LastNs, Divergence) = (0, 0, 0, 0, 0, null);
        _ready = false;
    }

    /// <summary>Takes the next block; false when there is nothing more to do: a difference was found, or the end of the range.</summary>
    public bool Take(BlockPlace place)
    {
        if (place.Head.Kind == BlockKind.Snapshot) Meet(place);
        else if (!Replay(place)) return false;
        return Divergence is null;
    }

    // Begins with a snapshot where nothing runs yet, else compares with it.
    private void Meet(BlockPlace place)
    {
        if (place.Head.FirstCycle == 0 && !_sameState)
        {
            (_ready, _next) = (true, 0);
            return;
        }
        if (!_sameState || !_reader.TryRead(place, _recorded)) return;
        if (_ready && _next == place.Head.FirstCycle) Compare(place);
        else
        {
            _recorded.CopyTo(_controller.State);
            (_ready, _next) = (true, place.Head.FirstCycle);
        }
    }

    private void Compare(BlockPlace place)
    {
        Snapshots++;
        if (!StateSnapshot.Equal(_recorded, _controller.State))
            Divergence = new Divergence(place.Head.FirstCycle, place.Head.FirstCycle * Controller.CycleNs, "the controller's state before this cycle", "", "as in the snapshot", "otherwise");
    }

    private bool Replay(BlockPlace place)
    {
        if (!_reader.TryRead(place, _block)) return true;
        _ready &= _next == place.Head.FirstCycle;
        if (!_ready)
        {
            LeftOut += _block.CycleCount;
            return true;
        }
        for (CyclePlace at = default; at.Row < _block.CycleCount; at = _block.After(at))
            if (_block.Head(at.Row).NowNs > _untilNs || !Step(at)) return false;
        return true;
    }

    private bool Step(CyclePlace cycle)
    {
        _block.CopyInput(cycle, _input);
        _controller.Step(_input, _result);
        if (Cycles++ == 0) FirstNs = _input.NowNs;
        LastNs = _input.NowNs;
        _next++;
        if (_block.IsResult(cycle, _result)) return true;
        Divergence = DivergenceFinder.Find(_file.Layout, _block, cycle, _result);
        return false;
    }
}
