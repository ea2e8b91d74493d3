using Gravistore.Charts;
using Gravistore.Core.Dictionary;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Report;

/// <summary>Trips with the first of them named, and the events.</summary>
internal static class EventSection
{
    /// <summary>Events shown; warnings and worse come before information when there are more.</summary>
    public const int MaxShown = 150;
    private const string Info = "info";

    public static void Write(Markup page, ReportView view)
    {
        Trips(page, view.Result);
        Page.OpenSection(page, "Events");
        IReadOnlyList<EventRecord> all = view.Result.Events, shown = Shown(all);
        DataTable.Write(page, ["Time, s", "Where", "Severity", "No.", "What", "Value", "Limit"], shown.Select(Row));
        long leftOut = all.Count - shown.Count + view.Result.EventsLost;
        string text = leftOut == 0 ? FormattableString.Invariant($"All {all.Count} events.")
            : FormattableString.Invariant($"{shown.Count} of {all.Count + view.Result.EventsLost} events; {leftOut} are left out here ({LeftOutInfo(all, shown)} of them information), the JSON result holds {all.Count}.");
        page.Leaf("p", text, ("class", "note")).Close();
    }

    /// <summary>What is shown: everything from a warning upwards, then information from the start of the run, in order of time.</summary>
    internal static IReadOnlyList<EventRecord> Shown(IReadOnlyList<EventRecord> all)
    {
        if (all.Count <= MaxShown) return all;
        HashSet<EventRecord> kept = new(ReferenceEqualityComparer.Instance);
        foreach (EventRecord one in all.Where(e => e.Severity != Info).Concat(all.Where(e => e.Severity == Info)).Take(MaxShown)) kept.Add(one);
        return [.. all.Where(kept.Contains)];
    }

    private static int LeftOutInfo(IReadOnlyList<EventRecord> all, IReadOnlyList<EventRecord> shown) => all.Count(e => e.Severity == Info) - shown.Count(e => e.Severity == Info);

    private static void Trips(Markup page, DryRunResult result)
    {
        Page.OpenSection(page, "Trips and first-out");
        if (result.Trips.Count == 0) page.Leaf("p", "No trip: nothing was first out.");
        else
            DataTable.Write(page, ["", "Time, s", "Where", "No.", "What happened", "What to do"], result.Trips.Select((trip, i) => (IReadOnlyList<Cell>)
                [new Cell(i == 0 ? "first out" : "") { Class = "bad" }, Right(ReportView.Seconds(trip.TimeS)), ReportView.Hoist(trip.Hoist), Cell.Of(trip.Number, 9), trip.Text + (trip.Expected ? " The scenario asked for it." : ""), EventDictionary.Get(trip.Number).NextAction]));
        page.Close();
    }

    private static IReadOnlyList<Cell> Row(EventRecord one)
    {
        bool info = one.Severity == Info, hasValue = one.Unit.Length > 0;
        return
        [
            Right(ReportView.Seconds(one.TimeS)), ReportView.Hoist(one.Hoist), new Cell(one.Severity) { Class = info ? "quiet" : "bad" }, Cell.Of(one.Number, 9), one.Text,
            Right(hasValue ? $"{Figures.Short(one.Value)} {one.Unit}" : ""), Right(hasValue && one.Limit != 0 ? $"{Figures.Short(one.Limit)} {one.Unit}" : ""),
        ];
    }

    private static Cell Right(string text) => new(text) { Class = "right" };
}
