using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Bench.Efficiency;

/// <summary>What one way of a full cycle showed.</summary>
/// <param name="LostPercent">Energy that was left when full power could no longer be held [% of full charge]: endurance lost.</param>
/// <param name="HalfSpreadM">Half of the distance between the highest and the lowest weight at that moment [m].</param>
/// <param name="DipPercent">Largest shortage of power until then, from 5 s after the start on [% of the plant's rated power].</param>
/// <param name="DipAtS">When that was [s from the start of the run].</param>
/// <param name="SurgePercent">Largest surplus of power in the same time [% of the plant's rated power].</param>
/// <param name="SurgeAtS">When that was [s from the start of the run].</param>
public sealed record WayFigures(double LostPercent, double HalfSpreadM, double DipPercent, double DipAtS, double SurgePercent, double SurgeAtS);

/// <summary>Watches both ways of a full cycle at a constant power.</summary>
/// <param name="plant">The plant.</param>
/// <param name="powerW">Power asked for, positive [W].</param>
internal sealed class CycleProbe(PlantParameters plant, double powerW) : ICycleProbe
{
    /// <summary>Labels of the two ways.</summary>
    public const string Charge = "charge", Discharge = "discharge";
    /// <summary>Power counts as held from this share on; hand-overs count from so long after the start on [s].</summary>
    public const double HeldShare = 0.98, SettleS = 5;

    private readonly StoredEnergy _stored = new(plant.Shaft, plant.Hoist);
    private readonly double[] _depthsM = new double[plant.HoistCount];
    private int _sign;
    private double _startS;
    private Extreme _dip, _pendingDip, _surge;
    private bool _held;

    /// <summary>The figures of each way; null until it is over, or when power was never held.</summary>
    public WayFigures? Charging { get; private set; }
    public WayFigures? Discharging { get; private set; }

    public void StepBegins(string label, double timeS)
    {
        if (_sign != 0) Close();
        _sign = label switch { Charge => -1, Discharge => 1, _ => 0 };
        (_startS, _held) = (timeS, false);
        _dip = _pendingDip = _surge = default;
    }

    public void Cycle(in CycleMeasurement cycle, SimPlant sim)
    {
        if (_sign == 0) return;
        double givenW = _sign * cycle.PowerW;
        if (cycle.TimeS > _startS + SettleS)
        {
            _pendingDip = _pendingDip.With(powerW - givenW, cycle.TimeS);
            _surge = _surge.With(givenW - powerW, cycle.TimeS);
        }
        if (givenW < HeldShare * powerW) return;
        // Power is there (again): what was missing before was a dip, not the end.
        _held = true;
        _dip = _pendingDip;
        for (int i = 0; i < _depthsM.Length; i++) _depthsM[i] = sim.Truth(i).WeightDepthM;
    }

    private void Close()
    {
        if (!_held) return;
        double chargePercent = 100 * _stored.MeanShare(_depthsM);
        double lostPercent = _sign > 0 ? chargePercent : 100 - chargePercent;
        WayFigures figures = new(lostPercent, 0.5 * (_depthsM.Max() - _depthsM.Min()), Percent(_dip), _dip.TimeS, Percent(_surge), _surge.TimeS);
        if (_sign > 0) Discharging = figures;
        else Charging = figures;
    }

    private double Percent(in Extreme extreme) => 100 * extreme.PowerW / plant.RatedPowerW;

    /// <summary>The largest of what was seen, and when.</summary>
    private readonly record struct Extreme(double PowerW, double TimeS)
    {
        public Extreme With(double powerW, double timeS) => powerW > PowerW ? new Extreme(powerW, timeS) : this;
    }
}
