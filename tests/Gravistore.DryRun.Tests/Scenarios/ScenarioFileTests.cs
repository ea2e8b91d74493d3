using Gravistore.Core.Modes;
using Gravistore.DryRun.Scenarios;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Scenarios;

public sealed class ScenarioFileTests
{
    private const string Arm = "{ \"action\": \"arm\" }";
    private const string Trace = "\"trace\": { \"file\": \"t.csv\", \"valueColumn\": \"f\", \"kind\": \"frequency\" },";
    private const string Droop = "\"droop\": { \"fullActivationHz\": 0.1, \"capacityKW\": 300 },";
    private const string Follow = Arm + " | { \"action\": \"follow\" }";

    public static TheoryData<string, string, int, string> Contradictions => new()
    {
        { ScenarioText.With("{ \"action\": \"setPower\", \"powerKW\": 5 }"), "GS-S006", 4, "asks for power before any \"arm\" step" },
        { ScenarioText.With(Arm + " | { \"action\": \"park\" } | { \"action\": \"ramp\", \"powerKW\": 5, \"overS\": 1 }"), "GS-S006", 6, "after the plant was told to stop or park" },
        { ScenarioText.With(Arm + " | { \"action\": \"emergencyStop\" } | { \"action\": \"setPower\", \"powerKW\": 5 }"), "GS-S006", 6, "after an emergency stop" },
        { ScenarioText.With(Arm + " | { \"action\": \"emergencyStop\" } | " + Arm.Replace("}", ", \"label\": \"again\" }")), "GS-S006", 6, "cannot arm after an emergency stop" },
        { ScenarioText.With(Arm + " | { \"action\": \"arm\" }"), "GS-S007", 5, "was armed by a step above" },
        { ScenarioText.With("{ \"action\": \"park\" }"), "GS-S007", 4, "parked by the steps above" },
        { ScenarioText.With("{ \"action\": \"reset\" }"), "GS-S007", 4, "nothing to reset" },
        { ScenarioText.With(Arm + " | { \"atS\": 9, \"action\": \"setPower\", \"powerKW\": 5 } | { \"atS\": 8, \"action\": \"park\" }"), "GS-S004", 6, "atS 8 s is before the step above, which is due at 9 s" },
        { ScenarioText.With(Arm + " | { \"atS\": 5, \"action\": \"wait\" } | { \"afterS\": 2, \"action\": \"wait\" } | { \"atS\": 6, \"action\": \"park\" }"), "GS-S004", 7, "due at 7 s or later" },
        { ScenarioText.With("{ \"atS\": 100, \"action\": \"arm\" }"), "GS-S005", 4, "the run is over at 100 s" },
        { ScenarioText.With("{ \"action\": \"end\" } | { \"action\": \"arm\" }"), "GS-S005", 5, "'step 1' ends the run before" },
        { ScenarioText.With("{ \"when\": { \"mode\": \"armed\" }, \"action\": \"wait\" }"), "GS-S008", 4, "no step above leads to the mode \"armed\"" },
        { ScenarioText.With(Arm + " | { \"when\": { \"mode\": \"parked\" }, \"action\": \"wait\" }"), "GS-S008", 5, "no step above leads to the mode \"parked\"" },
        { ScenarioText.With(Arm + " | { \"when\": { \"traceEnded\": true }, \"action\": \"park\" }"), "GS-S008", 5, "no step above follows a series" },
        { ScenarioText.With(Follow), "GS-S009", 5, "names no series to follow" },
        { ScenarioText.With(Arm, Trace + Droop), "GS-S010", 6, "no step follows the series" },
        { ScenarioText.With(Follow, Trace), "GS-S003", 7, "needs a law" },
        { ScenarioText.With(Follow, Trace.Replace("frequency", "power") + "\n" + Droop), "GS-S010", 8, "no series of frequencies is given" },
        { ScenarioText.With(Follow, Trace + "\n" + Droop.Replace("300", "300, \"deadBandHz\": 0.1")), "GS-S011", 8, "leaves nothing of fullActivationHz" },
        { ScenarioText.With("{ \"label\": \"a\", \"action\": \"arm\" } | { \"label\": \"a\", \"action\": \"wait\" }"), "GS-S017", 5, "'a' is the label of two steps" },
        { ScenarioText.With("{ \"atS\": 1, \"afterS\": 1, \"action\": \"arm\" }"), "GS-S001", 4, "2 of atS, afterS and when" },
        { ScenarioText.With("{ \"timeoutS\": 1, \"action\": \"arm\" }"), "GS-S002", 4, "timeoutS limits a condition" },
        { ScenarioText.With("{ \"action\": \"arm\", \"powerKW\": 1 }"), "GS-S002", 4, "\"arm\" takes no powerKW" },
        { ScenarioText.With(Arm + " | { \"action\": \"setPower\" }"), "GS-S003", 5, "\"setPower\" needs powerKW" },
        { ScenarioText.With(Arm + " | { \"action\": \"ramp\", \"powerKW\": 3 }"), "GS-S003", 5, "\"ramp\" needs overS" },
        { ScenarioText.With(Arm + " | { \"when\": { \"holdsForS\": 3 }, \"action\": \"park\" }"), "GS-S003", 5, "the condition is empty" },
        { ScenarioText.With(Arm, "\"assertions\": [ { \"figure\": \"energy.roundTripEfficency\", \"min\": 0 } ],"), "GS-S012", 6, "no figure 'energy.roundTripEfficency'" },
        { ScenarioText.With(Arm, "\"assertions\": [ { \"figure\": \"trips\" } ],"), "GS-S011", 6, "no bound" },
        { ScenarioText.With(Arm, "\"assertions\": [ { \"figure\": \"trips\", \"min\": 2, \"max\": 1 } ],"), "GS-S011", 6, "min 2 is above max 1" },
        { ScenarioText.With(Arm, "\"assertions\": [ { \"min\": 2 } ],"), "GS-S001", 6, "one figure or one band" },
        { ScenarioText.With(Arm, "\"assertions\": [ { \"power\": { \"minKW\": 1, \"maxKW\": 2, \"duringStep\": \"no\" } } ],"), "GS-S013", 6, "no step is labelled 'no'" },
        { ScenarioText.With(Arm).Replace("\"landing\": \"lowerLanding\"", "\"spreadM\": 3, \"landing\": \"lowerLanding\""), "GS-S002", 2, "spreadM" },
        { ScenarioText.With(Arm).Replace("\"landing\": \"lowerLanding\"", "\"stateOfChargePercent\": 3, \"landing\": \"lowerLanding\""), "GS-S001", 2, "2 of the three" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Contradictions_are_refused_at_their_line(string text, string code, int line, string message)
    {
        Findings findings = [];
        ScenarioText.Read(text, findings);
        Finding finding = Assert.Single(findings);
        Assert.Equal((code, line), (finding.Code, finding.Line));
        Assert.Contains(message, finding.Message);
        Assert.NotEmpty(finding.Cure);
    }

    [Theory]
    [InlineData("\"powerKW\": \"much\"", "GS-J023")]
    [InlineData("\"powerKW\": 1e400", "GS-J011")]
    [InlineData("\"powerKW\": 1e9", "GS-J024")]
    [InlineData("\"powerMW\": 2", "GS-J021")]
    [InlineData("\"powerKW\": 2, \"powerKW\": 3", "GS-J013")]
    [InlineData("\"powerKW\": 2, \"powr\": 3", "GS-J020")]
    public void Wrong_keys_types_and_units_are_refused(string power, string code)
    {
        Findings findings = [];
        ScenarioText.Read(ScenarioText.With(Arm + " | { \"action\": \"setPower\", " + power + " }"), findings);
        Assert.Contains(findings, f => f.Code == code && f.Line == 5);
    }

    [Fact]
    public void A_law_for_frequencies_beside_powers_is_warned_of_and_not_applied()
    {
        Findings findings = [];
        Scenario scenario = ScenarioText.Read(ScenarioText.With(Follow, Trace.Replace("frequency", "power") + "\n" + Droop), findings);
        Assert.False(findings.HasErrors);
        Assert.Null(scenario.Droop);
    }

    [Fact]
    public void A_key_without_effect_is_a_warning()
    {
        Findings findings = [];
        ScenarioText.Read(ScenarioText.With("{ \"action\": \"arm\", \"powerKW\": 1 }"), findings);
        Assert.Equal(FindingSeverity.Warning, Assert.Single(findings).Severity);
    }

    [Fact]
    public void An_unknown_action_is_one_error_and_not_one_for_every_step_below()
    {
        Findings findings = [];
        ScenarioText.Read(ScenarioText.With("{ \"action\": \"amr\" } | { \"action\": \"setPower\", \"powerKW\": 5 }"), findings);
        Assert.Equal("did you mean 'arm'?", Assert.Single(findings).Cure);
    }

    [Fact]
    public void A_good_scenario_keeps_its_meaning()
    {
        Scenario scenario = ScenarioText.Good(ScenarioText.With(
            Arm + " | { \"label\": \"go\", \"when\": { \"mode\": \"armed\", \"holdsForS\": 2 }, \"timeoutS\": 9, \"action\": \"setPower\", \"powerKW\": -5, \"rateKWPerS\": 3 }"
            + " | { \"atS\": 50, \"action\": \"ramp\", \"powerKW\": 7, \"overS\": 4 } | { \"action\": \"emergencyStop\" } | { \"afterS\": 1, \"action\": \"reset\" } | { \"when\": { \"mode\": \"parked\" }, \"action\": \"arm\" }"));
        ScenarioStep go = scenario.Steps[1];
        Assert.Equal(("go", StepAction.SetPower, -5.0, 3.0, 9.0), (go.Label, go.Action, go.PowerKW, go.RateKWPerS, go.TimeoutS));
        Assert.Equal((PlantMode.Armed, 2.0), (go.When!.Mode!.Value, go.When.HoldsForS));
        Assert.Equal((50.0, 4.0), (scenario.Steps[2].AtS!.Value, scenario.Steps[2].OverS));
        Assert.Equal("pyhasalmi", scenario.Plant);
        Assert.Equal(100, scenario.End.ExpectedSeconds);
    }

    public static TheoryData<string> Shipped => new(Directory.GetFiles(Path.Combine(TestRoot.Folder, "config", "scenarios")).Select(f => Path.GetFileName(f)!));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_scenario_is_good_with_its_plant_and_series(string file)
    {
        Findings findings = [];
        ProjectFiles.Check(Path.Combine(TestRoot.Folder, "config", "scenarios", file), new ConfigFolders(TestRoot.Folder), findings);
        Assert.Empty(findings);
    }

    [Fact]
    public void Eight_scenarios_ship() => Assert.Equal(
        ["fast-reserve-shed", "fast-reserve-up", "frequency-hour", "full-cycle", "leith-full-power", "leith-one-after-another", "leith-rtu-full-power", "step-charge", "step-discharge"], new ConfigFolders(TestRoot.Folder).Scenarios);

    [Fact]
    public void Error_numbers_are_in_order_and_say_what_to_do()
    {
        IReadOnlyList<ErrorInfo>[] lists = [ScenarioErrors.All, Gravistore.DryRun.Traces.TraceErrors.All];
        foreach (IReadOnlyList<ErrorInfo> all in lists)
        {
            Assert.Equal(all.Select(e => e.Code).Distinct().Order(StringComparer.Ordinal), all.Select(e => e.Code));
            Assert.All(all, e => Assert.True(e.Title.Length > 0 && e.Cause.EndsWith('.') && e.Cure.Length > 0, e.Code));
        }
    }
}
