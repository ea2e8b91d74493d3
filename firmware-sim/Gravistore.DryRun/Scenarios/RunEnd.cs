using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>When a run is over.</summary>
/// <param name="When">Ends the run when it holds after the last step; null = no such condition.</param>
/// <param name="MaxSeconds">The run is over at this simulated time at the latest [s]. Where a condition or an "end" step should have ended it before, that is a failure.</param>
/// <param name="ExpectedSeconds">How long the run will take, for the progress display alone [s].</param>
public sealed record RunEnd(Condition? When, double MaxSeconds, double ExpectedSeconds);

/// <summary>Declaration and reader of a scenario's "end" section.</summary>
internal static class RunEndKeys
{
    /// <summary>Longest run: a week [s].</summary>
    public const double LongestRunS = 7 * 86400;

    private static readonly SectionKey WhenKey = new("when", ConditionKeys.Spec) { Required = false };
    private static readonly NumberKey MaxKey = new("maxSeconds", "The run is over at this simulated time at the latest; a failure where a condition or an \"end\" step should have ended it before", "s", 1, LongestRunS);
    private static readonly NumberKey ExpectedKey = new("expectedSeconds", "Probable length of the run, for the progress display alone", "s", 1, LongestRunS) { Required = false };

    public static readonly SectionSpec Spec = new("end", "When the run is over", WhenKey, MaxKey, ExpectedKey);

    public static RunEnd Read(Section section)
    {
        double maxSeconds = section.Number(MaxKey);
        return new RunEnd(section.Has(WhenKey) ? ConditionKeys.Read(section.Sub(WhenKey)) : null, maxSeconds, section.Has(ExpectedKey) ? section.Number(ExpectedKey) : maxSeconds);
    }
}
