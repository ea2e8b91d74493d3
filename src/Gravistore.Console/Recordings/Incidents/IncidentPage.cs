using System.Globalization;
using Gravistore.Charts;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Modes;
using Gravistore.DryRun.Report;
using Gravistore.Recording.Incidents;

namespace Gravistore.Console.Recordings.Incidents;

/// <summary>The story of an incident as a page for the browser and the printer.</summary>
internal static class IncidentPage
{
    private const int MaxRows = 400;

    public static string Write(IncidentView view)
    {
        IncidentTraces traces = IncidentTraces.Read(view);
        return Page.Write($"Incident: {view.Title}", page =>
        {
            Head(page, view);
            Trips(page, view);
            Limits(page, view);
            Modes(page, view, traces);
            IncidentPlots.Write(page, view, traces);
            Timeline(page, view);
        });
    }

    /// <summary>Trips as marks of a plot.</summary>
    internal static IReadOnlyList<Marker> Markers(IncidentView view) =>
        [.. view.Story.Trips.Select((t, i) => new Marker(t.TimeNs / 1e9, view.Story.Trips.Count == 1 ? "trip" : string.Create(CultureInfo.InvariantCulture, $"trip {i + 1}")))];

    private static void Head(Markup page, IncidentView view)
    {
        bool tripped = view.Story.Trips.Count > 0;
        page.Open("header").Leaf("h1", $"Incident: {view.Title}");
        page.Leaf("p", view.File.Header.Text("title"), ("class", "lead"));
        page.Leaf("div", tripped ? $"TRIP {EventDictionary.Get(view.Story.Trips[0].Number).Name}" : "no trip", ("class", tripped ? "verdict fail" : "verdict pass"));
        if (view.Clock.Length > 0) page.Leaf("p", view.Clock, ("class", "facts"));
        page.Leaf("p", FormattableString.Invariant($"{Figures.Fixed(view.FromS, 2)} s to {Figures.Fixed(view.UntilS, 2)} s, cycles {view.Story.FirstCycle} to {view.Story.LastCycle} \u00b7 recorded by {view.File.Header.Version} on {view.File.Header.Architecture} \u00b7 parameters {view.File.Header.ParameterHash}"), ("class", "facts")).Close();
        foreach (Recording.Damage damage in view.File.Damages) page.Leaf("p", $"Lost: {damage}", ("class", "note"));
    }

    private static void Trips(Markup page, IncidentView view)
    {
        Page.OpenSection(page, "First-out");
        if (view.Story.Trips.Count == 0) page.Leaf("p", "No trip: first-out was never set other than by the start.");
        else
            DataTable.Write(page, ["Time, s", "Where", "Cause", "What happened", "Value", "Limit", "What to do"], view.Story.Trips.Select(trip => (IReadOnlyList<Cell>)
                [Right(IncidentView.Seconds(trip.TimeNs)), IncidentView.Hoist(trip.Hoist), $"{trip.Number} {EventDictionary.Get(trip.Number).Name}", EventDictionary.Get(trip.Number).Text, Value(trip, trip.Value), Value(trip, trip.Limit), EventDictionary.Get(trip.Number).NextAction]));
        page.Close();
    }

    private static void Limits(Markup page, IncidentView view)
    {
        Page.OpenSection(page, "Values and their limits");
        if (view.Story.Limits.Count == 0) page.Leaf("p", "The parameters are those of another version: its limits are unknown.");
        else
            DataTable.Write(page, ["", "Value", "Where", "Nearest", "Limit", "Margin", "Unit", "At, s", "Beyond for, s"], view.NearestLimits().Select(limit => (IReadOnlyList<Cell>)
            [
                new Cell(limit.Crossed ? "crossed" : "within") { Class = limit.Crossed ? "bad" : "quiet" }, limit.Name, IncidentView.Hoist(limit.Hoist), Cell.Of(limit.Value), Cell.Of(limit.Limit), Cell.Of(limit.Margin, 3), limit.Unit,
                Right(IncidentView.Seconds(limit.TimeNs)), Right(limit.LongestCycles > 0 ? Figures.Fixed(0.01 * limit.LongestCycles, 2) : ""),
            ]), "tight");
        page.Leaf("p", "As recorded, against the recorded parameters: every value that crossed its limit, and of the others where it came nearest. A protection may ask for more than one cycle beyond a limit before it acts.", ("class", "note")).Close();
    }

    private static void Modes(Markup page, IncidentView view, IncidentTraces traces)
    {
        Page.OpenSection(page, "Modes");
        Axis time = TimeAxis.Of(view.FromS, view.UntilS);
        BandRow plant = new("plant", [.. traces.PlantModes.Stretches(view.UntilS).Select(s => ModeText.BandOf((PlantMode)s.State, s.FromS, s.ToS))]);
        IEnumerable<BandRow> hoists = traces.Hoists.Select((hoist, i) => new BandRow(IncidentView.Hoist(i), [.. hoist.Modes.Stretches(view.UntilS).Select(s => ModeText.BandOf((HoistMode)s.State, s.FromS, s.ToS))]));
        BandTimelineWriter.Write(page, new BandTimeline { Title = "Modes of plant and hoists", Time = time, Rows = [plant, .. hoists], Markers = Markers(view) });
        page.Close();
    }

    private static void Timeline(Markup page, IncidentView view)
    {
        Page.OpenSection(page, "Timeline");
        bool clock = view.Clock.Length > 0;
        DataTable.Write(page, ["Time, s", .. clock ? (string[])["UTC"] : [], "Cycle", "Where", "What", "Value", "Limit"], view.Rows.Take(MaxRows).Select(row => (IReadOnlyList<Cell>)
        [
            Right(IncidentView.Seconds(row.First.TimeNs)), .. clock ? (Cell[])[Right(IncidentView.TimeOfDay(view.File.Header, row.First.TimeNs))] : [], Cell.Of(row.First.Cycle, 12), row.Where, new Cell(row.First.Text) { Class = row.First.Severity >= Severity.Warning ? "bad" : "quiet" }, Value(row.First, row.First.Value), Value(row.First, row.First.Limit),
        ]));
        int leftOut = Math.Max(0, view.Rows.Count - MaxRows);
        page.Leaf("p", leftOut == 0 ? "What several hoists tell in the same cycle is one row." : $"{leftOut} later rows are left out here; the JSON result holds everything.", ("class", "note")).Close();
    }

    private static Cell Value(TimelineEntry entry, double value) => entry.Unit.Length == 0 ? Right("") : Right($"{Figures.Short(value)} {entry.Unit}");

    private static Cell Right(string text) => new(text) { Class = "right" };
}
