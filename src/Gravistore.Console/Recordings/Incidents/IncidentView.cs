using System.Globalization;
using Gravistore.Charts;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Protection;
using Gravistore.Recording;
using Gravistore.Recording.Incidents;

namespace Gravistore.Console.Recordings.Incidents;

/// <summary>What text, JSON and page of an incident have in common.</summary>
internal sealed class IncidentView
{
    /// <summary>Plots show this much before and after the first trip [s].</summary>
    public const double AroundS = 10;

    public IncidentView(RecordingFile file, IncidentStory story)
    {
        File = file;
        Story = story;
        (FromS, UntilS) = (story.FromNs / 1e9, Math.Max(story.UntilNs / 1e9, story.FromNs / 1e9 + 0.01));
        double tripS = story.Trips.Count > 0 ? story.Trips[0].TimeNs / 1e9 : double.NaN;
        (PlotFromS, PlotUntilS) = story.Trips.Count > 0 ? (Math.Max(FromS, tripS - AroundS), Math.Min(UntilS, tripS + AroundS)) : (FromS, UntilS);
        Rows = Grouped(story.Timeline);
    }

    public RecordingFile File { get; }
    public IncidentStory Story { get; }
    public double FromS { get; }
    public double UntilS { get; }
    public double PlotFromS { get; }
    public double PlotUntilS { get; }

    /// <summary>The timeline; what several hoists tell in the same cycle is one row.</summary>
    public IReadOnlyList<(TimelineEntry First, string Where)> Rows { get; }

    /// <summary>What it is the story of.</summary>
    public string Title
    {
        get
        {
            RecordingHeader header = File.Header;
            string scenario = header.Text("scenario");
            return $"{(scenario.Length > 0 ? scenario + " on " : "")}{header.Plant}, {header.HoistCount} hoist{(header.HoistCount == 1 ? "" : "s")}";
        }
    }

    /// <summary>The trips in one sentence.</summary>
    public string Summary => Story.Trips.Count == 0 ? "no trip: first-out was never set other than by the start"
        : $"{Story.Trips.Count} trip{(Story.Trips.Count == 1 ? "" : "s")}; first-out at {Seconds(Story.Trips[0].TimeNs)} s: {Cause(Story.Trips[0])}";

    /// <summary>When that was by the clock on the wall, UTC; empty where the recording does not tell, as that of a dry run.</summary>
    public string Clock => File.Header.UtcAt(Story.FromNs) is null ? ""
        : $"{At(Story.FromNs)} to {At(Story.UntilNs)} UTC" + (Story.Trips.Count > 0 ? $"; first-out at {At(Story.Trips[0].TimeNs)}" : "");

    private string At(long timeNs) => File.Header.UtcAt(timeNs)!.Value.ToString("yyyy-MM-dd HH:mm:ss.f", CultureInfo.InvariantCulture);

    /// <summary>The time of day, UTC, to the hundredth of a second; empty where the recording does not tell it.</summary>
    public static string TimeOfDay(RecordingHeader header, long timeNs) => header.UtcAt(timeNs)?.ToString("HH:mm:ss.ff", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Number, name and place of a trip's cause.</summary>
    public static string Cause(TimelineEntry trip) => $"{trip.Number} {EventDictionary.Get(trip.Number).Name}, {Hoist(trip.Hoist)}{ValueAndLimit(trip)}";

    /// <summary>A value with its limit and how far it is beyond; empty where they mean nothing.</summary>
    public static string ValueAndLimit(TimelineEntry entry) => entry.Unit.Length == 0 ? ""
        : entry.Limit == 0 ? $" ({Figures.Short(entry.Value)} {entry.Unit})"
        : $" ({Figures.Short(entry.Value)} {entry.Unit}, limit {Figures.Short(entry.Limit)} {entry.Unit}{Beyond(entry)})";

    // Slack rope is the one protection whose value falls below its limit; the others compare sizes.
    private static string Beyond(TimelineEntry entry)
    {
        bool slack = entry.Number is ProtectionNumber.SlackWarning or ProtectionNumber.SlackTrip;
        double beyond = slack ? entry.Limit - entry.Value : Math.Abs(entry.Value) - Math.Abs(entry.Limit);
        return entry.Number >= ProtectionNumber.Start && beyond > 0 ? $", beyond by {Figures.Short(beyond, 3)} {entry.Unit}" : "";
    }

    public static string Hoist(int hoist) => hoist < 0 ? "plant" : string.Create(CultureInfo.InvariantCulture, $"h{hoist + 1}");

    public static string Seconds(long timeNs) => Figures.Fixed(timeNs / 1e9, 2);

    /// <summary>Approaches to limits worth a row: those that were crossed, and of each kind the nearest.</summary>
    public IReadOnlyList<LimitApproach> NearestLimits() =>
        [.. Story.Limits.GroupBy(l => l.Name).SelectMany(kind => kind.Any(l => l.Crossed) ? kind.Where(l => l.Crossed) : [kind.MinBy(l => l.Margin)!])];

    private static List<(TimelineEntry, string)> Grouped(IReadOnlyList<TimelineEntry> entries)
    {
        List<(TimelineEntry, string)> rows = [];
        foreach (IGrouping<long, TimelineEntry> cycle in entries.GroupBy(e => e.Cycle))
            foreach (IGrouping<(TimelineKind, string, bool), TimelineEntry> same in cycle.GroupBy(e => (e.Kind, e.Text, e.Hoist < 0)))
                rows.Add((same.First(), NameRun.Of([.. same.Select(e => Hoist(e.Hoist)).Distinct()])));
        return rows;
    }
}
