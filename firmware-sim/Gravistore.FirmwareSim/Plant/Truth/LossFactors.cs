namespace Gravistore.FirmwareSim.Plant;

/// <summary>Loss factors, each per unit of <see cref="BasePowerW"/>; laws and sources in docs/physics.md, section 4.</summary>
public sealed record LossFactors
{
    /// <summary>Rope force at which the motor's torque is 1 per unit [N].</summary>
    public required double BaseForceN { get; init; }
    /// <summary>Rope speed at which the motor's speed is 1 per unit [m/s].</summary>
    public required double BaseSpeedMps { get; init; }
    public required double RopeSheave { get; init; }
    public required double Guide { get; init; }
    public required double GearLoadLowering { get; init; }
    public required double GearLoadRaising { get; init; }
    public required double GearSpeed { get; init; }
    public required double MotorCopper { get; init; }
    public required double MotorIron { get; init; }
    public required double MotorWindage { get; init; }
    public required double MotorStray { get; init; }
    public required double InverterFixed { get; init; }
    public required double InverterLinear { get; init; }
    public required double InverterSquare { get; init; }
    public required double FrontEndFixed { get; init; }
    public required double FrontEndLinear { get; init; }
    public required double FrontEndSquare { get; init; }
    public required double TransformerFixed { get; init; }
    public required double TransformerSquare { get; init; }
    public required double Auxiliary { get; init; }

    /// <summary>Base of all factors of one hoist [W].</summary>
    public double BasePowerW => BaseForceN * BaseSpeedMps;
}
