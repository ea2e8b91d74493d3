using Gravistore.DryRun.Results;

namespace Gravistore.Console.Output;

/// <summary>Why a run did not pass, one line each.</summary>
internal static class FailureList
{
    /// <summary>Prints failures; of each kind at most <paramref name="atMost"/>.</summary>
    public static void Print(TextWriter output, DryRunResult result, int atMost = int.MaxValue, bool assertions = true)
    {
        if (result.End.Failure is { } failure) output.WriteLine($"failed: {failure}");
        foreach (TripRecord trip in result.Trips.Where(t => !t.Expected).Take(atMost))
            output.WriteLine(FormattableString.Invariant($"trip at {trip.TimeS:0.00} s{Place(trip.Hoist)}: {trip.Number} {trip.Name}: {trip.Text}"));
        foreach (Violation violation in result.Violations.Take(atMost))
            output.WriteLine(FormattableString.Invariant($"violated: {violation.Name}, {violation.Count} cycles from {violation.FirstTimeS:0.00} s on{Place(violation.Hoist)}: {violation.Detail}"));
        if (!assertions) return;
        foreach (AssertionOutcome outcome in result.Assertions.Where(a => !a.Passed))
            output.WriteLine(FormattableString.Invariant($"failed: {outcome.Text}: {(outcome.Value is { } value ? $"{value:G7}" : "no value")}"));
    }

    private static string Place(int hoist) => hoist < 0 ? "" : FormattableString.Invariant($", hoist {hoist + 1}");
}
