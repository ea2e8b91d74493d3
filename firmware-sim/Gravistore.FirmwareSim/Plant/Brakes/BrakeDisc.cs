namespace Gravistore.FirmwareSim.Plant;

/// <summary>The brake disc as one thermal node, and what its temperature does to the linings.</summary>
internal sealed class BrakeDisc
{
    private readonly BrakeTruth _truth;
    private readonly double _kelvinPerJoule;
    private readonly double _coolingPerStep;
    private readonly double _fadePerKelvin;

    /// <summary>A disc at ambient temperature.</summary>
    public BrakeDisc(BrakeTruth truth)
    {
        _truth = truth;
        _kelvinPerJoule = 1.0 / (truth.DiscMassKg * truth.DiscHeatCapacityJPerKgK);
        _coolingPerStep = truth.DiscCoolingWPerK * PhysicalConstants.StepS * _kelvinPerJoule;
        _fadePerKelvin = (1.0 - truth.FrictionHot / truth.FrictionCold) / (truth.FadeEndC - truth.FadeStartC);
        TemperatureC = truth.AmbientC;
    }

    /// <summary>Temperature of the disc [deg C].</summary>
    public double TemperatureC { get; private set; }

    /// <summary>Friction of the linings over that of cold linings.</summary>
    public double FrictionShare
    {
        get
        {
            double overC = Math.Min(TemperatureC, _truth.FadeEndC) - _truth.FadeStartC;
            return overC <= 0.0 ? 1.0 : 1.0 - _fadePerKelvin * overC;
        }
    }

    /// <summary>One step with the heat of braking [J].</summary>
    public void Step(double heatJ) => TemperatureC += heatJ * _kelvinPerJoule - (TemperatureC - _truth.AmbientC) * _coolingPerStep;
}
