using Gravistore.Charts;

namespace Gravistore.DryRun.Report;

/// <summary>Where the weights are: all of them in one shaft, the landing above and the landing below marked.</summary>
internal static class WeightSection
{
    public static void Write(Markup page, ReportView view)
    {
        Page.OpenSection(page, "Weights in the shaft");
        Series[] depths = [.. view.Record.Hoists.Select((hoist, i) => new Series(ReportView.Hoist(i), Upwards(hoist.DepthM.Points()), LineStyle.Of(i)))];
        Core.Parameters.ShaftParameters shaft = view.Request.Plant.Shaft;
        LinePlotWriter.Write(page, new LinePlot
        {
            Title = "Depth of each weight; lines that end together share a name",
            Time = view.Time,
            Values = Depths(shaft.DepthM),
            Series = depths,
            Levels = [new Level("upper landing", -shaft.UpperLandingDepthM, LineStyle.Wanted), new Level("lower landing", -shaft.LowerLandingDepthM, LineStyle.Wanted)],
            Markers = view.Markers,
            NamesAtEnds = true,
            HeightPx = 260,
        });
        page.Close();
    }

    /// <summary>An axis of depth: its labels grow downwards.</summary>
    public static Axis Depths(double deepestM, int intervals = 5)
    {
        Axis up = Axis.Of(-deepestM, 0, "m", intervals);
        return up with { Ticks = [.. up.Ticks.Select(t => new Tick(t.Value, t.Label.TrimStart('\u2212')))] };
    }

    /// <summary>Depths as heights below the surface, so that down is down.</summary>
    public static IReadOnlyList<TracePoint> Upwards(IReadOnlyList<TracePoint> points) => [.. points.Select(p => p with { Value = -p.Value })];
}
