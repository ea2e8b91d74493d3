using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.DryRun.Results;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>Measures the step of one cell.</summary>
internal sealed class StepProbe : ICycleProbe
{
    private readonly PlantParameters _plant;
    private readonly StepCell _cell;
    private readonly StepResponse _response;
    private readonly BounceMeter _bounce;
    private readonly double[] _forcesN;
    private readonly double _setPointW;
    private double _sinceS;
    private double? _lateW;
    private bool _stepped;

    public StepProbe(PlantParameters plant, StepCell cell)
    {
        _plant = plant;
        _cell = cell;
        _setPointW = cell.Sign * plant.RatedPowerW;
        _response = new StepResponse(0, _setPointW);
        _bounce = new BounceMeter(plant.HoistCount, 1e-3 * LockStepLoop.CycleMs);
        _forcesN = new double[plant.HoistCount];
    }

    /// <summary>Half of the distance between the highest and the lowest weight when the step came [m]; null when it never came.</summary>
    public double? HalfSpreadM { get; private set; }
    /// <summary>Least travel left to any weight in the step's direction when it came [m].</summary>
    public double? TravelLeftM { get; private set; }
    /// <summary>State of charge when the step came [%].</summary>
    public double? ChargePercent { get; private set; }

    public StepFigures Figures => new()
    {
        RiseTimeSeconds = _response.RiseTimeS,
        PeakPercent = Percent(_response.PeakW),
        SettledDeviationPercent = Percent(_response.SettledW),
        LateDeviationPercent = Percent(_lateW),
        RmsPercent = Percent(_response.RmsW),
        BounceRatio = _bounce.Ratio(),
    };

    public void StepBegins(string label, double timeS) => _stepped |= label == StepScenario.StepLabel;

    public void Cycle(in CycleMeasurement cycle, SimPlant sim)
    {
        if (!_stepped) return;
        if (_sinceS == 0) Depths(sim);
        _sinceS += cycle.LengthS;
        _response.Add(cycle.PowerW, cycle.LengthS);
        if (_sinceS > StepResponse.RmsFromS && _sinceS <= StepResponse.LastS) _lateW = Math.Max(_lateW ?? 0, Math.Abs(cycle.PowerW - _setPointW));
        for (int i = 0; i < _forcesN.Length; i++) _forcesN[i] = sim.Truth(i).RopeForceN;
        _bounce.Add(_forcesN);
    }

    private void Depths(SimPlant sim)
    {
        double[] depthsM = new double[_plant.HoistCount];
        for (int i = 0; i < depthsM.Length; i++) depthsM[i] = sim.Truth(i).WeightDepthM;
        double leastM = depthsM.Min(), greatestM = depthsM.Max();
        HalfSpreadM = 0.5 * (greatestM - leastM);
        TravelLeftM = _cell.Direction == StepDirection.Lower ? _plant.Shaft.LowerLandingDepthM - greatestM : leastM - _plant.Shaft.UpperLandingDepthM;
        ChargePercent = 100 * new StoredEnergy(_plant.Shaft, _plant.Hoist).MeanShare(depthsM);
    }

    private double? Percent(double? powerW) => 100 * powerW / _plant.RatedPowerW;
}
