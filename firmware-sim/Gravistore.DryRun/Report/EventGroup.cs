using Gravistore.Charts;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Report;

/// <summary>Events that tell the same of several hoists at once: one row for a reader.</summary>
internal sealed record EventGroup(EventRecord First, IReadOnlyList<EventRecord> Events)
{
    /// <summary>Events this near to the first of a group belong to it [s].</summary>
    public const double TogetherS = 0.1;

    /// <summary>Where they were.</summary>
    public string Where => NameRun.Of([.. Events.Select(e => ReportView.Hoist(e.Hoist)).Distinct()]);

    /// <summary>Their values with the unit, from the least to the greatest; empty where they mean nothing.</summary>
    public string Values => Range(e => e.Value);

    /// <summary>The limits crossed; empty where there are none.</summary>
    public string Limits => Events.All(e => e.Limit == 0) ? "" : Range(e => e.Limit);

    /// <summary>Groups in order of time. Each hoist is in a group once: what happens to it twice is told twice.</summary>
    public static IReadOnlyList<EventGroup> Of(IReadOnlyList<EventRecord> events)
    {
        List<EventGroup> groups = [];
        List<List<EventRecord>> members = [];
        Dictionary<(int, string, string), int> open = [];
        foreach (EventRecord one in events)
        {
            (int, string, string) key = (one.Number, one.Severity, one.Text);
            bool joins = open.TryGetValue(key, out int at) && one.TimeS - groups[at].First.TimeS <= TogetherS + 1e-6 && !members[at].Exists(e => e.Hoist == one.Hoist);
            if (!joins)
            {
                at = open[key] = groups.Count;
                members.Add([]);
                groups.Add(new EventGroup(one, members[at]));
            }
            members[at].Add(one);
        }
        return groups;
    }

    private string Range(Func<EventRecord, double> value)
    {
        if (First.Unit.Length == 0) return "";
        string least = Figures.Short(Events.Min(value)), greatest = Figures.Short(Events.Max(value));
        return least == greatest ? $"{least} {First.Unit}" : $"{least} to {greatest} {First.Unit}";
    }
}
