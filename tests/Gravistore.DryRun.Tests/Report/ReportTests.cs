using System.Globalization;
using System.Xml.Linq;
using Gravistore.Charts;
using Gravistore.DryRun.Report;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.Report;

/// <summary>The report says what the result says, is well-formed and has nothing to fetch.</summary>
public sealed class ReportTests
{
    /// <summary>No report may be larger, however long its run [bytes].</summary>
    private const int LargestBytes = 2_000_000;

    private static readonly Lazy<ReportedRun> Step = new(() => new ReportedRun("step-discharge"));

    [Fact]
    public void Every_figure_of_the_result_is_in_the_report_with_its_exact_value()
    {
        ILookup<string, double> shown = ReportedRun.Parse(Step.Value.Html).Descendants("td").Where(td => td.Attribute("data-name") is not null)
            .ToLookup(td => td.Attribute("data-name")!.Value, td => double.Parse(td.Attribute("data-value")!.Value, CultureInfo.InvariantCulture));
        foreach (Figure figure in FigureCatalog.All)
            Assert.Equal(figure.Value(Step.Value.Result) is { } value ? [value] : [], shown[figure.Name]);
    }

    [Fact]
    public void Verdicts_are_those_of_the_result()
    {
        AssertionOutcome[] outcomes = [new("one thing", 1.5, true), new("another thing", null, false)];
        string html = Write(Step.Value.Result with { Assertions = outcomes });
        string[][] rows = [.. ReportedRun.Parse(html).Descendants("tbody").First().Elements("tr").Select(tr => tr.Elements("td").Select(td => td.Value).ToArray())];
        Assert.Equal([["\u2713 pass", "one thing", "1.5"], ["\u2717 FAIL", "another thing", "\u2013"]], rows);
        Assert.Contains("\u2717 FAILED", html);
        Assert.Contains("\u2713 PASSED", Step.Value.Html);
    }

