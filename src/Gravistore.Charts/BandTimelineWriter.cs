namespace Gravistore.Charts;

/// <summary>Draws a <see cref="BandTimeline"/> as a figure of its own.</summary>
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

    /// <summary>Fill of a band, and a stripe across it: its colour, and its upper and lower edge as shares of the band's height; none without a colour.</summary>
    private static (string Fill, string Stripe, double From, double To) Look(BandStyle style) => style switch
    {
        BandStyle.Starting => ("#fff", "#444", 0.6, 0.85),
        BandStyle.Ready => ("#d9d9d9", "", 0, 0),
        BandStyle.Down => (LineStyle.Blue, "#002f4f", 0.8, 1),
        BandStyle.Up => ("#f3be8c", "#a04000", 0, 0.2),
        BandStyle.Work => ("#9fc3dd", "", 0, 0),
        BandStyle.Ending => ("#fff", "#444", 0.15, 0.4),
        BandStyle.Fault => (LineStyle.Black, "#ff6a3d", 0.4, 0.6),
        BandStyle.Hand => ("#fff", LineStyle.Purple, 0.35, 0.65),
        _ => ("#fff", "", 0, 0),
    };

    private static void Fill(Markup page, BandStyle style, string x, double topPx, string width, double heightPx)
    {
        (string fill, string stripe, double from, double to) = Look(style);
        page.Empty("rect", ("class", "band"), ("x", x), ("y", PlotFrame.Y(topPx)), ("width", width), ("height", PlotFrame.Y(heightPx)), ("fill", fill));
        if (stripe.Length > 0)
            page.Empty("rect", ("x", x), ("y", PlotFrame.Y(topPx + from * heightPx)), ("width", width), ("height", PlotFrame.Y((to - from) * heightPx)), ("fill", stripe));
    }

    private static void Legend(Markup page, BandTimeline timeline)
    {
        page.Open("span", ("class", "legend"));
        foreach (IGrouping<BandStyle, Band> style in timeline.Rows.SelectMany(r => r.Bands).GroupBy(b => b.Style).OrderBy(g => g.Key))
        {
            page.Open("span", ("class", "key")).Open("svg", ("width", "22"), ("height", "11"));
            Fill(page, style.Key, "0.5", 0.5, "21", 10);
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
        Fill(page, band.Style, Figures.Percent(from), topPx, Figures.Percent(Math.Max(to - from, LeastShare)), RowPx);
        if ((to - from) * NarrowPx < band.Name.Length * LetterPx) return;
        page.Leaf("text", band.Name, ("class", band.Style is BandStyle.Down or BandStyle.Fault ? "inband light" : "inband"), ("x", Figures.Percent(0.5 * (from + to))), ("y", PlotFrame.Y(topPx + RowPx - 5)), ("text-anchor", "middle"));
    }
}
