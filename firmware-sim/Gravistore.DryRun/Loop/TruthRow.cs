using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>What is true of the simulated plant at one instant, as one row of numbers: the plant's, then each hoist's. Filled anew each cycle.</summary>
internal sealed class TruthRow(int hoistCount)
{
    private static readonly (string Name, Func<HoistTruth, double> Of)[] Hoist =
    [
        ("weightDepthM", h => h.WeightDepthM), ("ropeLengthM", h => h.RopeLengthM), ("speedMps", h => h.SpeedMps), ("weightSpeedMps", h => h.WeightSpeedMps),
        ("ropeForceN", h => h.RopeForceN), ("drumForceN", h => h.DrumForceN), ("motorForceN", h => h.MotorForceN), ("brakeForceN", h => h.BrakeForceN),
        ("appliedA", h => h.AppliedA), ("appliedB", h => h.AppliedB), ("discTemperatureC", h => h.DiscTemperatureC), ("motorTemperatureC", h => h.MotorTemperatureC),
        ("frontEndPowerW", h => h.FrontEndPowerW), ("onLanding", h => h.OnLanding ? 1 : 0),
    ];

    private readonly double[] _values = new double[PlantNames.Count + hoistCount * Hoist.Length];

    /// <summary>Names of the plant's numbers, and of those that every hoist has, in order.</summary>
    public static IReadOnlyList<string> PlantNames { get; } = ["gridPowerW", "gridFrequencyHz", "chainClosed"];
    public static IReadOnlyList<string> HoistNames { get; } = [.. Hoist.Select(h => h.Name)];

    public ReadOnlySpan<double> Values => _values;

    /// <summary>Takes the plant as it is.</summary>
    /// <param name="sim">The plant.</param>
    /// <param name="powerW">Net power at the grid, mean of the last cycle, export positive [W].</param>
    public void Take(SimPlant sim, double powerW)
    {
        (_values[0], _values[1], _values[2]) = (powerW, sim.GridFrequencyHz, sim.Chain.Closed ? 1 : 0);
        int at = PlantNames.Count;
        for (int i = 0; i < sim.HoistCount; i++)
            foreach ((_, Func<HoistTruth, double> of) in Hoist) _values[at++] = of(sim.Truth(i));
    }
}
