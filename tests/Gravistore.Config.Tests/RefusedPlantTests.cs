using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Tests;

/// <summary>Plants that cannot work are refused with reason, numbers and cure.</summary>
public sealed class RefusedPlantTests
{
    private static (PlantParameters? Plant, Findings Findings) Load(string plant, params string[] sets)
    {
        Findings findings = [];
        Override[] overrides = [.. sets.Select(s => Override.Parse("plant." + s, findings)!)];
        return (PlantFile.Load(Shipped.Plant(plant), overrides, findings), findings);
    }

    [Theory]
    // 3920 kN x 1800/1960 over (60 t + 24 kg/m x 517 m) g; the rule asks for 7 - 1.696.
    [InlineData("rope.breakingForceKN=1800", "GS-C010", "safety factor 5.068 at 517 m: breaking force 3600 kN of all ropes over a static force of 710.3 kN", "at least 5.304 by the US drum rule, 1884 kN a rope")]
    [InlineData("brakes.channelForceKN=1065", "GS-C011", "one brake channel holds 1.499 times, both hold 2.999 times the greatest static drum force of 710.3 kN", "1.5 times with one and 3 times with both: at least 1066 kN a channel")]
    [InlineData("shaft.depthM=400", "GS-C020", "the stroke of 500 m is longer than the shaft of 400 m", "at most 400 m")]
    [InlineData("shaft.depthM=514", "GS-C020", "the lower landing at 515 m is below the shaft's bottom at 514 m", "less than 514 m")]
    [InlineData("shaft.upperLandingDepthM=516", "GS-C020", "the lower landing at 515 m is not below the upper one at 516 m", "more than 516 m")]
    [InlineData("shaft.overtravelM=15.5", "GS-C020", "15.5 m of overtravel below the lower landing end under the shaft's bottom, which is 15 m below it", "at most 15 m")]
    [InlineData("shaft.magnetDepthsM[0]=14", "GS-C021", "the magnet at 14 m lies outside the stroke", "15 to 515 m")]
    [InlineData("shaft.overtravelM=0.6", "GS-C022", "ends 0.7918 m beyond the landing, the ultimate switch is at 0.6 m", "at least 0.7919 m")]
    [InlineData("protection.overspeedWarn=1.12", "GS-C023", "'overspeedWarn' is 1.12, not below protection.overspeedStop with 1.1", "less than 1.1")]
    [InlineData("protection.envelopeReactionS=0.7", "GS-C024", "0 m before a landing the planned speed is 0.1 m/s, the envelope trips at 0 m/s", "an envelope at least 1.1 times the planned speed")]
    [InlineData("protection.envelopeRetardationMps2=3.5", "GS-C024", "the envelope trusts the brakes with 3.5 m/s2, both channels give 2.898 m/s2", "at most 2.897")]
    [InlineData("motion.maxSpeedMps=0.45", "GS-C030", "gives 230.4 kW a hoist at the grid, rated are 250 kW; 0.4874 m/s are needed", "motion.maxSpeedMps of at least 0.4874 m/s")]
    [InlineData("drive.maxTorquePercent=150", "GS-C031", "the greatest torque gives 888.1 kN at the rope; the greatest static force 709.9 kN and 154.2 kN for 0.3 m/s2 need 950.5 kN with 10 % of reserve", "at least 160.6 %")]
    [InlineData("drive.torqueScalingPercent=150", "GS-C032", "full-scale torque is 150 %, the greatest torque is 200 %", "at least 200 %")]
    [InlineData("drive.speedScalingRpm=1000", "GS-C033", "full-scale speed is 1000 rpm, the overspeed trip at 0.6325 m/s of rope is 1317 rpm", "at least 1317 rpm")]
    [InlineData("drive.proveTorquePercent=0.5", "GS-J024", "too small", "")]
    [InlineData("drive.generatingPowerLimitPercent=110", "GS-C038", "the drives would hold 110 % of rated power while lowering: torque then falls as speed rises, and at 0.55 m/s a deviation of speed doubles within 0.28", "0 %")]
    [InlineData("drum.encoderZeroCount=2147000000", "GS-C035", "42.18 drum turns", "counts up to 2147483647")]
    [InlineData("sensors.loadCellFullScaleKN=1000", "GS-C036", "shows up to 1000 kN, the overload protection trips at 1102 kN", "at least 1102 kN")]
    [InlineData("protection.brakeFeedbackS=0.3", "GS-C043", "0.3 s pass before the brakes can report lifted after 0.4 s", "more than 0.4 s")]
    [InlineData("devices.meter=janitza", "GS-C004", "there is no 'janitza' in the device folder", "acs880, brake-unit")]
    [InlineData("devices.meter=acs880", "GS-J033", "this is a drive file, a meter file is wanted", "gravistore-meter/1")]
    [InlineData("motion.creepDistanceM=19", "", "", "")]
    public void PlantThatCannotWorkIsRefusedWithNumbers(string set, string code, string message, string allowed)
    {
        (PlantParameters? plant, Findings findings) = Load("pyhasalmi", set);
        if (code.Length == 0)
        {
            Assert.NotNull(plant);
            return;
        }
        Assert.Null(plant);
        Assert.Contains(findings, f => f.Code == code && f.Message.Contains(message) && f.Allowed.Contains(allowed) && f.Cure.Length > 0);
    }

