using Gravistore.DryRun;

namespace Gravistore.Console.Live;

/// <summary>Holds a run back to so many times real time, so that one can watch it. It waits between cycles and changes nothing in them.</summary>
internal sealed class Pace : IRunObserver
{
    /// <summary>A wait each 100 ms of simulated time.</summary>
    private const int SnapshotCycles = 10;

    private readonly IRunObserver _inner;
    private readonly double _speed;
    private readonly CancellationToken _cancellation;

    /// <param name="inner">Is told of everything first.</param>
    /// <param name="speed">Times real time at most, positive.</param>
    /// <param name="cancellation">Ends a wait.</param>
    public Pace(IRunObserver inner, double speed, CancellationToken cancellation) => (_inner, _speed, _cancellation) = (inner, speed, cancellation);

    public int CyclesPerSnapshot => SnapshotCycles;

    public void Progress(in RunProgress progress) => _inner.Progress(progress);

    /// <exception cref="OperationCanceledException">The run was cancelled during the wait.</exception>
    public void Look(RunSnapshot snapshot)
    {
        if (_inner.CyclesPerSnapshot > 0) _inner.Look(snapshot);
        double aheadS = snapshot.SimulatedS / _speed - snapshot.WallS;
        if (aheadS > 0) _cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(Math.Min(aheadS, int.MaxValue / 1000)));
        _cancellation.ThrowIfCancellationRequested();
    }
}
