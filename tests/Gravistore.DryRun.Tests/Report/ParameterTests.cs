using Gravistore.DryRun.Report;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Report;

/// <summary>What the controller believes and what is true, side by side.</summary>
public sealed class ParameterTests
{
    [Fact]
    public void Every_declared_difference_is_shown_with_its_reason_and_there_is_no_other()
    {
        DryRunRequest request = Request();
        IReadOnlyList<Parameter> all = ParameterComparison.Read(request.Sources!).All;
        Assert.Equal(request.Truth.Differences.OrderBy(d => d.Key).Select(d => (d.Key, d.Value)), all.Where(p => p.Differs).OrderBy(p => p.Path, StringComparer.Ordinal).Select(p => (p.Path, p.Reason)));
        Assert.Equal(new Parameter("weight.massKg", "60000", "60120", "The weights were cast 0.2 % heavier than ordered."), all.Single(p => p.Path == "weight.massKg"));
        Assert.Equal("17, 65, 115, 165, 215, 265, 315, 365, 415, 465, 513", all.Single(p => p.Path == "shaft.magnetDepthsM").Believed);
        Assert.DoesNotContain(all, p => p.Path.Contains("source", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_set_on_the_command_line_says_so()
    {
        IReadOnlyList<Parameter> all = ParameterComparison.Read(Request("sim.gear.ratio=400", "plant.motion.maxSpeedMps=0.5").Sources!).All;
        Assert.Equal(new Parameter("gear.ratio", "436", "400", "Set on the command line."), all.Single(p => p.Path == "gear.ratio"));
        Assert.Equal("0.5", all.Single(p => p.Path == "motion.maxSpeedMps").Believed);
    }

    [Fact]
    public void A_key_of_one_side_alone_is_no_difference()
    {
        Findings findings = [];
        ParameterComparison both = ParameterComparison.Of(JsonNode.Parse("a", "{ \"name\": \"x\", \"a\": { \"bM\": 1, \"list\": [ { \"c\": true } ] } }", findings), JsonNode.Parse("b", "{ \"a\": { \"bM\": 1 }, \"d\": 2 }", findings));
        Assert.Equal([("a.bM", "1", "1"), ("a.list[0].c", "true", null), ("d", null, "2")], both.All.Select(p => (p.Path, p.Believed, p.True)));
        Assert.DoesNotContain(both.All, p => p.Differs);
    }

    [Theory]
    [InlineData("sim.gear.ratio=400", "./gravistore dryrun step-charge --seed 7 --set sim.gear.ratio=400")]
    [InlineData("scenario.title=it's $HOME", "./gravistore dryrun step-charge --seed 7 --set 'scenario.title=it'\\''s $HOME'")]
    [InlineData("plant.shaft.magnetDepthsM=[1, 2]", "./gravistore dryrun step-charge --seed 7 --set 'plant.shaft.magnetDepthsM=[1, 2]'")]
    public void The_command_is_ready_for_a_shell(string set, string command)
    {
        DryRunOptions options = new() { Root = "", Scenario = "step-charge", Seed = 7, Overrides = [Config.Override.Parse(set, [])!] };
        Assert.Equal(command, RunCommand.Of(new RunSources(options, "", "", "")));
    }

    private static DryRunRequest Request(params string[] overrides)
    {
        Findings findings = [];
        return DryRunSetup.Load(new DryRunOptions { Root = TestRoot.Folder, Scenario = "step-charge", Overrides = [.. overrides.Select(o => Config.Override.Parse(o, findings)!)] }, findings);
    }
}
