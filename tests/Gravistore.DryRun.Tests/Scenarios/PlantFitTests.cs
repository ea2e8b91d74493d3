using Gravistore.DryRun.Scenarios;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Scenarios;

public sealed class PlantFitTests
{
    [Theory]
    [InlineData("scenario.steps[1].powerKW=2001", "GS-S014", "steps[1]", "2001 kW is beyond the plant 'pyhasalmi'")]
    [InlineData("scenario.steps[1].readyHoists=9", "GS-S014", "steps[1]", "9 ready hoists are more than the plant 'pyhasalmi' has")]
    [InlineData("scenario.initial={\"weightDepthsM\":[20,30]}", "GS-S015", "", "2 depths are given for the 8 hoists")]
    [InlineData("scenario.initial={\"weightDepthsM\":[20,30,40,50,60,70,80,516]}", "GS-S016", "", "516 m is outside the stroke")]
    [InlineData("scenario.plant=pyhasalmy", "GS-S019", "plant", "there is no plant 'pyhasalmy'")]
    [InlineData("sim.hoists.count=7", "GS-S018", "hoists.count", "'pyhasalmi' has 7 hoists")]
    [InlineData("plant.motion.maxSpeedMps=fast", "GS-J023", "motion.maxSpeedMps", "'maxSpeedMps' is the text 'fast'")]
    [InlineData("sim.motor.torqueLag=1", "GS-J031", "motor", "'motor' has no key 'torqueLag'")]
    public void What_does_not_fit_is_refused_by_path(string set, string code, string path, string message)
    {
        Findings findings = [];
        RefusedException refused = Assert.Throws<RefusedException>(() => DryRunSetup.Load(Options("step-discharge", set), findings));
        Finding finding = Assert.Single(refused.Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal(code, finding.Code);
        if (path.Length > 0) Assert.Equal(path, finding.Path);
        Assert.Contains(message, finding.Message);
    }

    [Fact]
    public void A_law_beyond_the_plant_is_refused()
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => DryRunSetup.Load(Options("frequency-hour", "scenario.droop.capacityKW=2500"), []));
        Assert.Equal("GS-S014", Assert.Single(refused.Findings).Code);
    }

    [Theory]
    [InlineData("step-discarge", "did you mean 'step-discharge'?")]
    [InlineData("no/such/step-charge.json", "did you mean 'step-charge'?")]
    public void An_unknown_scenario_names_the_nearest(string name, string cure)
    {
        UnknownNameException unknown = Assert.Throws<UnknownNameException>(() => DryRunSetup.Load(Options(name), []));
        Assert.Contains(cure, unknown.Message);
    }

    [Fact]
    public void Overrides_reach_all_three_files()
    {
        DryRunRequest request = DryRunSetup.Load(Options("step-discharge", "scenario.steps[1].powerKW=1500", "plant.motion.idleHoldS=77", "sim.link.commandJitterS=0"), []);
        Assert.Equal(1500, request.Scenario.Steps[1].PowerKW);
        Assert.Equal(77, request.Plant.Motion.IdleHoldS);
        Assert.Equal(0, request.Truth.Link.CommandJitterS);
    }

    private static DryRunOptions Options(string scenario, params string[] sets)
    {
        Findings findings = [];
        DryRunOptions options = new() { Root = TestRoot.Folder, Scenario = scenario, Overrides = [.. sets.Select(s => Gravistore.Config.Override.Parse(s, findings)!)] };
        Assert.Empty(findings);
        return options;
    }
}
