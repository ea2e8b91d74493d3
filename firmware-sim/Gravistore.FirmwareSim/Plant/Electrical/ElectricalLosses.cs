namespace Gravistore.FirmwareSim.Plant;

/// <summary>Losses between the motor's shaft and the AC side of one hoist's converter, each from its own law (docs/physics.md, section 4).</summary>
internal sealed class ElectricalLosses(LossFactors factors, HoistLedger ledger)
{
    private const double StepS = PhysicalConstants.StepS;

    private readonly double _perForce = 1.0 / factors.BaseForceN;
    private readonly double _perSpeed = 1.0 / factors.BaseSpeedMps;
    private readonly double _perPower = 1.0 / factors.BasePowerW;
    private readonly double _basePowerW = factors.BasePowerW;
    private readonly double _baseStepJ = factors.BasePowerW * StepS;

    /// <summary>Heat in the motor in the last step [W].</summary>
    public double MotorHeatW { get; private set; }

    /// <summary>Power at the AC side [W, export positive] for a motor force at the rope [N] and a rope speed [m/s]; books the losses of one step.</summary>
    public double FrontEndPowerW(double motorForceN, double speedMps)
    {
        double torque = Math.Abs(motorForceN) * _perForce;
        double motor = Motor(torque * torque, Math.Abs(speedMps) * _perSpeed);
        double inverter = factors.InverterFixed + torque * (factors.InverterLinear + factors.InverterSquare * torque);
        double direct = motorForceN * speedMps * _perPower - motor - inverter;
        double frontEnd = factors.FrontEndFixed + Math.Abs(direct) * (factors.FrontEndLinear + factors.FrontEndSquare * Math.Abs(direct));
        ledger.InverterJ += inverter * _baseStepJ;
        ledger.FrontEndJ += frontEnd * _baseStepJ;
        MotorHeatW = motor * _basePowerW;
        return (direct - frontEnd) * _basePowerW;
    }

    private double Motor(double squareTorque, double speed)
    {
        double squareSpeed = speed * speed;
        double copper = factors.MotorCopper * squareTorque;
        double iron = factors.MotorIron * speed * Math.Sqrt(speed);
        double windage = factors.MotorWindage * squareSpeed;
        double stray = factors.MotorStray * squareTorque * squareSpeed;
        ledger.MotorCopperJ += copper * _baseStepJ;
        ledger.MotorIronJ += iron * _baseStepJ;
        ledger.MotorWindageJ += windage * _baseStepJ;
        ledger.MotorStrayJ += stray * _baseStepJ;
        return copper + iron + windage + stray;
    }
}
