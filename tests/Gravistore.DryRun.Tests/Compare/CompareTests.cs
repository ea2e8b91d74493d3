using System.Text.Json;
using Gravistore.DryRun.Compare;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Tests.Results;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Compare;

/// <summary>Two results side by side: what is compared, and when a figure has moved.</summary>
public sealed class CompareTests
{
    [Fact]
    public void A_result_does_not_differ_from_itself_and_every_figure_is_compared()
    {
        ResultComparison comparison = Compare(SampleResult.Good, SampleResult.Good, 0);
        Assert.Equal(0, comparison.MovedCount);
        Assert.DoesNotContain(comparison.Figures, f => f.Differs);
        foreach (Figure figure in FigureCatalog.All) Assert.Equal(figure.Value(SampleResult.Good), comparison.Figures.Single(f => f.Name == figure.Name).A.Number);
    }

    [Fact]
    public void What_depends_on_the_machine_is_not_compared()
    {
        DryRunResult slower = SampleResult.Good with { Times = SampleResult.Good.Times with { WallSeconds = 99, StepShare = 0.5 }, Version = "9", StateHash = 1, Seed = 2 };
        Assert.DoesNotContain(Compare(SampleResult.Good, slower, 0).Figures, f => f.Differs);
    }

    [Theory]
    [InlineData(100, 101, 0, true)]
    [InlineData(100, 101, 0.0099, true)]
    [InlineData(100, 101, 0.01, false)]
    [InlineData(101, 100, 0.0099, true)]
    [InlineData(-100, 100, 1.9, true)]
    [InlineData(-100, 100, 2, false)]
    [InlineData(0, 1e-10, 0, false)]
    [InlineData(0, 1e-8, 0, true)]
    [InlineData(0, 1e-8, 0.5, true)]
    [InlineData(0, 1e-8, 1, false)]
    [InlineData(1e-13, 9e-13, 0, false)]
    public void A_figure_moves_by_a_share_of_its_larger_magnitude(double a, double b, double share, bool moved) =>
        Assert.Equal(moved, new Tolerance(share).IsBeyond(new ResultValue(a, null), new ResultValue(b, null)));

    [Fact]
    public void A_figure_that_one_run_lacks_has_moved()
    {
        DryRunResult open = SampleResult.Good with { Energy = SampleResult.Good.Energy with { RoundTripEfficiency = null }, Follow = null };
        string[] moved = Moved(Compare(SampleResult.Good, open, 10));
        Assert.Contains("energy.roundTripEfficiency", moved);
        Assert.Contains("follow.exportedKWh", moved);
        Assert.Equal(moved, Moved(Compare(open, SampleResult.Good, 10)));
    }

    [Fact]
    public void Verdicts_trips_and_lists_are_compared()
    {
        DryRunResult tripped = SampleResult.Good with { Trips = [new TripRecord(1, 0, 110, "slack-trip", "t", false)], Assertions = [new AssertionOutcome("trips at most 0", 1, false)] };
        Assert.Equal(["assertion \"trips at most 0\"", "passed", "trips", "trips[0].name"], Moved(Compare(SampleResult.Good, tripped, 0)).Order(StringComparer.Ordinal));
        DryRunResult elsewhere = SampleResult.Good with { End = SampleResult.Good.End with { WeightDepthsM = [515, 400], Mode = "tripped" } };
        Assert.Equal(["end.mode", "end.weightDepthsM[1]"], Moved(Compare(SampleResult.Good, elsewhere, 0)));
    }

    [Fact]
    public void The_json_says_what_the_table_says()
    {
        DryRunResult other = SampleResult.Good with { HoistStarts = 20 };
        JsonElement root = JsonDocument.Parse(ComparisonJson.Write(Compare(SampleResult.Good, other, 0.1))).RootElement;
        Assert.Equal(1, root.GetProperty("moved").GetInt32());
        JsonElement starts = root.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "hoistStarts");
        Assert.Equal((16, 20, 4, 0.2, true), (starts.GetProperty("a").GetDouble(), starts.GetProperty("b").GetDouble(), starts.GetProperty("difference").GetDouble(), starts.GetProperty("relative").GetDouble(), starts.GetProperty("moved").GetBoolean()));
    }

    [Theory]
    [InlineData("{}", "it has no 'scenario', 'plant'")]
    [InlineData("[]", "this is no result")]
    [InlineData("{ \"scenario\": \"x\", \"plant\": \"y\", \"seed\": 1, \"stateHash\": \"0\", \"assertions\": [] }", "it has no 'energy'")]
    public void What_is_no_result_is_refused(string text, string message)
    {
        Findings findings = [];
        Assert.Null(ResultDocument.Of("x.json", JsonNode.Parse("x.json", text, findings), findings));
        Finding finding = Assert.Single(findings);
        Assert.Equal("GS-R001", finding.Code);
        Assert.Contains(message, finding.Message);
    }

    private static string[] Moved(ResultComparison comparison) => [.. comparison.Figures.Where(f => f.Moved).Select(f => f.Name)];

    private static ResultComparison Compare(DryRunResult a, DryRunResult b, double share) => ResultComparison.Of(Read(a), Read(b), new Tolerance(share));

    private static ResultDocument Read(DryRunResult result)
    {
        Findings findings = [];
        ResultDocument? document = ResultDocument.Of("x.json", JsonNode.Parse("x.json", ResultJson.Write(result), findings), findings);
        Assert.Empty(findings);
        return document!;
    }
}
