using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.Results;

/// <summary>A result with every part filled.</summary>
internal static class SampleResult
{
    public static DryRunResult Good { get; } = new()
    {
        Plant = "pyhasalmi",
        Scenario = "full-cycle",
        Seed = 7,
        Version = "0.1.0",
        Times = new RunTimes(2700.5, 3, 270050, 0.2, 0.5),
        StateHash = 0x0123456789abcdef,
        Energy = new EnergyFigures(850, 630, 723.1, 723.2, 0.741, 1e-12),
        Tracking = new TrackingFigures(0.5, 102, 2, 0.1),
        StateOfChargeStartPercent = 0,
        StateOfChargeEndPercent = 0.01,
        HoistStarts = 16,
        Reversals = 8,
        Trips = [],
        Events = [new EventRecord(1.5, 2, 101, "overspeed-warning", "warning", 0.6, 0.55, "m/s", "A drum is too fast.")],
        EventsLost = 0,
        Violations = [],
        Follow = new FollowFigures(10, 20, 11, 21),
        Links = new LinkFigures(0, 0),
        End = new EndState("end condition", null, "parked", 8, 8, [515, 515]),
        Assertions = [new AssertionOutcome("trips at most 0", 0, true)],
        Packages = [new PackageInfo("Stateless", "5.20.1", false)],
    };
}
