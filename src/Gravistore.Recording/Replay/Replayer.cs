using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Blocks;

namespace Gravistore.Recording.Replay;

/// <summary>
/// Runs the controller on recorded inputs and compares every output, event and state hash to the bit. Several stretches are replayed at once, each from a
/// snapshot up to the next one that it is compared with: when every stretch is equal, the whole is.
/// </summary>
public sealed class Replayer
{
    private readonly RecordingFile _file;
    private readonly PlantParameters _plant;
    private readonly ReplayRange _range;
    private readonly bool _sameState;
    private readonly int _workers;
    private readonly object _lock = new();
    private ReplayResult?[] _parts = [];
    private long _done, _replayed;
    private int _next, _stopAfter;

    /// <param name="file">The recording.</param>
    /// <param name="plant">The controller's parameters.</param>
    /// <param name="range">Which part.</param>
    /// <param name="useSnapshots">Snapshots may be begun with and are compared; false when the parameters are not the recorded ones.</param>
    /// <param name="workers">Threads that replay at once, from 1 on.</param>
    public Replayer(RecordingFile file, PlantParameters plant, ReplayRange range, bool useSnapshots = true, int workers = 1)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(plant);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (plant.HoistCount != file.Header.HoistCount) throw new ArgumentException($"{plant.HoistCount} hoists, recorded are {file.Header.HoistCount}", nameof(plant));
        _file = file;
        _plant = plant;
        _range = range;
        _sameState = useSnapshots && file.Header.StateLayout == StateSnapshot.Layout;
        _workers = _sameState ? workers : 1;
    }

    /// <summary>Replays the range, up to the first difference.</summary>
    /// <exception cref="OperationCanceledException">The replay was cancelled.</exception>
    public ReplayResult Run(IReplayObserver? observer = null, CancellationToken cancellation = default)
    {
        BlockPlace[][] stretches = Stretches(Blocks());
        _parts = new ReplayResult?[stretches.Length];
        (_next, _stopAfter, _done, _replayed) = (0, stretches.Length, 0, 0);
        long total = 0;
        foreach (BlockPlace[] stretch in stretches) total += stretch.Length;
        Task[] others = new Task[Math.Min(_workers, stretches.Length) - 1];
        for (int i = 0; i < others.Length; i++) others[i] = Task.Run(() => Work(stretches, total, observer, cancellation), CancellationToken.None);
        try
        {
            Work(stretches, total, observer, cancellation);
        }
        finally
        {
            Task.WhenAll(others).GetAwaiter().GetResult();
        }
        cancellation.ThrowIfCancellationRequested();
        return Whole();
    }

    // Up to the snapshot that ends the range, from the last one before it begins; the time of a cycle is its number times its length.
    private BlockPlace[] Blocks()
    {
        List<BlockPlace> blocks = [];
        int begin = 0;
        foreach (BlockPlace block in _file.Blocks)
        {
            if (block.Head.Kind is not (BlockKind.Cycles or BlockKind.Snapshot) || block.Head.FirstCycle * Controller.CycleNs > _range.UntilNs) continue;
            if (_sameState && block.Head.Kind == BlockKind.Snapshot && block.Head.FirstCycle <= _range.FromNs / Controller.CycleNs) begin = blocks.Count;
            blocks.Add(block);
        }
        return blocks.ToArray()[begin..];
    }

    // Each but the last ends with the snapshot that the next one begins with.
    private BlockPlace[][] Stretches(BlockPlace[] blocks)
    {
        if (_workers == 1) return [blocks];
        List<BlockPlace[]> stretches = [];
        int from = 0;
        for (int i = 1; i < blocks.Length; i++)
        {
            if (blocks[i].Head.Kind != BlockKind.Snapshot) continue;
            stretches.Add(blocks[from..(i + 1)]);
            from = i;
        }
        stretches.Add(blocks[from..]);
        return [.. stretches];
    }

    private void Work(BlockPlace[][] stretches, long total, IReplayObserver? observer, CancellationToken cancellation)
    {
        ReplaySegment segment = new(_file, _plant, _range.UntilNs, _sameState);
        for (int i = Interlocked.Increment(ref _next) - 1; i < Volatile.Read(ref _stopAfter) && !cancellation.IsCancellationRequested; i = Interlocked.Increment(ref _next) - 1)
        {
            segment.Begin();
            foreach (BlockPlace place in stretches[i])
            {
                long before = segment.Cycles;
                if (cancellation.IsCancellationRequested || !segment.Take(place)) break;
                Tell(segment, segment.Cycles - before, total, observer);
            }
            Keep(i, segment);
        }
    }

    private void Tell(ReplaySegment segment, long cycles, long total, IReplayObserver? observer)
    {
        lock (_lock)
        {
            _done++;
            _replayed += cycles;
            observer?.Progress(Math.Min(1, (double)_done / total), _replayed * Controller.CycleNs, segment.Plant);
        }
    }

    // Stretches after a difference need not be begun; those before it are finished, so that the first difference is told whatever the threads do.
    private void Keep(int stretch, ReplaySegment segment)
    {
        lock (_lock)
        {
            _parts[stretch] = new ReplayResult
            {
                Cycles = segment.Cycles,
                CyclesLeftOut = segment.LeftOut,
                Snapshots = segment.Snapshots,
                FromNs = segment.FirstNs,
                UntilNs = segment.LastNs,
                Divergence = segment.Divergence,
            };
            if (segment.Divergence is not null) _stopAfter = Math.Min(_stopAfter, stretch + 1);
        }
    }

    private ReplayResult Whole()
    {
        int different = Array.FindIndex(_parts, p => p?.Divergence is not null);
        ReplayResult[] parts = [.. _parts.Take(different < 0 ? _parts.Length : different + 1).OfType<ReplayResult>()];
        ReplayResult[] replayed = [.. parts.Where(p => p.Cycles > 0)];
        return new ReplayResult
        {
            Cycles = parts.Sum(p => p.Cycles),
            CyclesLeftOut = parts.Sum(p => p.CyclesLeftOut),
            Snapshots = parts.Sum(p => p.Snapshots),
            FromNs = replayed.Length > 0 ? replayed[0].FromNs : 0,
            UntilNs = replayed.Length > 0 ? replayed[^1].UntilNs : 0,
            Divergence = different < 0 ? null : parts[^1].Divergence,
        };
    }
}
