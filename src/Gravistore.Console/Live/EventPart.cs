using System.Globalization;
using Gravistore.DryRun.Results;

namespace Gravistore.Console.Live;

/// <summary>The newest events of the controller, the newest at the bottom: when, where, name, and what happened where that fits.</summary>
internal static class EventPart
{
    private const int FewRows = 3, TimeWidth = 10, PlaceWidth = 5, NameWidth = 18;

    /// <summary>Draws into all of <paramref name="canvas"/>.</summary>
    public static void Draw(Canvas canvas, LiveModel model, Glyphs glyphs)
    {
        IReadOnlyList<EventRecord> events = model.Now.Events;
        bool lost = model.Now.EventsLost > 0 && canvas.Height > FewRows;
        int rows = canvas.Height - (lost ? 1 : 0), first = Math.Max(0, events.Count - rows);
        for (int i = first; i < events.Count; i++) Row(canvas, i - first, events[i], glyphs);
        if (lost) canvas.Write(0, rows, Fit.First(canvas.Width, $"events counted and not kept: {model.Now.EventsLost}", $"not kept: {model.Now.EventsLost}"), Ink.Warning);
    }

    private static void Row(Canvas canvas, int y, EventRecord one, Glyphs glyphs)
    {
        string time = Fit.Number(one.TimeS, TimeWidth - 2, "0.00", "0").PadLeft(TimeWidth - 2) + " s";
        string place = one.Hoist < 0 ? "plant" : $"h{one.Hoist + 1}";
        string head = $"{time}  {place.PadRight(PlaceWidth)}  ", name = one.Name.PadRight(NameWidth);
        string value = one.Unit.Length > 0 ? $" {one.Value.ToString("G5", CultureInfo.InvariantCulture)} {one.Unit}" : "";
        string text = Fit.First(canvas.Width, $"{head}{name}{value}  {one.Text}", $"{head}{name}{value}", $"{head}{one.Name}", one.Name);
        if (text.Length == 0) text = Fit.Shorten(one.Name, canvas.Width, glyphs);
        canvas.Write(0, y, text, InkOf(one.Severity));
    }

    private static Ink InkOf(string severity) => severity switch
    {
        "trip" => Ink.Trip,
        "warning" or "alarm" => Ink.Warning,
        _ => Ink.Plain,
    };
}
