namespace Gravistore.FirmwareSim.Plant;

/// <summary>
/// Work and heat of one hoist since the start, one sum per law [J]. Each step adds force times mean velocity times step (or loss times step).
/// Fields, because each is added to a thousand times a second by the law that owns it.
/// </summary>
internal sealed class HoistLedger
{
    public double WeightGravityJ;
    public double RopeGravityJ;
    public double AccretedRopeJ;
    public double StrainWoundJ;
    public double RopeDampingJ;
    public double GuideFrictionJ;
    public double ContactJ;
    public double RopeSheaveFrictionJ;
    public double GearLoadFrictionJ;
    public double GearSpeedFrictionJ;
    public double BrakeHeatJ;
    public double MotorCopperJ;
    public double MotorIronJ;
    public double MotorWindageJ;
    public double MotorStrayJ;
    public double InverterJ;
    public double FrontEndJ;

    /// <summary>Sum of the magnitudes of the gravity work of every step [J].</summary>
    public double GravityThroughputJ;

    /// <summary>Kinetic and strain energy at the start [J].</summary>
    public double InitialKineticJ;
    public double InitialStrainJ;
}
