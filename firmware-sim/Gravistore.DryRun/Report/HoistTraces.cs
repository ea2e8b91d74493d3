using Gravistore.Charts;
using Gravistore.Core.Images;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Report;

/// <summary>What is recorded of one hoist, from its true state.</summary>
internal sealed class HoistTraces
{
    public HoistTraces(int buckets, int stretches, double widthS)
    {
        DepthM = new MinMaxTrace(buckets, 0, widthS);
        SpeedMps = new MinMaxTrace(buckets, 0, widthS);
        ForceKN = new MinMaxTrace(buckets, 0, widthS);
        ExpectedKN = new MinMaxTrace(buckets, 0, widthS);
        Modes = new StateTrack(stretches, ModeText.MustBeSeenOfHoist);
    }

    public MinMaxTrace DepthM { get; }
    public MinMaxTrace SpeedMps { get; }
    /// <summary>Force of the rope on the drum, where the load cell sits, and the one that the controller expects there at rest [kN].</summary>
    public MinMaxTrace ForceKN { get; }
    public MinMaxTrace ExpectedKN { get; }
    public StateTrack Modes { get; }
    /// <summary>Greatest speed in either direction [m/s].</summary>
    public double FastestMps { get; private set; }
    public double GreatestForceKN { get; private set; }
    /// <summary>Least force as a share of the expected one while a brake is open; null when none ever was.</summary>
    public double? LeastShare { get; private set; }

    /// <summary>One cycle has passed.</summary>
    public void Cycle(double timeS, in HoistTruth truth, in HoistOutput output)
    {
        double forceKN = 1e-3 * truth.DrumForceN, expectedKN = 1e-3 * output.ExpectedRopeForceN;
        DepthM.Add(timeS, truth.WeightDepthM);
        SpeedMps.Add(timeS, truth.SpeedMps);
        ForceKN.Add(timeS, forceKN);
        ExpectedKN.Add(timeS, expectedKN > 0 ? expectedKN : double.NaN);
        Modes.Add(timeS, (int)output.Mode);
        FastestMps = Math.Max(FastestMps, Math.Abs(truth.SpeedMps));
        GreatestForceKN = Math.Max(GreatestForceKN, forceKN);
        if (expectedKN > 0 && truth.AppliedA < 0.5 && truth.AppliedB < 0.5) LeastShare = Math.Min(LeastShare ?? double.PositiveInfinity, forceKN / expectedKN);
    }
}
