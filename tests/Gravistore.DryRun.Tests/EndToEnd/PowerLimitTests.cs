using Gravistore.DryRun.Results;
using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>
/// A power limit of drive or front end while 2 MW are lowered (docs/power.md, section 3). A device that holds the power lets the weight run
/// away, and the brakes stop it late; one that trips closes the brakes while the speed is still that of normal service.
/// </summary>
public sealed class PowerLimitTests
{
    /// <summary>Base power of one hoist, and the share of its torque reference that the true drive gives.</summary>
    private const double BaseW = 592.1e3 * 0.4895, TorqueGain = 0.99;
    /// <summary>Speed at which a drum's hard-wired overspeed relay opens the chain, and at which the controller's protection closes the brakes [m/s].</summary>
    private const double RelayMps = 0.66, TripMps = 0.6325;
    private const double LowerLandingM = 515, HardLimitM = 0.5;
    private static readonly string[] Dip = ["sim.frontEnd.dipAtS=15", "sim.frontEnd.dipDurationS=1.5", "sim.frontEnd.dipVoltagePercent=50"];

    private static string Lowering(int powerKW = 2000) => $$"""
        { "schema": "gravistore-scenario/1", "name": "limit", "title": "A power limit at full power", "plant": "pyhasalmi",
          "initial": { "stateOfChargePercent": 50 },
          "steps": [
            { "label": "arm", "action": "arm" },
            { "label": "power", "when": { "mode": "armed" }, "timeoutS": 30, "action": "setPower", "powerKW": {{powerKW}} } ],
          "end": { "when": { "mode": "tripped", "holdsForS": 10 }, "maxSeconds": 40 },
          "assertions": [ { "figure": "invariantViolations", "max": 0 } ] }
        """;

