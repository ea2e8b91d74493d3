namespace Gravistore.FirmwareSim.Plant;

/// <summary>The plant's own losses while hoists move steadily: what any dispatch of them gives or takes at the grid, without dynamics.</summary>
public sealed class SteadyPlant
{
    private readonly PlantTruth _truth;
    private readonly ElectricalLosses _electrical;
    private readonly GridSide _grid;

    /// <summary>The steady state of a plant.</summary>
    public SteadyPlant(PlantTruth truth)
    {
        _truth = truth;
        _electrical = new ElectricalLosses(truth.Losses, new HoistLedger());
        _grid = new GridSide(truth.Losses, truth.HoistCount);
    }

    /// <summary>Net power at the grid meter while some hoists move at one speed and all others stand on their brakes [W, export positive].</summary>
    /// <param name="hoists">Hoists that move, from 0.</param>
    /// <param name="weightDepthM">Depth of their weights [m].</param>
    /// <param name="speedMps">Their speed, lowering positive [m/s]; not 0.</param>
    public double GridPowerW(int hoists, double weightDepthM, double speedMps)
    {
        double frontEndW = hoists > 0 ? _electrical.FrontEndPowerW(MotorForceN(weightDepthM, speedMps), speedMps) : 0;
        _grid.Step(hoists * frontEndW);
        return _grid.PowerW;
    }

    /// <summary>Force of the motor at the rope that keeps a weight moving steadily [N].</summary>
    public double MotorForceN(double weightDepthM, double speedMps)
    {
        MechanicsTruth mechanics = _truth.Mechanics;
        double direction = speedMps > 0 ? 1 : -1;
        double ropeKg = mechanics.RopeMassPerMetreKg * mechanics.RopeLengthAtRestM(weightDepthM);
        double guideN = direction * _truth.Losses.Guide * mechanics.WeightMassKg * PhysicalConstants.GravityMps2;
        double drumN = (mechanics.WeightMassKg + ropeKg) * PhysicalConstants.GravityMps2 - guideN;
        return drumN - direction * DrumFriction.Of(_truth.Losses, drumN, direction, 0).CapacityN;
    }
}
