using BenchmarkDotNet.Attributes;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.Benchmarks;

/// <summary>One millisecond of the simulated plant: physics, audit, sensors and all firmware, brakes set. Moving hoists are measured by the dry run's own "time spent".</summary>
public class PlantStepBenchmarks
{
    private SimPlant _plant = null!;

    [Params(8, 16, 32, 64)]
    public int Hoists { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _plant = ReferencePlant.True(Hoists);
        for (int i = 0; i < 1000; i++) _plant.Step();
    }

    [Benchmark]
    public double Step()
    {
        _plant.Step();
        return _plant.GridPowerW;
    }
}
