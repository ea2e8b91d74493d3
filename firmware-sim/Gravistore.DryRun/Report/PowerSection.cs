using System.Globalization;
using Gravistore.Charts;

namespace Gravistore.DryRun.Report;

/// <summary>Power asked and given, the error between them, the frequency where it moves, the largest steps seen closely, and the state of charge.</summary>
internal static class PowerSection
{
    /// <summary>The error's axis shows at least this share of rated power, and this share of all points; what lies beyond is marked at its edge.</summary>
    private const double LeastErrorShare = 0.005, ShownPoints = 0.97;
    /// <summary>A frequency that moves by less is not shown [Hz].</summary>
    private const double LeastSwingHz = 0.001;

    public static void Write(Markup page, ReportView view)
    {
        Page.OpenSection(page, "Power at the grid");
        PlantTraces plant = view.Record.Plant;
        Series[] power = [Measured("given", plant.GivenKW.Points()), Wanted("asked", plant.AskedKW.Points())];
        (double min, double max) = LinePlot.Range(power);
        LinePlotWriter.Write(page, new LinePlot { Title = "Power asked and given, export positive", Time = view.Time, Values = Axis.Of(Math.Min(0, min), Math.Max(0, max), "kW", 10), Series = power, Markers = view.Markers, HeightPx = 230 });
        StepList(page, view);
        Error(page, view);
        Frequency(page, view);
        Answers(page, view);
        Series[] charge = [Measured("state of charge", plant.ChargePercent.Points())];
        LinePlotWriter.Write(page, new LinePlot { Title = "State of charge, from the true depths", Time = view.Time, Values = Axis.Of(0, 100, "%"), Series = charge, Markers = view.Markers, HeightPx = 150 });
        page.Close();
    }

    private static Series Measured(string name, IReadOnlyList<TracePoint> points) => new(name, points, LineStyle.Measured);

    private static Series Wanted(string name, IReadOnlyList<TracePoint> points) => new(name, points, LineStyle.Wanted);

    private static void StepList(Markup page, ReportView view)
    {
        if (view.Markers.Count == 0) return;
        page.Open("ol", ("class", "steps"));
        for (int i = 0; i < view.Markers.Count; i++)
        {
            (double timeS, string label) = view.Record.Steps[i + 1];
            page.Open("li").Leaf("b", view.Markers[i].Label).Text($" {label}, {Figures.Duration(timeS)}").Close();
        }
        page.Close();
    }

    private static void Error(Markup page, ReportView view)
    {
        Series[] series = [Measured("given less asked", view.Record.Plant.ErrorKW.Points())];
        double shownKW = ShownErrorKW(series[0].Points, LeastErrorShare * 1e-3 * view.Request.Plant.RatedPowerW);
        if (shownKW == 0) return;
        TracePoint worst = series[0].Points.Where(p => double.IsFinite(p.Value)).MaxBy(p => Math.Abs(p.Value));
        string beyond = Math.Abs(worst.Value) > shownKW ? "; arrows: beyond the axis" : "";
        string title = $"Error, given less asked: at most {Figures.Fixed(Math.Abs(worst.Value), 1)} kW at {Figures.Duration(worst.TimeS)}{beyond}";
        LinePlotWriter.Write(page, new LinePlot { Title = title, Time = view.Time, Values = Axis.Of(-shownKW, shownKW, "kW", 4), Series = series, Markers = view.Markers, HeightPx = 150 });
    }

    // A step of the set point is an error as large as itself for a moment: an axis that showed it would hide all else.
    private static double ShownErrorKW(IReadOnlyList<TracePoint> points, double leastKW)
    {
        double[] sizes = [.. points.Where(p => double.IsFinite(p.Value)).Select(p => Math.Abs(p.Value)).Order()];
        return sizes.Length == 0 ? 0 : Math.Max(leastKW, 1.2 * sizes[(int)(ShownPoints * (sizes.Length - 1))]);
    }

    private static void Frequency(Markup page, ReportView view)
    {
        Series[] series = [Measured("frequency", view.Record.Plant.FrequencyHz.Points())];
        (double min, double max) = LinePlot.Range(series);
        if (max - min < LeastSwingHz) return;
        LinePlotWriter.Write(page, new LinePlot { Title = "Grid frequency", Time = view.Time, Values = Axis.Of(min, max, "Hz"), Series = series, Markers = view.Markers, HeightPx = 150 });
    }

    private static void Answers(Markup page, ReportView view)
    {
        if (view.Record.PowerSteps.Answers.Count == 0) return;
        page.Open("div", ("class", "cards"));
        foreach (StepAnswer answer in view.Record.PowerSteps.Answers) Answer(page, answer);
        page.Close();
    }

    private static void Answer(Markup page, StepAnswer answer)
    {
        Series[] series = [Measured("given", answer.GivenKW.Points()), Wanted("asked", answer.AskedKW.Points())];
        (double min, double max) = LinePlot.Range(series);
        string title = string.Create(CultureInfo.InvariantCulture, $"Step from {Figures.Fixed(answer.FromKW, 0)} to {Figures.Fixed(answer.ToKW, 0)} kW at {Figures.Duration(answer.StepS)}");
        page.Open("div", ("class", "card"));
        LinePlotWriter.Write(page, new LinePlot { Title = title, Time = Axis.Between(-StepAnswer.BeforeS, Math.Max(1, answer.SeenS), "s", 6), Values = Axis.Of(Math.Min(0, min), Math.Max(0, max), "kW"), Series = series, HeightPx = 190 });
        page.Close();
    }
}