    private static string[] Drive(int percent, string action) =>
        [$"sim.drive.generatingPowerLimitPercent={percent}", $"sim.drive.generatingPowerLimitAction={action}"];

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public void A_drive_that_holds_its_power_lets_the_weight_run_away(int percent)
    {
        LimitProbe probe = new(0.01 * percent * BaseW * TorqueGain, atGridSide: false);
        DryRunResult result = Runs.Watched(Lowering(), probe, Drive(percent, "limit"));
        RunsAway(probe, result);
        Assert.InRange(probe.PeakW / (0.01 * percent * BaseW * TorqueGain), 0.99, 1.03);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    public void A_drive_that_trips_at_its_power_limit_closes_the_brakes_in_time(int percent)
    {
        LimitProbe probe = new(0.01 * percent * BaseW * TorqueGain, atGridSide: false);
        DryRunResult result = Runs.Watched(Lowering(), probe, Drive(percent, "trip"));
        Assert.Equal(DriveFaultCode.SignalSupervision, probe.Fault);
        BrakesInTime(probe, result);
    }

    [Fact]
    public void A_limit_above_what_a_step_needs_never_acts()
    {
        LimitProbe probe = new(BaseW, atGridSide: false);
        DryRunResult result = Runs.Watched(Lowering(), probe, Drive(130, "trip"));
        Assert.Empty(result.Trips);
        Assert.Equal(0, probe.Fault);
        Assert.InRange(probe.PeakMps, 0.4, 0.55);
    }

    [Fact]
    public void A_front_end_that_holds_its_current_in_a_dip_lets_the_weight_run_away()
    {
        LimitProbe probe = new(0.75 * BaseW, atGridSide: true);
        DryRunResult result = Runs.Watched(Lowering(), probe, [.. Dip, "sim.frontEnd.dipAction=limit"]);
        RunsAway(probe, result);
    }

    [Fact]
    public void A_front_end_that_trips_in_a_dip_closes_the_brakes_in_time()
    {
        LimitProbe probe = new(0.75 * BaseW, atGridSide: true);
        DryRunResult result = Runs.Watched(Lowering(), probe, [.. Dip, "sim.frontEnd.dipAction=trip"]);
        Assert.Equal(DriveFaultCode.LineSideUnit, probe.Fault);
        BrakesInTime(probe, result);
    }

    /// <summary>Drawn power empties the link: no runaway, and no third behaviour.</summary>
    [Theory]
    [InlineData("limit")]
    [InlineData("trip")]
    public void A_dip_while_raising_trips_the_front_end_whatever_it_does_when_lowering(string action)
    {
        LimitProbe probe = new(0.75 * BaseW, atGridSide: true);
        DryRunResult result = Runs.Watched(Lowering(-2000), probe, [.. Dip, $"sim.frontEnd.dipAction={action}"]);
        Assert.Equal(DriveFaultCode.LineSideUnit, probe.Fault);
        BrakesInTime(probe, result);
    }

    [Fact]
    public void A_dip_that_leaves_the_current_limit_room_changes_nothing()
    {
        DryRunResult result = Runs.OfText(Lowering(), 1, [.. Dip, "sim.frontEnd.dipVoltagePercent=80"]);
        Assert.Empty(result.Trips);
        Assert.Empty(result.Violations);
    }

    /// <summary>Hardly any torque is left in the last metres, at full speed, in the slow-down and at creep: brakes still hold every weight before the hard limit.</summary>
    [Theory]
    [InlineData(42)]
    [InlineData(44)]
    [InlineData(50)]
    public void A_runaway_before_the_landing_ends_before_the_hard_limit(int dipAtS)
    {
        LimitProbe probe = new(BaseW, atGridSide: true);
        DryRunResult result = Runs.Watched(Lowering(), probe, "scenario.initial.stateOfChargePercent=4", "scenario.end.maxSeconds=90", $"sim.frontEnd.dipAtS={dipAtS}",
            "sim.frontEnd.dipDurationS=60", "sim.frontEnd.dipVoltagePercent=1", "sim.frontEnd.dipAction=limit");
        Assert.Contains(result.Trips, t => t.Name == "overspeed-trip");
        Assert.Equal(8, result.End.HoistsBraked);
        Assert.InRange(probe.DeepestM, LowerLandingM - 2, LowerLandingM + HardLimitM);
    }

    // Power stands still, speed does not, and it grows ever faster. The controller closes the brakes; in their dead time the relay follows.
    private static void RunsAway(LimitProbe probe, DryRunResult result)
    {
        List<double> held = probe.HeldMps;
        Assert.True(held.Count >= 40, $"the limit held for {held.Count} cycles");
        double start = held[1], middle = held[held.Count / 2], end = held[^1];
        Assert.True(end > 1.4 * start, Told(probe, result));
        Assert.True(end - middle > 1.1 * (middle - start), Told(probe, result));
        Assert.True(probe.PeakMps > RelayMps && probe.RelayTripped, Told(probe, result));
        Assert.Contains(result.Trips, t => t.Name == "overspeed-trip" && t.Hoist >= 0);
        Assert.Contains(result.Violations, v => v.Name == "speed-envelope");
        Stopped(probe, result);
    }

    private static void BrakesInTime(LimitProbe probe, DryRunResult result)
    {
        Assert.Equal(8, result.Trips.Count(t => t.Name == "drive-fault"));
        Assert.True(probe.PeakMps < 0.5 * (RelayMps + TripMps) && !probe.RelayTripped, Told(probe, result));
        Stopped(probe, result);
    }

    private static void Stopped(LimitProbe probe, DryRunResult result)
    {
        Assert.Equal(8, result.End.HoistsBraked);
        Assert.True(probe.DeepestM < LowerLandingM, Told(probe, result));
    }

    private static string Told(LimitProbe probe, DryRunResult result) =>
        $"peak {probe.PeakMps:F3} m/s, {probe.HeldMps.Count} cycles at the limit, deepest {probe.DeepestM:F2} m\n{Runs.Story(result)}";
}
