namespace Gravistore.DryRun.Bench;

/// <summary>How far a bench is.</summary>
/// <param name="Share">Share of the simulated time that is done, 0 to 1.</param>
/// <param name="Done">Runs done.</param>
/// <param name="Total">Runs in all.</param>
/// <param name="WallS">Time on the clock so far [s].</param>
public readonly record struct BenchProgress(double Share, int Done, int Total, double WallS);

/// <summary>Watches a bench. Calls come from the threads that run it, but never two at a time.</summary>
public interface IBenchObserver
{
    /// <summary>How far the bench is.</summary>
    void Progress(in BenchProgress progress);
}
