namespace Gravistore.FirmwareSim.Plant;

/// <summary>What the hoists share: the transformer and the auxiliaries, always on.</summary>
internal sealed class GridSide(LossFactors factors, int hoistCount)
{
    private readonly double _plantPowerW = hoistCount * factors.BasePowerW;
    private readonly double _perPlantPower = 1.0 / (hoistCount * factors.BasePowerW);

    /// <summary>Net power at the grid meter, export positive [W].</summary>
    public double PowerW { get; private set; }

    /// <summary>Sums since the start [J]; grid export positive.</summary>
    public double TransformerJ { get; private set; }
    public double AuxiliaryJ { get; private set; }
    public double GridJ { get; private set; }

    /// <summary>Sum of the magnitudes of the grid energy of every step [J].</summary>
    public double GridThroughputJ { get; private set; }

    /// <summary>One step with the sum of the hoists' powers at the AC side [W, export positive].</summary>
    public void Step(double frontEndsW)
    {
        double perUnit = frontEndsW * _perPlantPower;
        double transformerW = (factors.TransformerFixed + factors.TransformerSquare * perUnit * perUnit) * _plantPowerW;
        double auxiliaryW = factors.Auxiliary * _plantPowerW;
        PowerW = frontEndsW - transformerW - auxiliaryW;
        TransformerJ += transformerW * PhysicalConstants.StepS;
        AuxiliaryJ += auxiliaryW * PhysicalConstants.StepS;
        GridJ += PowerW * PhysicalConstants.StepS;
        GridThroughputJ += Math.Abs(PowerW) * PhysicalConstants.StepS;
    }
}
