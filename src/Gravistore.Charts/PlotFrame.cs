namespace Gravistore.Charts;

/// <summary>
/// The inside of a plot. Horizontal places are shares of the width and vertical ones pixels, so that a drawing fills a page of any width while its letters
/// keep their size; only lines are stretched, and their strokes are not.
/// </summary>
internal static class PlotFrame
{
    /// <summary>Units of a stretched drawing across and up.</summary>
    public const double Across = 2000, Up = 1000;
    /// <summary>Share of the width from which on a label is set to the left of its place.</summary>
    private const double NearEnd = 0.94;
    /// <summary>Markers nearer to each other than this share of the width have one label.</summary>
    private const double MarkerRoom = 0.035;

    public static string Y(double px) => Figures.Coordinate(px);

    /// <summary>Grid lines and labels of the time axis.</summary>
    public static void TimeGrid(Markup page, Axis time, double heightPx)
    {
        for (int i = 0; i < time.Ticks.Count; i++)
        {
            double share = time.Share(time.Ticks[i].Value);
            bool last = i == time.Ticks.Count - 1;
            string x = Figures.Percent(share);
            page.Empty("line", ("class", "grid"), ("x1", x), ("x2", x), ("y1", "0"), ("y2", Y(heightPx)));
            string anchor = last && share > NearEnd ? "end" : "middle";
            page.Leaf("text", last ? $"{time.Ticks[i].Label} {time.Unit}" : time.Ticks[i].Label, ("class", "tick"), ("x", x), ("y", Y(heightPx + 14)), ("text-anchor", anchor));
        }
    }

    /// <summary>Grid lines and labels of the value axis.</summary>
    public static void ValueGrid(Markup page, Axis values, double heightPx)
    {
        foreach (Tick tick in values.Ticks)
        {
            string y = Y(heightPx * (1 - values.Share(tick.Value)));
            page.Empty("line", ("class", tick.Value == 0 ? "grid zero" : "grid"), ("x1", "0"), ("x2", "100%"), ("y1", y), ("y2", y));
            page.Leaf("text", tick.Label, ("class", "tick"), ("x", "-6"), ("y", y), ("dy", "3.5"), ("text-anchor", "end"));
        }
        page.Leaf("text", values.Unit, ("class", "tick unit"), ("x", "-6"), ("y", "-9"), ("text-anchor", "end"));
    }

    /// <summary>Moments, with labels where there is room; neighbours share one.</summary>
    public static void Markers(Markup page, Axis time, IReadOnlyList<Marker> markers, double heightPx)
    {
        for (int i = 0; i < markers.Count;)
        {
            double share = time.Share(markers[i].TimeS);
            int next = i;
            for (; next < markers.Count && time.Share(markers[next].TimeS) - share < MarkerRoom; next++) MarkerLine(page, time.Share(markers[next].TimeS), heightPx);
            string label = next - i > 2 ? $"{markers[i].Label}\u2013{markers[next - 1].Label}" : string.Join(',', markers.Skip(i).Take(next - i).Select(m => m.Label));
            if (share is >= 0 and <= 1) page.Leaf("text", label, ("class", "marker"), ("x", Figures.Percent(share)), ("dx", "2"), ("y", "-3"));
            i = next;
        }
    }

    /// <summary>Opens a drawing that is stretched over the inside.</summary>
    public static void OpenStretched(Markup page, double heightPx) =>
        page.Open("svg", ("width", "100%"), ("height", Y(heightPx)), ("viewBox", FormattableString.Invariant($"0 0 {Across} {Up}")), ("preserveAspectRatio", "none"));

    private static void MarkerLine(Markup page, double share, double heightPx)
    {
        if (share is < 0 or > 1) return;
        page.Empty("line", ("class", "marker"), ("x1", Figures.Percent(share)), ("x2", Figures.Percent(share)), ("y1", "0"), ("y2", Y(heightPx)));
    }
}
