using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>Jumps of the set point on the whole plant, elastic ropes and all, in places that no bench cell visits.</summary>
public sealed class PowerChangeTests
{
    private static string Steps(string initial, double fromKW, double toKW) => FormattableString.Invariant($$"""
        { "schema": "gravistore-scenario/1", "name": "change", "title": "A jump of the set point", "plant": "pyhasalmi",
          "initial": {{{initial}}},
          "steps": [
            { "label": "arm", "action": "arm" },
            { "label": "from", "when": { "mode": "armed", "holdsForS": 1 }, "timeoutS": 30, "action": "setPower", "powerKW": {{fromKW}}, "readyHoists": 8 },
            { "label": "to", "afterS": 10, "action": "setPower", "powerKW": {{toKW}}, "readyHoists": 8 },
            { "label": "park", "afterS": 20, "action": "park" } ],
          "end": { "when": { "mode": "parked" }, "maxSeconds": 120 },
          "assertions": [ { "figure": "trips", "max": 0 }, { "figure": "invariantViolations", "max": 0 } ] }
        """);

    [Theory]
    [InlineData(1000, -1000)]
    [InlineData(2000, -2000)]
    [InlineData(-2000, 2000)]
    public void A_reversal_at_once_passes_without_a_trip(double fromKW, double toKW)
    {
        DryRunResult result = Runs.OfText(Steps("\"stateOfChargePercent\": 50, \"spreadM\": 100", fromKW, toKW));
        Assert.True(result.Passed, Runs.Story(result));
    }

    /// <summary>
    /// One weight stands on its landing, seven give what they can; the shallow one took over the damping of the others and passed its greatest speed.
    /// </summary>
    [Fact]
    public void Seven_hoists_step_to_full_power_without_overspeed()
    {
        DryRunResult result = Runs.OfText(Steps("\"weightDepthsM\": [295, 306, 299, 305, 188, 111, 238, 515]", 90.8, 2000));
        Assert.True(result.Passed, Runs.Story(result));
    }

    /// <summary>
    /// Two weights far above the others: a hoist that merely lagged behind its target by 50 W made the others accelerate, and all plans chattered by up to 2 % of power.
    /// </summary>
    [Fact]
    public void Plans_do_not_chatter_while_depths_are_far_apart()
    {
        string text = Steps("\"weightDepthsM\": [291.3, 477.4, 177.4, 433.7, 167.8, 461.9, 77.7, 87.7]", -2000, -2000)
            .Replace("\"assertions\": [", "\"assertions\": [ { \"power\": { \"duringStep\": \"to\", \"minKW\": -2010, \"maxKW\": -1990, \"longestRunS\": 19.9 } },", StringComparison.Ordinal);
        DryRunResult result = Runs.OfText(text);
        Assert.True(result.Passed, Runs.Story(result));
    }

    /// <summary>Five hoists near half depth swing alike, and one at the top answered for them until its speed's deviation tripped it, load cells 2 % high.</summary>
    [Fact]
    public void No_hoist_is_held_off_its_plan_until_it_trips()
    {
        DryRunResult result = Runs.OfText(Steps("\"weightDepthsM\": [363.4, 363.5, 352.5, 362.7, 16.4, 363.4, 106.6, 257.9]", 2000, 2000), 1, "sim.sensors.loadCellGain=1.024");
        Assert.True(result.Passed, Runs.Story(result));
    }
}
