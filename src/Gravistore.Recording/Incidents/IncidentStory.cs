using Gravistore.Recording.Reading;

namespace Gravistore.Recording.Incidents;

/// <summary>What a recording tells: who commanded what, modes, events, reactions with their causes, trips with first-out, and how near each value came to its limit.</summary>
public sealed record IncidentStory
{
    /// <summary>Numbers of the first and the last cycle told, and their times [ns].</summary>
    public required long FirstCycle { get; init; }
    public required long LastCycle { get; init; }
    public required long FromNs { get; init; }
    public required long UntilNs { get; init; }
    /// <summary>Everything that happened, in order.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
    /// <summary>Cycles in which first-out was set, other than by the start; the event that did it.</summary>
    public required IReadOnlyList<TimelineEntry> Trips { get; init; }
    /// <summary>How near values came to their limits; empty when the parameters are those of another version.</summary>
    public required IReadOnlyList<LimitApproach> Limits { get; init; }

    /// <summary>Reads a whole recording; null when no cycle of it can be read.</summary>
    /// <param name="file">The recording.</param>
    public static IncidentStory? Of(RecordingFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        CycleCursor cursor = new(file);
        if (!cursor.MoveTo(0)) return null;
        TimelineBuilder timeline = new(file.Header.HoistCount);
        LimitWatch? limits = ParameterDocument.Read(file.Header.Parameters, out _) is { } plant && plant.HoistCount == file.Header.HoistCount ? new LimitWatch(plant) : null;
        (long firstCycle, long fromNs) = (cursor.Cycle, cursor.Input.NowNs);
        do
        {
            timeline.Take(cursor.Cycle, cursor.Input, cursor.Result);
            limits?.Take(cursor.Input, cursor.Result);
        }
        while (cursor.Next());
        return new IncidentStory
        {
            FirstCycle = firstCycle,
            FromNs = fromNs,
            LastCycle = cursor.Cycle,
            UntilNs = cursor.Input.NowNs,
            Timeline = timeline.Entries,
            Trips = timeline.Trips,
            Limits = limits?.Approaches() ?? [],
        };
    }
}
