using Gravistore.Charts;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Recording;

namespace Gravistore.Console.Recordings.Incidents;

/// <summary>What was measured and asked around the trip, between its limits.</summary>
internal static class IncidentPlots
{
    public static void Write(Markup page, IncidentView view, IncidentTraces traces)
    {
        PlantParameters? plant = ParameterDocument.Read(view.File.Header.Parameters, out _);
        Axis time = TimeAxis.Of(view.PlotFromS, view.PlotUntilS);
        Page.OpenSection(page, view.Story.Trips.Count > 0 ? "Around the trip" : "Measured and asked");
        Plot(page, view, "Power at the grid, export positive", "kW", time,
            [new("metered", traces.MeasuredKW.Points(), LineStyle.Measured), new("asked", traces.AskedKW.Points(), LineStyle.Wanted), new("expected", traces.ExpectedKW.Points(), LineStyle.Of(2))], [], 200);
        page.Open("div", ("class", "cards"));
        for (int i = 0; i < traces.Hoists.Length; i++) Card(page, view, i, traces.Hoists[i], plant);
        page.Close().Close();
    }

    private static void Card(Markup page, IncidentView view, int i, IncidentTraces.Hoist hoist, PlantParameters? plant)
    {
        Axis time = TimeAxis.Of(view.PlotFromS, view.PlotUntilS, 5);
        double stopMps = plant is null ? 0 : plant.Protection.OverspeedStop * plant.Motion.MaxSpeedMps;
        Level[] speeds = plant is null ? [] : [new("overspeed stops", stopMps, LineStyle.Limit), new("", -stopMps, LineStyle.Limit)];
        page.Open("div", ("class", "card")).Leaf("h3", $"Hoist {i + 1}");
        Plot(page, view, "Speed of the drum, lowering positive", "m/s", time, [new("measured", hoist.SpeedMps.Points(), LineStyle.Measured), new("asked", hoist.ReferenceMps.Points(), LineStyle.Wanted)], speeds, 110);
        Force(page, view, hoist, plant, time);
        Plot(page, view, "Brake pressure, 0 = braking", "bar", time, [new("A", hoist.PressureABar.Points(), LineStyle.Measured), new("B", hoist.PressureBBar.Points(), LineStyle.Of(1))], [], 84);
        Plot(page, view, "Depth of the weight, as the controller believes", "m", time, [new("depth", hoist.DepthM.Points(), LineStyle.Measured)], [], 84, fromZero: false);
        page.Close();
    }

    private static void Force(Markup page, IncidentView view, IncidentTraces.Hoist hoist, PlantParameters? plant, Axis time)
    {
        List<Series> series = [new("measured", hoist.ForceKN.Points(), LineStyle.Measured), new("expected", hoist.ExpectedKN.Points(), LineStyle.Wanted)];
        if (plant is not null) series.Add(new("slack trips", [.. hoist.ExpectedKN.Points().Select(p => p with { Value = plant.Protection.SlackTrip * p.Value })], LineStyle.Limit));
        Level[] levels = plant is null ? []
            : [new("overload trips", 1e-3 * (new Rope(plant.Hoist).StaticForceN(plant.Shaft.LowerLandingDepthM) + plant.Protection.OverloadBreakingShare * plant.Hoist.RopeBreakingForceN), LineStyle.Limit)];
        Plot(page, view, "Rope force", "kN", time, [.. series], levels, 110);
    }

    private static void Plot(Markup page, IncidentView view, string title, string unit, Axis time, Series[] series, Level[] levels, int heightPx, bool fromZero = true)
    {
        (double min, double max) = LinePlot.Range(series);
        foreach (Level level in levels) (min, max) = (Math.Min(min, level.Value), Math.Max(max, level.Value));
        LinePlotWriter.Write(page, new LinePlot
        {
            Title = title,
            Time = time,
            Values = Axis.Of(fromZero ? Math.Min(0, min) : min, fromZero ? Math.Max(0, max) : max, unit, heightPx > 150 ? 8 : 4),
            Series = series,
            Levels = levels,
            HeightPx = heightPx,
            Markers = [.. IncidentPage.Markers(view).Where(m => m.TimeS >= view.PlotFromS && m.TimeS <= view.PlotUntilS)],
        });
    }
}
