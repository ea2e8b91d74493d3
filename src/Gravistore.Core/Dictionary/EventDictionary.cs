namespace Gravistore.Core.Dictionary;

/// <summary>Every event the controller can raise, declared once.</summary>
public static class EventDictionary
{
    private static readonly EventInfo[] Declared = [];

    /// <summary>All events in ascending order of number.</summary>
    public static IReadOnlyList<EventInfo> All => Declared;

    /// <summary>The declaration of <paramref name="number"/>; an unknown number gives a declaration that says so.</summary>
    public static EventInfo Get(int number)
    {
        foreach (EventInfo info in Declared)
            if (info.Number == number) return info;
        return new EventInfo(number, "unknown", "", Severity.Info, $"Event {number} is not declared.", "");
    }
}
