using Gravistore.Console.Output;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;

namespace Gravistore.Console.Live;

/// <summary>Runs a dry run and shows how it goes: live on a terminal, in plain lines elsewhere, not at all when nothing is to be shown.</summary>
internal static class RunWatch
{
    /// <summary>Stands where nobody watches.</summary>
    private sealed class Nobody : IRunObserver
    {
        public void Progress(in RunProgress progress)
        {
        }
    }

    /// <summary>Runs to the end.</summary>
    /// <param name="surroundings">Where to show it.</param>
    /// <param name="request">What to run.</param>
    /// <param name="speed">Times real time at most; null = as fast as it goes.</param>
    /// <param name="quiet">Show nothing.</param>
    /// <exception cref="OperationCanceledException">The user interrupted it; the terminal is as it was.</exception>
    public static DryRunResult Run(Surroundings surroundings, DryRunRequest request, double? speed, bool quiet)
    {
        if (quiet) return Run(surroundings, request, speed, new Nobody());
        surroundings.Error.WriteLine($"{request.Scenario.Name} on {request.Plant.Name}: {request.Scenario.Title}");
        if (surroundings.Terminal is { } terminal)
        {
            using LiveView view = new(LiveModel.Of(request, speed), new LiveScreen(surroundings.Error, terminal));
            return Run(surroundings, request, speed, view);
        }
        using ProgressReport progress = new(surroundings.Error, surroundings.ErrorIsTerminal);
        return Run(surroundings, request, speed, progress);
    }

    private static DryRunResult Run(Surroundings surroundings, DryRunRequest request, double? speed, IRunObserver observer) =>
        DryRunner.Run(request, speed is { } pace ? new Pace(observer, pace, surroundings.Interrupted) : observer, surroundings.Interrupted);
}
