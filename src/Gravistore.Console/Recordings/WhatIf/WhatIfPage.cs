using Gravistore.Charts;
using Gravistore.DryRun.Results;
using Gravistore.Recording;
using Gravistore.Recording.Replay;

namespace Gravistore.Console.Recordings.WhatIf;

/// <summary>What other parameters changed, as a page for the browser and the printer.</summary>
internal static class WhatIfPage
{
    /// <summary>Said wherever a what-if is shown: recorded inputs do not answer to other outputs.</summary>
    public const string OutOfReach = "The inputs are the recorded ones. What the plant would have done is out of reach of a recording: the first difference is a statement about the controller, and what follows it shows what the controller would have asked for of a plant that did not answer.";

    private const string RanOn = "The recorded dry run was made again from its own files up to the change, equal to the recording to the bit; from there on plant and controller ran on together, so that what follows the first difference is what the simulated plant does.";

    private const int MaxRows = 60;

    public static string Write(RecordingFile file, WhatIfResult result, WhatIfTraces traces, IReadOnlyList<string> changes, DryRunResult? run = null) =>
        Page.Write($"What if: {string.Join(", ", changes)}", page =>
        {
            Head(page, file, result, changes, run is not null);
            if (run is not null) Run(page, run);
            Outputs(page, result);
            Plots(page, result, traces, run is not null);
        });

    private static void Head(Markup page, RecordingFile file, WhatIfResult result, IReadOnlyList<string> changes, bool plantRanOn)
    {
        page.Open("header").Leaf("h1", $"What if {string.Join(", ", changes)}");
        page.Leaf("p", $"{file.Header.Text("scenario")} on {file.Header.Plant}, from {Seconds(result.FromNs)} s to {Seconds(result.UntilNs)} s", ("class", "lead"));
        page.Leaf("div", result.First is null ? "no difference" : "DIFFERENT", ("class", result.First is null ? "verdict pass" : "verdict fail"));
        page.Leaf("p", WhatIfText.Verdict(result), ("class", "facts")).Leaf("p", plantRanOn ? RanOn : OutOfReach).Close();
    }

    private static void Run(Markup page, DryRunResult run)
    {
        Page.OpenSection(page, "The run with the change");
        page.Leaf("p", $"{(run.Passed ? "passed" : "FAILED")}; ended: {run.End.Reason}, plant {run.End.Mode}", ("class", "facts"));
        DataTable.Write(page, ["Figure", "Value", "Unit"], FigureCatalog.All.Select(f => (f, Value: f.Value(run))).Where(f => f.Value is not null).Select(f => (IReadOnlyList<Cell>)
            [f.f.Name, Cell.Of(f.Value!.Value), f.f.Unit]));
        foreach (TripRecord trip in run.Trips) page.Leaf("p", $"trip at {Figures.Fixed(trip.TimeS, 2)} s: {trip.Name}", ("class", "note"));
        page.Close();
    }

    private static void Outputs(Markup page, WhatIfResult result)
    {
        Page.OpenSection(page, "Outputs that differ");
        DataTable.Write(page, ["Output", "First, s", "Cycles", "Largest difference", "Unit", "At, s", "Recorded", "Replayed"], result.Outputs.Take(MaxRows).Select(o => (IReadOnlyList<Cell>)
            [o.Channel, Right(Seconds(o.FirstNs)), Cell.Of(o.Cycles, 12), Cell.Of(o.Largest), o.Unit, Right(Seconds(o.LargestNs)), Cell.Of(o.Recorded), Cell.Of(o.Replayed)]));
        page.Leaf("p", result.Outputs.Count > MaxRows ? $"{result.Outputs.Count - MaxRows} more are left out here; the JSON result holds all." : "In order of their first difference.", ("class", "note")).Close();
    }

    private static void Plots(Markup page, WhatIfResult result, WhatIfTraces traces, bool plantRanOn)
    {
        Page.OpenSection(page, "Recorded and replayed");
        Axis time = TimeAxis.Of(result.FromNs / 1e9, Math.Max(result.UntilNs / 1e9, result.FromNs / 1e9 + 0.01)), narrow = TimeAxis.Of(time.Min, time.Max, 5);
        if (plantRanOn) Pair(page, "True power at the grid, export positive", "kW", time, traces.TruePowerKW, 170);
        Pair(page, "Power that the references should give, export positive", "kW", time, traces.PowerKW, 170);
        page.Open("div", ("class", "cards"));
        for (int i = 0; i < traces.SpeedMps.Length; i++)
        {
            page.Open("div", ("class", "card")).Leaf("h3", $"Hoist {i + 1}");
            if (plantRanOn) Pair(page, "True depth of the weight", "m", narrow, traces.TrueDepthM[i], 100);
            Pair(page, "Speed reference, lowering positive", "m/s", narrow, traces.SpeedMps[i], 100);
            Pair(page, "Additive force", "kN", narrow, traces.ForceKN[i], 100);
            page.Close();
        }
        page.Close().Close();
    }

    private static void Pair(Markup page, string title, string unit, Axis time, WhatIfTraces.Pair pair, int heightPx)
    {
        Plot(page, title, unit, time, [new("recorded", pair.Recorded.Points(), LineStyle.Wanted), new("replayed", pair.Replayed.Points(), LineStyle.Measured)], heightPx);
        Plot(page, "The difference, replayed less recorded", unit, time, [new("difference", pair.Difference.Points(), LineStyle.Of(1))], heightPx * 2 / 3);
    }

    private static void Plot(Markup page, string title, string unit, Axis time, Series[] series, int heightPx)
    {
        (double min, double max) = LinePlot.Range(series);
        LinePlotWriter.Write(page, new LinePlot { Title = title, Time = time, Values = Axis.Of(Math.Min(0, min), Math.Max(0, max), unit, 4), Series = series, HeightPx = heightPx });
    }

    private static string Seconds(long ns) => Figures.Fixed(ns / 1e9, 2);

    private static Cell Right(string text) => new(text) { Class = "right" };
}
