using Gravistore.Charts;
using Gravistore.Core.Dictionary;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Report;

/// <summary>Trips with the first of them named, and the events.</summary>
internal static class EventSection
{
    /// <summary>Rows shown; warnings and worse come before information when there are more.</summary>
    public const int MaxShown = 150;
    private const string Info = "info";

    public static void Write(Markup page, ReportView view)
    {
        Trips(page, view.Result);
        Page.OpenSection(page, "Events");
        IReadOnlyList<EventRecord> all = view.Result.Events;
        IReadOnlyList<EventGroup> shown = Shown(EventGroup.Of(all));
        DataTable.Write(page, ["Time, s", "Where", "Severity", "No.", "What", "Value", "Limit"], shown.Select(Row));
        page.Leaf("p", Count(all, shown, view.Result.EventsLost), ("class", "note")).Close();
    }

    /// <summary>What is shown: everything from a warning upwards, then information from the start of the run, in order of time.</summary>
    internal static IReadOnlyList<EventGroup> Shown(IReadOnlyList<EventGroup> all)
    {
        if (all.Count <= MaxShown) return all;
        HashSet<EventGroup> kept = new(ReferenceEqualityComparer.Instance);
        foreach (EventGroup one in all.Where(g => g.First.Severity != Info).Concat(all.Where(g => g.First.Severity == Info)).Take(MaxShown)) kept.Add(one);
        return [.. all.Where(kept.Contains)];
    }

    private static string Count(IReadOnlyList<EventRecord> all, IReadOnlyList<EventGroup> shown, long lost)
    {
        int told = shown.Sum(g => g.Events.Count), information = all.Count(e => e.Severity == Info) - shown.Where(g => g.First.Severity == Info).Sum(g => g.Events.Count);
        string text = told == all.Count && lost == 0 ? FormattableString.Invariant($"All {all.Count} events")
            : FormattableString.Invariant($"{told} of {all.Count + lost} events; {all.Count + lost - told} are left out here ({information} of them information), the JSON result holds {all.Count}");
        return text + "; what several hoists tell within 0.1 s is one row.";
    }

    private static void Trips(Markup page, DryRunResult result)
    {
        Page.OpenSection(page, "Trips and first-out");
        if (result.Trips.Count == 0) page.Leaf("p", "No trip since the plant became ready: nothing was first out. Before that it is tripped by its own start.");
        else
            DataTable.Write(page, ["", "Time, s", "Where", "No.", "What happened", "What to do"], result.Trips.Select((trip, i) => (IReadOnlyList<Cell>)
                [new Cell(i == 0 ? "first out" : "") { Class = "bad" }, Right(ReportView.Seconds(trip.TimeS)), ReportView.Hoist(trip.Hoist), Cell.Of(trip.Number, 9), trip.Text + (trip.Expected ? " The scenario asked for it." : ""), EventDictionary.Get(trip.Number).NextAction]));
        page.Close();
    }

    private static IReadOnlyList<Cell> Row(EventGroup group)
    {
        EventRecord first = group.First;
        string css = first.Severity == Info ? "quiet" : "bad";
        return [Right(ReportView.Seconds(first.TimeS)), group.Where, new Cell(first.Severity) { Class = css }, Cell.Of(first.Number, 9), first.Text, Right(group.Values), Right(group.Limits)];
    }

    private static Cell Right(string text) => new(text) { Class = "right" };
}
