using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun;

/// <summary>Runs scenarios in virtual time.</summary>
public static class DryRunner
{
    private sealed class Nobody : IRunObserver
    {
        public void Progress(in RunProgress progress)
        {
        }
    }

    /// <summary>Runs one scenario to its end on the calling thread.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="observer">Told of the progress; null = nobody.</param>
    /// <param name="cancellation">Ends the run within a simulated second.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DryRunResult Run(DryRunRequest request, IRunObserver? observer = null, CancellationToken cancellation = default) =>
        new LockStepLoop(request).Run(observer ?? new Nobody(), cancellation);
}