    [Fact]
    public void It_is_well_formed_has_nothing_to_fetch_and_nothing_to_run()
    {
        XDocument page = ReportedRun.Parse(Step.Value.Html);
        Assert.Equal(9, page.Descendants("h2").Count(h => h.Value is "Verdicts" or "Figures" or "Power at the grid" or "Weights in the shaft" or "Modes" or "Hoists" or "Events" or "All parameters" or "How to do this run again"));
        Assert.DoesNotContain("http", Step.Value.Html);
        Assert.DoesNotContain("<script", Step.Value.Html);
        Assert.DoesNotContain("NaN", Step.Value.Html);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes_and_no_time_of_the_clock()
    {
        ReportedRun again = new("step-discharge");
        Assert.Equal(Step.Value.Html, again.Html);
        Assert.NotEqual(Step.Value.Result.Times.WallSeconds, again.Result.Times.WallSeconds);
    }

    [Fact]
    public void It_says_how_to_do_the_run_again_and_with_what()
    {
        Assert.Contains("./gravistore dryrun step-discharge --seed 1</pre>", Step.Value.Html);
        Assert.Contains(ResultJson.Hex(Step.Value.Result.StateHash), Step.Value.Html);
        Assert.Contains(ProgramVersion.Text, Step.Value.Html);
        Assert.Contains("pyhasalmi.sim.json", Step.Value.Html);
    }

    [Fact]
    public void The_flow_of_energy_begins_and_ends_with_the_results_figures_and_closes()
    {
        EnergyFigures energy = Step.Value.Result.Energy;
        IReadOnlyList<FlowStep> steps = EnergyFlow.Steps(Step.Value.Request.Record!.Energy(), energy);
        Assert.Equal(energy.ChargedKWh, steps[0].Amount);
        Assert.Equal(energy.DischargedKWh, steps[^1].Amount);
        double leftKWh = steps.Sum(s => s.Kind switch { FlowKind.In => s.Amount, FlowKind.Out => -s.Amount, _ => 0 });
        Assert.Equal(energy.DischargedKWh, leftKWh, 0.005 * energy.DischargedKWh);
    }

    [Fact]
    public void The_books_close_in_every_phase()
    {
        EnergyBooks books = Step.Value.Request.Record!.Energy();
        foreach (EnergyPhase phase in Enum.GetValues<EnergyPhase>())
        {
            double lostJ = LossKind.All.Sum(kind => kind.Joules(books, phase));
            Assert.Equal(0, books.GridJ(phase) + books.GainJ(phase) + lostJ, 20_000.0);
        }
    }

    [Fact]
    public void The_step_of_power_is_seen_closely()
    {
        StepAnswer answer = Assert.Single(Step.Value.Request.Record!.PowerSteps.Answers);
        Assert.Equal((0, 2000), (answer.FromKW, answer.ToKW));
        double rated = 1e-3 * Step.Value.Request.Plant.RatedPowerW;
        Assert.Equal(Step.Value.Result.Tracking.PeakPercent!.Value, 100 * answer.GivenKW.Points().Max(p => p.Value) / rated, 9);
        Assert.Equal(-StepAnswer.BeforeS, answer.GivenKW.Points()[0].TimeS, 0.02);
    }

    [Fact]
    public void A_trip_is_named_first_out_with_what_to_do()
    {
        TripRecord[] trips = [new(12.5, 2, 110, "slack-trip", "Slack rope.", false), new(13, -1, 130, "chain-open", "The chain is open.", false)];
        string html = Write(Step.Value.Result with { Trips = trips });
        XElement first = ReportedRun.Parse(html).Descendants("tr").Single(tr => tr.Value.StartsWith("first out", StringComparison.Ordinal));
        Assert.Contains("12.50H3", first.Value);
        Assert.DoesNotContain("nothing was first out", html);
    }

    [Fact]
    public void Warnings_come_before_information_when_events_are_left_out()
    {
        EventRecord[] all = [.. Enumerable.Range(0, 400).Select(i => Event(i, 0, i % 10 == 9 ? "warning" : "info"))];
        IReadOnlyList<EventGroup> shown = EventSection.Shown(EventGroup.Of(all));
        Assert.Equal(EventSection.MaxShown, shown.Count);
        Assert.Equal(40, shown.Count(g => g.First.Severity == "warning"));
        Assert.Equal(shown.OrderBy(g => g.First.TimeS), shown);
        Assert.Contains("150 of 403 events; 253 are left out here (250 of them information)", Write(Step.Value.Result with { Events = all, EventsLost = 3 }));
    }

    [Fact]
    public void What_several_hoists_tell_at_once_is_one_row_and_nothing_is_lost()
    {
        EventRecord[] all = [Event(1, 0, "info", 5), Event(1, -1, "warning"), Event(1.05, 1, "info", 7), Event(1.1, 2, "info", 6), Event(1.1, 2, "info"), Event(1.3, 3, "info")];
        IReadOnlyList<EventGroup> groups = EventGroup.Of(all);
        Assert.Equal([("H1\u20133", "5 to 7 m"), ("plant", "0 m"), ("H3", "0 m"), ("H4", "0 m")], groups.Select(g => (g.Where, g.Values)));
        Assert.Equal(all.Length, groups.Sum(g => g.Events.Count));
    }

    [Fact]
    public void Every_figure_has_words() => Assert.All(FigureCatalog.Names, name => Assert.NotEqual(name, FigureLabels.Of(name)));

    [Fact]
    public void Twenty_five_hours_of_64_restless_hoists_stay_small()
    {
        DryRunRequest request = Step.Value.Request with { Plant = Step.Value.Request.Plant with { HoistCount = 64 } };
        RunRecord record = LongRun.Record(request, hours: 25);
        DryRunResult result = Step.Value.Result with
        {
            End = Step.Value.Result.End with { WeightDepthsM = new double[64] },
            Events = [.. Enumerable.Range(0, 10_000).Select(i => new EventRecord(i, i % 64, 101, "overspeed-warning", "warning", i, 1, "m/s", "A hoist is faster than its planned greatest speed."))],
        };
        string html = ReportPage.Write(request with { Record = record }, result, Step.Value.Parameters);
        Assert.NotNull(ReportedRun.Parse(html).Root);
        Assert.InRange(html.Length, 500_000, LargestBytes);
    }

    private static EventRecord Event(double timeS, int hoist, string severity, double value = 0) => new(timeS, hoist, 1, "x", severity, value, 0, "m", "t");

    private static string Write(DryRunResult result) => ReportPage.Write(Step.Value.Request, result, Step.Value.Parameters);
}
