using Gravistore.Charts;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.DryRun.Report;

/// <summary>Each hoist by itself: depth and speed of its weight, and its rope force between its limits.</summary>
internal static class HoistSection
{
    public static void Write(Markup page, ReportView view)
    {
        ProtectionParameters protection = view.Request.Plant.Protection;
        Page.OpenSection(page, "Hoists");
        page.Leaf("p", FormattableString.Invariant($"Rope force is taken at the drum, where the load cell sits. Expected: static force of weight and rope at the depth in question. ")
            + FormattableString.Invariant($"Slack rope warns below {100 * protection.SlackWarn:0.#} % and trips below {100 * protection.SlackTrip:0.#} % of it; overload trips above {OverloadKN(view):0} kN."), ("class", "note"));
        Extremes(page, view);
        page.Open("div", ("class", "cards"));
        for (int i = 0; i < view.Record.Hoists.Length; i++) Card(page, view, i);
        page.Close().Close();
    }

    /// <summary>Rope force above which the hoist trips [kN].</summary>
    internal static double OverloadKN(ReportView view)
    {
        PlantParameters plant = view.Request.Plant;
        return 1e-3 * (new Rope(plant.Hoist).StaticForceN(plant.Shaft.LowerLandingDepthM) + plant.Protection.OverloadBreakingShare * plant.Hoist.RopeBreakingForceN);
    }

    private static void Extremes(Markup page, ReportView view) =>
        DataTable.Write(page, ["Hoist", "Top speed, m/s", "Top rope force, kN", "of overload", "Least of expected, brakes open", "End depth, m"],
            view.Record.Hoists.Select((hoist, i) => (IReadOnlyList<Cell>)
            [
                ReportView.Hoist(i), Cell.Of(hoist.FastestMps, 4), Cell.Of(hoist.GreatestForceKN), Percent(hoist.GreatestForceKN / OverloadKN(view)), Percent(hoist.LeastShare), Cell.Of(view.Result.End.WeightDepthsM[i], 6),
            ]), "tight");

    private static Cell Percent(double? share) => new(share is { } value ? $"{Figures.Fixed(100 * value, 1)} %" : Figures.None) { Class = "num" };

    private static void Card(Markup page, ReportView view, int i)
    {
        HoistTraces hoist = view.Record.Hoists[i];
        page.Open("div", ("class", "card")).Leaf("h3", $"Hoist {ReportView.Hoist(i)[1..]}");
        Plot(page, view, "Depth of the weight", [new Series("depth", WeightSection.Upwards(hoist.DepthM.Points()), LineStyle.Measured)], WeightSection.Depths(view.Request.Plant.Shaft.DepthM, 3));
        Series speed = new("speed", hoist.SpeedMps.Points(), LineStyle.Measured);
        double most = Math.Max(view.Request.Plant.Motion.MaxSpeedMps, hoist.FastestMps);
        Plot(page, view, "Speed of the drum, lowering positive", [speed], Axis.Of(-most, most, "m/s", 6));
        Force(page, view, hoist);
        page.Close();
    }

    private static void Force(Markup page, ReportView view, HoistTraces hoist)
    {
        ProtectionParameters protection = view.Request.Plant.Protection;
        double overloadKN = OverloadKN(view);
        IReadOnlyList<TracePoint> expected = hoist.ExpectedKN.Points();
        Series[] series =
        [
            new("true", hoist.ForceKN.Points(), LineStyle.Measured),
            new("expected", expected, LineStyle.Wanted),
            new("slack warns", Scaled(expected, protection.SlackWarn), LineStyle.Warning),
            new("slack trips", Scaled(expected, protection.SlackTrip), LineStyle.Limit),
        ];
        (double min, double max) = LinePlot.Range(series);
        Axis values = Axis.Of(min, Math.Max(max, overloadKN), "kN", 4);
        LinePlotWriter.Write(page, new LinePlot { Title = "Rope force", Time = view.CardTime, Values = values, Series = series, Levels = [new Level("overload trips", overloadKN, LineStyle.Limit)], HeightPx = 110 });
    }

    private static void Plot(Markup page, ReportView view, string title, Series[] series, Axis values) =>
        LinePlotWriter.Write(page, new LinePlot { Title = title, Time = view.CardTime, Values = values, Series = series, HeightPx = 84 });

    private static IReadOnlyList<TracePoint> Scaled(IReadOnlyList<TracePoint> points, double factor) => [.. points.Select(p => p with { Value = factor * p.Value })];
}
