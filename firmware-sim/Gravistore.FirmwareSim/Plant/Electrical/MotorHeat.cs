namespace Gravistore.FirmwareSim.Plant;

/// <summary>The motor as one thermal node.</summary>
internal sealed class MotorHeat(MotorTruth motor, double ambientC)
{
    private readonly double _kelvinPerWatt = PhysicalConstants.StepS / motor.HeatCapacityJPerK;
    private double _overAmbientK;

    /// <summary>Temperature of the winding [deg C].</summary>
    public double TemperatureC => ambientC + _overAmbientK;

    /// <summary>One step with a heat [W].</summary>
    public void Step(double heatW) => _overAmbientK += (heatW - motor.CoolingWPerK * _overAmbientK) * _kelvinPerWatt;
}
