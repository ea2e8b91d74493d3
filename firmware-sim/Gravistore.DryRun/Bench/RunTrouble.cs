using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Bench;

/// <summary>What went wrong in a run, apart from its figures.</summary>
internal static class RunTrouble
{
    /// <summary>The first thing that went wrong; null when nothing did.</summary>
    public static string? Of(DryRunResult run)
    {
        if (run.Trips.FirstOrDefault(t => !t.Expected) is { } trip) return FormattableString.Invariant($"trip at {trip.TimeS:0.00} s: {trip.Name}");
        if (run.Violations.FirstOrDefault() is { } broken) return FormattableString.Invariant($"violated at {broken.FirstTimeS:0.00} s: {broken.Name}");
        return run.End.Failure;
    }
}
