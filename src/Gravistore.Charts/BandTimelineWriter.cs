namespace Gravistore.Charts;

/// <summary>Draws a <see cref="BandTimeline"/> as a figure of its own. A page with one needs <see cref="WritePatterns"/> once.</summary>
public static class BandTimelineWriter
{
    private const double RowPx = 18, GapPx = 4;
    /// <summary>Width of a letter, and of a timeline on a telephone [px]: a name stands in its band where it fits even there.</summary>
    private const double LetterPx = 6.3, NarrowPx = 280;
    /// <summary>No band is drawn narrower than this share of the width: a short one must still be seen.</summary>
    private const double LeastShare = 0.0008;

    /// <summary>Writes the figure.</summary>
    public static void Write(Markup page, BandTimeline timeline)
    {
        double heightPx = timeline.Rows.Count * (RowPx + GapPx);
        page.Open("figure", ("class", "plot")).Open("figcaption").Leaf("span", timeline.Title, ("class", "what"));
        Legend(page, timeline);
        page.Close().Open("div", ("class", "frame"));
        page.Open("svg", ("class", "inside"), ("height", PlotFrame.Y(heightPx)), ("role", "img"), ("aria-label", timeline.Title));
        PlotFrame.TimeGrid(page, timeline.Time, heightPx);
        for (int i = 0; i < timeline.Rows.Count; i++) Row(page, timeline, timeline.Rows[i], i * (RowPx + GapPx));
        PlotFrame.Markers(page, timeline.Time, timeline.Markers, heightPx);
        page.Close().Close().Close();
    }

    /// <summary>Writes the patterns that bands are filled with; once on a page.</summary>
    public static void WritePatterns(Markup page)
    {
        page.Open("svg", ("class", "defs"), ("width", "0"), ("height", "0")).Open("defs");
        Pattern(page, BandStyle.Starting, "#fff", LineStyle.Black, "M0 6L6 0M-1 1L1 -1M5 7L7 5");
        Pattern(page, BandStyle.Up, "#f0b27a", LineStyle.Vermilion, "M0 6L6 0M-1 1L1 -1M5 7L7 5");
        Pattern(page, BandStyle.Ending, "#fff", LineStyle.Black, "M0 0L6 6M-1 5L1 7M5 -1L7 1");
        Pattern(page, BandStyle.Fault, "#1a1a1a", "#ff6a3d", "M0 0L6 6M6 0L0 6");
        Pattern(page, BandStyle.Hand, "#fff", LineStyle.Purple, "M3 2v2");
        page.Close().Close();
    }

    private static void Pattern(Markup page, BandStyle style, string ground, string stroke, string path)
    {
        page.Open("pattern", ("id", Id(style)), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"));
        page.Empty("rect", ("width", "6"), ("height", "6"), ("fill", ground));
        page.Empty("path", ("d", path), ("stroke", stroke), ("stroke-width", "1"), ("fill", "none"));
        page.Close();
    }

    private static string Id(BandStyle style) => "band-" + style.ToString().ToLowerInvariant();

    private static string Fill(BandStyle style) => style switch
    {
        BandStyle.Rest => "#fff",
        BandStyle.Ready => "#d9d9d9",
        BandStyle.Down => LineStyle.Blue,
        BandStyle.Work => "#8fb8d6",
        _ => $"url(#{Id(style)})",
    };

    private static void Legend(Markup page, BandTimeline timeline)
    {
        page.Open("span", ("class", "legend"));
        foreach (IGrouping<BandStyle, Band> style in timeline.Rows.SelectMany(r => r.Bands).GroupBy(b => b.Style).OrderBy(g => g.Key))
        {
            page.Open("span", ("class", "key")).Open("svg", ("width", "22"), ("height", "11"));
            page.Empty("rect", ("class", "band"), ("x", "0.5"), ("y", "0.5"), ("width", "21"), ("height", "10"), ("fill", Fill(style.Key)));
            page.Close().Text(string.Join(", ", style.Select(b => b.Name).Distinct())).Close();
        }
        page.Close();
    }

    private static void Row(Markup page, BandTimeline timeline, BandRow row, double topPx)
    {
        page.Leaf("text", row.Name, ("class", "tick"), ("x", "-6"), ("y", PlotFrame.Y(topPx + RowPx - 5)), ("text-anchor", "end"));
        foreach (Band band in row.Bands) Draw(page, timeline.Time, band, topPx);
    }

    private static void Draw(Markup page, Axis time, Band band, double topPx)
    {
        double from = Math.Clamp(time.Share(band.FromS), 0, 1), to = Math.Clamp(time.Share(band.ToS), 0, 1);
        page.Empty("rect", ("class", "band"), ("x", Figures.Percent(from)), ("y", PlotFrame.Y(topPx)), ("width", Figures.Percent(Math.Max(to - from, LeastShare))), ("height", PlotFrame.Y(RowPx)), ("fill", Fill(band.Style)));
        if ((to - from) * NarrowPx < band.Name.Length * LetterPx) return;
        page.Leaf("text", band.Name, ("class", band.Style is BandStyle.Down or BandStyle.Fault ? "inband light" : "inband"), ("x", Figures.Percent(0.5 * (from + to))), ("y", PlotFrame.Y(topPx + RowPx - 5)), ("text-anchor", "middle"));
    }
}
