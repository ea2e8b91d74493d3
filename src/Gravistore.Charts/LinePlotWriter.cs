namespace Gravistore.Charts;

/// <summary>Draws a <see cref="LinePlot"/> as a figure of its own.</summary>
public static class LinePlotWriter
{
    /// <summary>Least distance of names at line ends and of names of levels [px].</summary>
    private const double NameRoomPx = 11;
    /// <summary>Values beyond the axis by less than this share of it are hidden by the line's own width.</summary>
    private const double Unseen = 0.005;

    /// <summary>Writes the figure.</summary>
    public static void Write(Markup page, LinePlot plot)
    {
        page.Open("figure", ("class", "plot"));
        Caption(page, plot);
        page.Open("div", ("class", plot.NamesAtEnds ? "frame named" : "frame"));
        page.Open("svg", ("class", "inside"), ("height", PlotFrame.Y(plot.HeightPx)), ("role", "img"), ("aria-label", plot.Title));
        PlotFrame.ValueGrid(page, plot.Values, plot.HeightPx);
        PlotFrame.TimeGrid(page, plot.Time, plot.HeightPx);
        PlotFrame.Markers(page, plot.Time, plot.Markers, plot.HeightPx);
        Levels(page, plot);
        PlotFrame.OpenStretched(page, plot.HeightPx);
        foreach (Series series in plot.Series) Line(page, series, plot);
        page.Close();
        Excess(page, plot);
        if (plot.NamesAtEnds) Names(page, plot);
        page.Close().Close().Close();
    }

    private static void Caption(Markup page, LinePlot plot)
    {
        page.Open("figcaption").Leaf("span", plot.Title, ("class", "what"));
        if (!plot.HideLegend && !plot.NamesAtEnds && plot.Series.Count > 1)
        {
            page.Open("span", ("class", "legend"));
            foreach (Series series in plot.Series) Key(page, series);
            page.Close();
        }
        page.Close();
    }

    private static void Key(Markup page, Series series)
    {
        page.Open("span", ("class", "key")).Open("svg", ("width", "30"), ("height", "8"));
        page.Empty("line", ("x1", "0"), ("x2", "30"), ("y1", "4"), ("y2", "4"), ("stroke", series.Style.Color),
            ("stroke-width", Figures.Coordinate(series.Style.WidthPx)), ("stroke-dasharray", series.Style.Dashes));
        page.Close().Text(series.Name).Close();
    }

    private static void Line(Markup page, Series series, LinePlot plot)
    {
        string path = PathText.Of(series.Points, plot.Time, plot.Values);
        if (path.Length == 0) return;
        page.Empty("path", ("class", "line"), ("d", path), ("stroke", series.Style.Color), ("stroke-width", Figures.Coordinate(series.Style.WidthPx)), ("stroke-dasharray", series.Style.Dashes));
    }

    private static void Levels(Markup page, LinePlot plot)
    {
        foreach (Level level in plot.Levels.Where(l => plot.Values.Share(l.Value) is >= 0 and <= 1))
        {
            string y = PlotFrame.Y(HeightOf(plot, level.Value));
            page.Empty("line", ("x1", "0"), ("x2", "100%"), ("y1", y), ("y2", y), ("stroke", level.Style.Color),
                ("stroke-width", Figures.Coordinate(level.Style.WidthPx)), ("stroke-dasharray", level.Style.Dashes));
            bool below = plot.Values.Share(level.Value) > 0.9;
            page.Leaf("text", level.Name, ("class", "level"), ("x", "100%"), ("dx", "-3"), ("y", y), ("dy", below ? "11" : "-3"), ("text-anchor", "end"), ("fill", level.Style.Color));
        }
    }

    // Where values leave the axis their place is marked at its edge: nothing is cut off in silence.
    private static void Excess(Markup page, LinePlot plot)
    {
        double lastShare = -1;
        foreach (TracePoint point in plot.Series.SelectMany(s => s.Points).Where(p => plot.Values.Share(p.Value) is > 1 + Unseen or < -Unseen).OrderBy(p => p.TimeS))
        {
            double share = plot.Time.Share(point.TimeS);
            if (share < 0 || share > 1 || share - lastShare < 0.01) continue;
            lastShare = share;
            bool above = point.Value > plot.Values.Max;
            page.Leaf("text", above ? "\u25b2" : "\u25bc", ("class", "excess"), ("x", Figures.Percent(share)), ("y", PlotFrame.Y(above ? 8 : plot.HeightPx)), ("text-anchor", "middle"));
        }
    }

    // Lines that end together share one name, the others keep their distance.
    private static void Names(Markup page, LinePlot plot)
    {
        double freePx = double.NegativeInfinity;
        foreach ((double px, string name) in Ends(plot))
        {
            double at = Math.Max(px, freePx);
            freePx = at + NameRoomPx;
            page.Leaf("text", name, ("class", "name"), ("x", "100%"), ("dx", "4"), ("y", PlotFrame.Y(at)), ("dy", "3.5"));
        }
    }

    private static List<(double Px, string Name)> Ends(LinePlot plot)
    {
        List<(double Px, string Name)> ends = [];
        foreach (Series series in plot.Series)
            if (series.Points.LastOrDefault(p => double.IsFinite(p.Value)) is { TimeS: > 0 } last) ends.Add((HeightOf(plot, last.Value), series.Name));
        ends = [.. ends.OrderBy(e => e.Px)];
        List<(double Px, string Name)> joined = [];
        for (int i = 0, next; i < ends.Count; i = next)
        {
            for (next = i + 1; next < ends.Count && ends[next].Px - ends[i].Px < 2; next++) { }
            joined.Add((ends[i].Px, NameRun.Of([.. ends[i..next].Select(e => e.Name)])));
        }
        return joined;
    }

    private static double HeightOf(LinePlot plot, double value) => plot.HeightPx * (1 - Math.Clamp(plot.Values.Share(value), 0, 1));
}
