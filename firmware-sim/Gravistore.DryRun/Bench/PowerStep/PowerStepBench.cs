using System.Diagnostics;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>Runs the cells of the power-step bench, each with a controller and a plant of its own.</summary>
public static class PowerStepBench
{
    /// <summary>Draws of depths for each cell of the variant with random depths.</summary>
    public const int DepthSeeds = 20;

    private sealed record Job(StepCell Cell, ulong? DepthSeed);

    /// <summary>Runs cells.</summary>
    /// <param name="plant">The plant.</param>
    /// <param name="cells">Which cells.</param>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="observer">Is told how far the bench is; null = nobody.</param>
    /// <param name="threads">Threads to use; 0 = one for each processor.</param>
    /// <param name="cancellation">Ends the bench.</param>
    /// <exception cref="OperationCanceledException">The bench was cancelled.</exception>
    public static PowerStepResult Run(BenchPlant plant, IReadOnlyList<StepCell> cells, ulong seed, IBenchObserver? observer = null, int threads = 0, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        Job[] jobs = [.. cells.SelectMany(cell => Jobs(cell, seed))];
        DryRunRequest[] requests = [.. jobs.Select(job => Request(plant, job, seed))];
        double[] expectedS = [.. requests.Select(r => r.Scenario.End.ExpectedSeconds)];
        BenchTally tally = new(expectedS, observer);
        StepCellResult[] results = BenchWork.Run(expectedS, threads, i =>
        {
            StepCellResult result = RunOne(requests[i], jobs[i], tally.Of(i), cancellation);
            tally.Done(i);
            return result;
        });
        StepCellResult[] worst = [.. cells.Select(cell => results.Where(r => r.Cell == cell).MaxBy(r => r.WorstUsage)!)];
        return new PowerStepResult(plant.Plant.Name, seed, worst, jobs.Length, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static IEnumerable<Job> Jobs(StepCell cell, ulong seed) =>
        cell.Depths == StepDepths.Seeds ? Enumerable.Range(0, DepthSeeds).Select(i => new Job(cell, seed + (ulong)i)) : [new Job(cell, null)];

    private static DryRunRequest Request(BenchPlant plant, Job job, ulong seed)
    {
        StepCell cell = job.Cell;
        double[]? depthsM = job.DepthSeed is { } drawn ? new AllowedDepths(plant.Plant).Draw(cell.Direction, cell.ChargePercent, drawn) : null;
        DryRunRequest request = plant.Run(StepScenario.Of(cell, plant.Plant, depthsM), seed) with { Truth = cell.Case.Change(plant.Truth) };
        return cell.Case.ChangeWhenArmed is { } change ? request with { LinkChange = new LinkChange(StepScenario.ArmedLabel, change(request.Truth.Link)) } : request;
    }

    private static StepCellResult RunOne(DryRunRequest request, Job job, IRunObserver observer, CancellationToken cancellation)
    {
        StepProbe probe = new(request.Plant, job.Cell);
        DryRunResult run = DryRunner.Run(request with { Probe = probe }, observer, cancellation);
        return new StepCellResult
        {
            Cell = job.Cell,
            Figures = probe.Figures,
            Bounds = StepBoundTable.Of(job.Cell),
            ChargePercent = probe.ChargePercent,
            HalfSpreadM = probe.HalfSpreadM,
            TravelLeftM = probe.TravelLeftM,
            DepthSeed = job.DepthSeed,
            Trouble = RunTrouble.Of(run),
            StateHash = run.StateHash,
        };
    }
}
