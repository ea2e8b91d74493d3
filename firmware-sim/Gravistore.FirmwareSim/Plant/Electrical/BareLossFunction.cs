namespace Gravistore.FirmwareSim.Plant;

/// <summary>
/// The chain of losses from the weight to the grid as one function of power, at rated torque and therefore speed = power,
/// without rope mass and without dynamics: what the published efficiency table holds (docs/physics.md, section 4.3).
/// </summary>
public static class BareLossFunction
{
    /// <summary>Grid power per unit (export positive) while a mechanical power per unit is given off by the weight.</summary>
    public static double LoweringPerUnit(LossFactors losses, double power) => -GridPerUnit(losses, power, -1.0);

    /// <summary>Grid power per unit (import positive) while the weight takes up a mechanical power per unit.</summary>
    public static double RaisingPerUnit(LossFactors losses, double power) => GridPerUnit(losses, power, 1.0);

    /// <summary>Import positive; sign +1 raises, -1 lowers: every loss adds to what is drawn.</summary>
    private static double GridPerUnit(LossFactors losses, double power, double sign)
    {
        double drum = sign * power + (losses.RopeSheave + losses.Guide) * power;
        double gearShare = sign > 0.0 ? losses.GearLoadRaising : losses.GearLoadLowering;
        double shaft = drum + gearShare * Math.Abs(drum) + losses.GearSpeed * power;
        double direct = shaft + MotorPerUnit(losses, power) + losses.InverterFixed + losses.InverterLinear + losses.InverterSquare;
        double frontEnd = direct + losses.FrontEndFixed + losses.FrontEndLinear * Math.Abs(direct) + losses.FrontEndSquare * direct * direct;
        return frontEnd + losses.TransformerFixed + losses.TransformerSquare * frontEnd * frontEnd + losses.Auxiliary;
    }

    private static double MotorPerUnit(LossFactors losses, double speed)
    {
        double square = speed * speed;
        return losses.MotorCopper + losses.MotorIron * speed * Math.Sqrt(speed) + (losses.MotorWindage + losses.MotorStray) * square;
    }
}
