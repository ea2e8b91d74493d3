using Gravistore.Charts;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Report;

/// <summary>What is recorded of the plant as a whole. Power is the mean over a cycle at the grid, export positive.</summary>
internal sealed class PlantTraces(StoredEnergy stored, int buckets, int stretches, double widthS)
{
    /// <summary>Power set point, while one is in force [kW].</summary>
    public MinMaxTrace AskedKW { get; } = new(buckets, 0, widthS);
    public MinMaxTrace GivenKW { get; } = new(buckets, 0, widthS);
    /// <summary>Given less asked [kW].</summary>
    public MinMaxTrace ErrorKW { get; } = new(buckets, 0, widthS);
    public MinMaxTrace ChargePercent { get; } = new(buckets, 0, widthS);
    public MinMaxTrace FrequencyHz { get; } = new(buckets, 0, widthS);
    public StateTrack Modes { get; } = new(stretches, ModeText.MustBeSeenOfPlant);

    /// <summary>One cycle has passed.</summary>
    /// <returns>The set point in force [kW]; not a number while there is none.</returns>
    public double Cycle(in CycleMeasurement cycle, SimPlant sim, in PlantOutput plant)
    {
        double givenKW = 1e-3 * cycle.PowerW, askedKW = plant.Mode == PlantMode.Running ? 1e-3 * plant.PowerSetPointW : double.NaN;
        AskedKW.Add(cycle.TimeS, askedKW);
        GivenKW.Add(cycle.TimeS, givenKW);
        ErrorKW.Add(cycle.TimeS, givenKW - askedKW);
        ChargePercent.Add(cycle.TimeS, 100 * Charge(sim));
        FrequencyHz.Add(cycle.TimeS, sim.GridFrequencyHz);
        Modes.Add(cycle.TimeS, (int)plant.Mode);
        return askedKW;
    }

    private double Charge(SimPlant sim)
    {
        double sum = 0;
        for (int i = 0; i < sim.HoistCount; i++) sum += stored.ShareAt(sim.Truth(i).WeightDepthM);
        return sum / sim.HoistCount;
    }
}
