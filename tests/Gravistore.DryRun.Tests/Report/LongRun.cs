using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Report;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Tests.Report;

/// <summary>A long run made of noise: every trace moves all the time, every mode changes often.</summary>
internal static class LongRun
{
    private const int Cycles = 60_000;

    /// <summary>Records a run of some hours.</summary>
    public static RunRecord Record(DryRunRequest request, double hours)
    {
        int hoists = request.Plant.HoistCount;
        double[] depthsM = new double[hoists];
        Array.Fill(depthsM, 200);
        SimPlant sim = new(request.Truth with { HoistCount = hoists }, request.Devices, 1, depthsM);
        RunRecord record = new(request.Plant);
        CycleResult result = new(hoists);
        Random random = new(1);
        double lengthS = 3600 * hours / Cycles;
        for (int cycle = 1; cycle <= Cycles; cycle++)
        {
            result.Plant.Mode = random.Next(100) == 0 ? PlantMode.Armed : PlantMode.Running;
            result.Plant.PowerSetPointW = 2e6 * (random.NextDouble() - 0.5);
            sim.GridFrequencyHz = 49.9 + 0.2 * random.NextDouble();
            record.Cycle(new CycleMeasurement(cycle * lengthS, lengthS, 2e6 * (random.NextDouble() - 0.5), null), sim, result, cycle % 1000 == 0 ? $"step {cycle}" : "step");
            for (int i = 0; i < hoists; i++) record.Hoists[i].Cycle(cycle * lengthS, Truth(random), Output(random));
        }
        return record;
    }

    private static HoistTruth Truth(Random random) => new() { WeightDepthM = 500 * random.NextDouble(), SpeedMps = random.NextDouble() - 0.5, DrumForceN = 6e5 * random.NextDouble() };

    private static HoistOutput Output(Random random) => new() { ExpectedRopeForceN = 6e5 * (0.5 + random.NextDouble()), Mode = random.Next(20) == 0 ? HoistMode.Raising : HoistMode.Lowering };
}
