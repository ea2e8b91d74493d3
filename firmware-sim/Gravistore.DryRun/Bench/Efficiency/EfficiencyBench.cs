using System.Diagnostics;
using System.Globalization;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Scenarios;

namespace Gravistore.DryRun.Bench.Efficiency;

/// <summary>Runs full cycles at several powers and holds each against the best possible dispatch.</summary>
public static class EfficiencyBench
{
    /// <summary>The best dispatch of one power, both ways; null where no number of hoists gives it.</summary>
    private sealed record Best(double PowerW, BestDispatch.Way? Up, BestDispatch.Way? Down);

    /// <summary>Powers as shares of rated power: 0.1, 0.2, 0.5, 1, 1.5 and 2 MW on the reference plant.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.05, 0.1, 0.25, 0.5, 0.75, 1];

    /// <summary>Runs the cycles.</summary>
    /// <param name="plant">The plant.</param>
    /// <param name="shares">Powers as shares of rated power.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="observer">Is told how far the bench is; null = nobody.</param>
    /// <param name="threads">Threads to use; 0 = one for each processor.</param>
    /// <param name="cancellation">Ends the bench.</param>
    /// <exception cref="OperationCanceledException">The bench was cancelled.</exception>
    public static EfficiencyResult Run(BenchPlant plant, IReadOnlyList<double> shares, ulong seed, IBenchObserver? observer = null, int threads = 0, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        BestDispatch dispatch = new(plant.Plant, plant.Truth);
        Best[] best = [.. shares.Select(s => s * plant.Plant.RatedPowerW).Select(p => new Best(p, dispatch.Find(-p), dispatch.Find(p)))];
        DryRunRequest[] requests = [.. best.Select(b => plant.Run(ScenarioOf(plant, b), seed))];
        double[] expectedS = [.. requests.Select(r => r.Scenario.End.ExpectedSeconds)];
        BenchTally tally = new(expectedS, observer);
        EfficiencyPoint[] points = BenchWork.Run(expectedS, threads, i =>
        {
            EfficiencyPoint point = RunOne(requests[i], best[i], tally.Of(i), cancellation);
            tally.Done(i);
            return point;
        });
        return new EfficiencyResult(plant.Plant.Name, seed, points, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static Scenario ScenarioOf(BenchPlant plant, Best best)
    {
        double freeS = PlantEnergy.FullJ(plant.Plant) / best.PowerW;
        return CycleScenario.Of(plant.Plant, best.PowerW, best.Up?.EnergyJ / best.PowerW ?? freeS, best.Down?.EnergyJ / best.PowerW ?? freeS);
    }

    private static EfficiencyPoint RunOne(DryRunRequest request, Best best, IRunObserver observer, CancellationToken cancellation)
    {
        CycleProbe probe = new(request.Plant, best.PowerW);
        DryRunResult run = DryRunner.Run(request with { Probe = probe }, observer, cancellation);
        return new EfficiencyPoint
        {
            PowerKW = 1e-3 * best.PowerW,
            ChargedKWh = run.Energy.ChargedKWh,
            DischargedKWh = run.Energy.DischargedKWh,
            RoundTrip = run.Energy.RoundTripEfficiency,
            BestRoundTrip = best.Down?.EnergyJ / best.Up?.EnergyJ,
            BestHoistsCharging = Hoists(best.Up),
            BestHoistsDischarging = Hoists(best.Down),
            HoistStarts = run.HoistStarts,
            Charging = probe.Charging,
            Discharging = probe.Discharging,
            Trouble = RunTrouble.Of(run) ?? (run.Energy.RoundTripEfficiency is null ? "the charge at the end is not that at the start" : null),
        };
    }

    private static string Hoists(BestDispatch.Way? way) => way is null ? ""
        : way.FewestHoists == way.MostHoists ? way.FewestHoists.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{way.FewestHoists} to {way.MostHoists}");
}