    [Fact]
    public void ErrorPointsToTheValueInTheFileOrToTheOverride()
    {
        (PlantParameters? _, Findings findings) = Load("pyhasalmi", "weight.massKg=75000");
        (PlantParameters? _, Findings own) = Load("pyhasalmi", "rope.breakingForceKN=1000");
        Assert.Equal("--set plant.rope.breakingForceKN=1000", own[0].File);
        Assert.Contains(findings, f => f.Code == "GS-C010" && f.Path == "rope.breakingForceKN" && f.Line > 0);
        Assert.Contains(findings, f => f.Code == "GS-C011");
    }

    [Fact]
    public void PlantThatWorksPoorlyIsWarnedOf()
    {
        (PlantParameters? plant, Findings findings) = Load("fast-hoist", "motion.accelerationMps2=1.1", "protection.envelopeRetardationMps2=4", "motor.ratedTorqueNm=11000");
        Assert.NotNull(plant);
        Assert.Equal(["GS-C041", "GS-C042"], findings.Select(f => f.Code));
        Assert.False(findings.HasErrors);
    }

    [Fact]
    public void BothStrokeEndsOfLeithAreGuarded()
    {
        Assert.Contains(Load("leith", "shaft.overtravelM=3").Findings, f => f.Code == "GS-C020" && f.Message.Contains("2.6 m below it"));
        Assert.Contains(Load("leith", "shaft.upperLandingDepthM=0.9", "shaft.magnetDepthsM=[2]").Findings, f => f.Code == "GS-C020" && f.Message.Contains("reach the drum"));
        Assert.Contains(Load("leith", "motion.creepDistanceM=5").Findings, f => f.Code == "GS-C020" && f.Message.Contains("fill the stroke"));
    }

    [Fact]
    public void EnvelopeBelowThePlannedApproachIsFound()
    {
        (PlantParameters? plant, Findings findings) = Load("fast-hoist", "motion.creepDistanceM=0.1", "protection.envelopeReactionS=0.5");
        Assert.Null(plant);
        Assert.Contains(findings, f => f.Code == "GS-C024");
    }

    [Fact]
    public void OverridesOfOtherFilesAreLeftAlone()
    {
        Findings findings = [];
        Override sim = Override.Parse("sim.weight.massKg=1", findings)!;
        Assert.NotNull(PlantFile.Load(Shipped.Plant("pyhasalmi"), [sim], findings));
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("motion.maxSpeedMps=1", "unknown scope 'motion'")]
    [InlineData("plnat.motion.maxSpeedMps=1", "unknown scope 'plnat'")]
    [InlineData("plant.motion.maxSpeedMps", "is no override")]
    [InlineData("plant=1.5", "is no override")]
    [InlineData("plant.=1", "is no override")]
    [InlineData("", "is no override")]
    public void OverrideThatIsNoneIsRefused(string text, string message)
    {
        Findings findings = [];
        Assert.Null(Override.Parse(text, findings));
        Assert.Contains(message, Assert.Single(findings).Message);
    }
}
