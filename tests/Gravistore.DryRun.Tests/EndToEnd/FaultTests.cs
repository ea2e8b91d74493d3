using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>What the plant does when something fails in the middle of 2 MW.</summary>
public sealed class FaultTests
{
    private static string Lowering(string then) => $$"""
        { "schema": "gravistore-scenario/1", "name": "fault", "title": "A fault while lowering", "plant": "pyhasalmi",
          "initial": { "stateOfChargePercent": 50 },
          "steps": [
            { "label": "arm", "action": "arm" },
            { "label": "lower", "when": { "mode": "armed" }, "timeoutS": 30, "action": "setPower", "powerKW": 2000 },
            {{then}} ],
          "end": { "when": { "mode": "tripped", "holdsForS": 10 }, "maxSeconds": 60 },
          "assertions": [ { "figure": "invariantViolations", "max": 0 } ] }
        """;

    [Fact]
    public void An_emergency_stop_brakes_every_weight_within_its_stopping_distance()
    {
        DryRunResult result = Runs.OfText(Lowering("""{ "label": "stop", "afterS": 10, "action": "emergencyStop" }"""));
        Assert.Empty(result.Violations);
        Assert.Equal("tripped", result.End.Mode);
        Assert.Equal(8, result.End.HoistsBraked);
        EventRecord first = Assert.Single(result.Events, e => e.Name == "emergency-stop");
        Assert.Equal(-1, first.Hoist);
        // Every rope stays taut: no slack trip followed the stop.
        Assert.DoesNotContain(result.Events, e => e.Name is "slack-trip" or "overload");
    }

    /// <summary>A load cell that reads half says slack rope: every hoist trips by itself, stays tripped and is told of.</summary>
    [Fact]
    public void A_load_cell_that_reads_half_trips_every_hoist_once()
    {
        DryRunResult result = Runs.Of("step-discharge", 1, "sim.sensors.loadCellGain=0.5");
        Assert.False(result.Passed);
        Assert.Equal(Enumerable.Range(0, 8), result.Trips.Where(t => t.Name == "slack-trip").Select(t => t.Hoist).Order());
        Assert.Equal(8, result.End.HoistsBraked);
        Assert.Empty(result.Violations);
    }

    /// <summary>A weight that is 3 % heavier than its papers still runs, and its slow correction to the meter closes the gap.</summary>
    [Fact]
    public void A_heavier_weight_is_corrected_at_the_meter()
    {
        DryRunResult result = Runs.Of("step-discharge", 1, "sim.weight.massKg=62000");
        Assert.Empty(result.Violations);
        Assert.Empty(result.Trips);
        Assert.InRange(result.Tracking.RmsPercent!.Value, 0, 2);
    }

    /// <summary>Each channel gives less than half its force: both together still hold, and the drives' emergency ramp helps them to stop.</summary>
    [Fact]
    public void Weak_brakes_still_stop_the_weights_because_the_drives_help()
    {
        DryRunResult result = Runs.OfText(Lowering("""{ "label": "stop", "afterS": 10, "action": "emergencyStop" }"""), 1, "sim.brakes.channelForceKN=500");
        Assert.Equal(8, result.End.HoistsBraked);
        Assert.Empty(result.Violations);
    }
}
