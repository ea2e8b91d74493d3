using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>What the true plant does while a power limit acts on its first hoist: the limit is a power at the shaft, or at the converter's AC side.</summary>
internal sealed class LimitProbe(double limitW, bool atGridSide) : ICycleProbe
{
    /// <summary>Power this near to the limit is held by it.</summary>
    private const double Tolerance = 0.02;

    /// <summary>Speeds of the first hoist, one a cycle, while its brakes are lifted and its power stands at the limit [m/s].</summary>
    public List<double> HeldMps { get; } = [];
    /// <summary>Greatest speed of any drum in the run [m/s].</summary>
    public double PeakMps { get; private set; }
    /// <summary>Greatest power of the first hoist, where the limit is measured, since it came near to it [W].</summary>
    public double PeakW { get; private set; }
    /// <summary>Greatest depth of any weight [m].</summary>
    public double DeepestM { get; private set; }
    /// <summary>A drum's hard-wired overspeed relay has tripped.</summary>
    public bool RelayTripped { get; private set; }
    /// <summary>Fault of the first hoist's drive, 0 = none.</summary>
    public int Fault { get; private set; }

    public void StepBegins(string label, double timeS) { }

    public void Cycle(in CycleMeasurement cycle, SimPlant sim)
    {
        for (int i = 0; i < sim.HoistCount; i++)
        {
            PeakMps = Math.Max(PeakMps, Math.Abs(sim.Truth(i).SpeedMps));
            DeepestM = Math.Max(DeepestM, sim.Truth(i).WeightDepthM);
        }
        RelayTripped |= sim.Chain.OverspeedTripped;
        if (Fault == 0) Fault = sim.Drive(0).Faults.Tripping;
        First(sim.Truth(0));
    }

    private void First(in HoistTruth hoist)
    {
        double powerW = atGridSide ? hoist.FrontEndPowerW : hoist.MotorForceN * hoist.SpeedMps;
        bool lifted = hoist.AppliedA + hoist.AppliedB == 0;
        if (lifted && Math.Abs(powerW / limitW - 1) < Tolerance) HeldMps.Add(hoist.SpeedMps);
        if (HeldMps.Count > 0) PeakW = Math.Max(PeakW, powerW);
    }
}
