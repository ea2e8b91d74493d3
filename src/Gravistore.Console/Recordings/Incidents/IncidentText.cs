using Gravistore.Charts;
using Gravistore.Core.Dictionary;
using Gravistore.Recording.Incidents;

namespace Gravistore.Console.Recordings.Incidents;

/// <summary>The story of an incident as plain text.</summary>
internal static class IncidentText
{
    private const int Column = 14;
    /// <summary>Rows of the timeline shown; the JSON result has them all.</summary>
    private const int MaxRows = 200;

    public static void Print(TextWriter output, IncidentView view)
    {
        Row(output, "recording", $"{view.Title}; {Figures.Fixed(view.FromS, 2)} s to {Figures.Fixed(view.UntilS, 2)} s, by {view.File.Header.Version}");
        if (view.Clock.Length > 0) Row(output, "clock", view.Clock);
        Row(output, "trips", view.Summary);
        foreach (TimelineEntry trip in view.Story.Trips) Trip(output, trip);
        Limits(output, view);
        Timeline(output, view);
    }

    private static void Trip(TextWriter output, TimelineEntry trip)
    {
        EventInfo info = EventDictionary.Get(trip.Number);
        Row(output, $"  {IncidentView.Seconds(trip.TimeNs)} s", $"{IncidentView.Cause(trip)}: {info.Text}");
        if (info.NextAction.Length > 0) Row(output, "", info.NextAction);
    }

    private static void Limits(TextWriter output, IncidentView view)
    {
        if (view.Story.Limits.Count == 0)
        {
            Row(output, "limits", "unknown: the parameters are those of another version");
            return;
        }
        Row(output, "limits", "those that were crossed, else where a value came nearest to its limit");
        foreach (LimitApproach limit in view.NearestLimits())
            output.WriteLine($"  {(limit.Crossed ? "CROSSED" : "within "),-8} {limit.Name,-36} {IncidentView.Hoist(limit.Hoist),-6} {Figures.Short(limit.Value),10} {limit.Unit,-5} limit {Figures.Short(limit.Limit),10}  {Margin(limit)} at {IncidentView.Seconds(limit.TimeNs)} s{Longest(limit)}");
    }

    /// <summary>How far within or beyond.</summary>
    internal static string Margin(LimitApproach limit) => $"{(limit.Crossed ? "beyond by" : "margin")} {Figures.Short(Math.Abs(limit.Margin), 3)} {limit.Unit}";

    internal static string Longest(LimitApproach limit) => limit.LongestCycles > 0 ? $", for {Figures.Fixed(0.01 * limit.LongestCycles, 2)} s" : "";

    private static void Timeline(TextWriter output, IncidentView view)
    {
        bool clock = view.Clock.Length > 0;
        Row(output, "timeline", clock ? "time of the recording, time of day (UTC)" : "");
        foreach ((TimelineEntry entry, string where) in view.Rows.Take(MaxRows))
            output.WriteLine($"{IncidentView.Seconds(entry.TimeNs),10} s  {(clock ? IncidentView.TimeOfDay(view.File.Header, entry.TimeNs) + "  " : "")}{where,-9} {entry.Text}{IncidentView.ValueAndLimit(entry)}");
        if (view.Rows.Count > MaxRows) output.WriteLine($"and {view.Rows.Count - MaxRows} more; --json FILE writes them all");
    }

    private static void Row(TextWriter output, string name, string text) => output.WriteLine($"{name.PadRight(Column)} {text}".TrimEnd());
}
