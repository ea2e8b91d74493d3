using Gravistore.Core.Dictionary;

namespace Gravistore.Recording.Incidents;

/// <summary>What kind of thing an entry tells.</summary>
public enum TimelineKind { Command, Mode, Event, Reaction, FirstOut }

/// <summary>One thing that happened.</summary>
/// <param name="Cycle">Number of the cycle.</param>
/// <param name="TimeNs">Its time [ns].</param>
/// <param name="Hoist">Hoist number from 0, or -1 for the plant.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Text">What happened, one clause.</param>
public sealed record TimelineEntry(long Cycle, long TimeNs, int Hoist, TimelineKind Kind, string Text)
{
    /// <summary>Severity of an event, from a warning upwards that of a reaction.</summary>
    public Severity Severity { get; init; }
    /// <summary>Number of the event or of the cause; 0 = none.</summary>
    public int Number { get; init; }
    /// <summary>Value and limit of an event in <see cref="Unit"/>.</summary>
    public double Value { get; init; }
    public double Limit { get; init; }
    /// <summary>Empty where value and limit mean nothing.</summary>
    public string Unit { get; init; } = "";
}
