using System.Text.Json;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.Results;

public sealed class ResultJsonTests
{
    [Fact]
    public void Has_every_key_that_is_promised()
    {
        JsonElement root = Parse(SampleResult.Good);
        string[] promised =
        [
            "plant", "scenario", "seed", "simulatedSeconds", "wallSeconds", "realTimeFactor", "share.step", "share.plant", "share.rest", "scans", "stateHash",
            "energy.chargedKWh", "energy.dischargedKWh", "energy.mechanicalKWh.up", "energy.mechanicalKWh.down", "energy.roundTripEfficiency", "energy.balanceResidual",
            "tracking.riseTimeSeconds", "tracking.peakPercent", "tracking.settledDeviationPercent", "tracking.rmsPercent",
            "stateOfChargePercent.start", "stateOfChargePercent.end", "hoistStarts", "reversals", "trips", "events", "invariantViolations", "packages.Stateless.version", "packages.Stateless.standIn",
        ];
        Assert.All(promised, path => Find(root, path));
    }

    [Fact]
    public void Every_figure_that_assertions_may_name_is_the_value_at_its_path()
    {
        JsonElement root = Parse(SampleResult.Good);
        foreach (Figure figure in FigureCatalog.All)
        {
            JsonElement element = Find(root, figure.Name);
            double? written = element.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.Array => element.GetArrayLength(), _ => element.GetDouble() };
            Assert.Equal(figure.Value(SampleResult.Good), written);
        }
    }

    [Fact]
    public void Numbers_read_back_exactly_and_what_is_no_number_is_null()
    {
        DryRunResult result = SampleResult.Good with
        {
            Energy = new EnergyFigures(0.1 + 0.2, 1e-300, double.NaN, double.PositiveInfinity, null, 3e-17),
            Seed = ulong.MaxValue,
            StateHash = 0x00ab,
        };
        JsonElement root = Parse(result);
        Assert.Equal(0.1 + 0.2, Find(root, "energy.chargedKWh").GetDouble());
        Assert.Equal(1e-300, Find(root, "energy.dischargedKWh").GetDouble());
        Assert.Equal(JsonValueKind.Null, Find(root, "energy.mechanicalKWh.up").ValueKind);
        Assert.Equal(JsonValueKind.Null, Find(root, "energy.mechanicalKWh.down").ValueKind);
        Assert.Equal(JsonValueKind.Null, Find(root, "energy.roundTripEfficiency").ValueKind);
        Assert.Equal(ulong.MaxValue, Find(root, "seed").GetUInt64());
        Assert.Equal("00000000000000ab", Find(root, "stateHash").GetString());
    }

    [Fact]
    public void A_run_passes_only_without_trip_violation_failed_assertion_and_failure()
    {
        Assert.True(SampleResult.Good.Passed);
        Assert.False((SampleResult.Good with { Trips = [new TripRecord(1, -1, 1, "x", "y", false)] }).Passed);
        Assert.True((SampleResult.Good with { Trips = [new TripRecord(1, -1, 1, "x", "y", true)] }).Passed);
        Assert.False((SampleResult.Good with { Violations = [new Violation("x", 1, 0, 1, "")] }).Passed);
        Assert.False((SampleResult.Good with { Assertions = [new AssertionOutcome("x", 1, false)] }).Passed);
        Assert.False((SampleResult.Good with { End = SampleResult.Good.End with { Failure = "x" } }).Passed);
    }

    [Fact]
    public void Figures_are_named_once_and_found_by_name()
    {
        Assert.Equal(FigureCatalog.All.Count, FigureCatalog.Names.Distinct().Count());
        Assert.All(FigureCatalog.Names, n => Assert.Equal(n, FigureCatalog.Find(n)!.Name));
        Assert.Null(FigureCatalog.Find("energy"));
    }

    private static JsonElement Parse(DryRunResult result) => JsonDocument.Parse(ResultJson.Write(result)).RootElement;

    private static JsonElement Find(JsonElement root, string path)
    {
        foreach (string name in path.Split('.'))
            if (!root.TryGetProperty(name, out root)) Assert.Fail($"the result has no {path}");
        return root;
    }
}
