using System.Diagnostics;

namespace Gravistore.DryRun.Bench;

/// <summary>Adds up how far the runs of a bench are. Safe to use from several threads.</summary>
/// <param name="expectedS">Probable simulated length of each run [s].</param>
/// <param name="observer">Is told; null = nobody.</param>
internal sealed class BenchTally(IReadOnlyList<double> expectedS, IBenchObserver? observer)
{
    private readonly Lock _lock = new();
    private readonly double[] _doneS = new double[expectedS.Count];
    private readonly double _allS = expectedS.Sum();
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _done;

    /// <summary>Watches one run.</summary>
    public IRunObserver Of(int run) => new Watch(this, run);

    /// <summary>A run is over.</summary>
    public void Done(int run)
    {
        lock (_lock)
        {
            _done++;
            Tell(run, expectedS[run]);
        }
    }

    private void Tell(int run, double doneS)
    {
        _doneS[run] = Math.Min(doneS, expectedS[run]);
        observer?.Progress(new BenchProgress(_doneS.Sum() / _allS, _done, _doneS.Length, Stopwatch.GetElapsedTime(_started).TotalSeconds));
    }

    private sealed class Watch(BenchTally tally, int run) : IRunObserver
    {
        // Often enough for a bar, seldom enough for the lock.
        private const double EveryS = 20;
        private double _toldS;

        public void Progress(in RunProgress progress)
        {
            if (progress.SimulatedS < _toldS + EveryS) return;
            _toldS = progress.SimulatedS;
            lock (tally._lock) tally.Tell(run, progress.SimulatedS);
        }
    }
}
