namespace Gravistore.FirmwareSim.Plant;

/// <summary>Masses, rope and drum of one hoist. Rope figures are those of all its ropes together.</summary>
public sealed record MechanicsTruth
{
    /// <summary>Suspended mass without ropes [kg].</summary>
    public required double WeightMassKg { get; init; }
    /// <summary>Mass of the ropes per metre [kg/m].</summary>
    public required double RopeMassPerMetreKg { get; init; }
    /// <summary>E·A of the ropes [N].</summary>
    public required double RopeAxialStiffnessN { get; init; }
    /// <summary>Minimum breaking force of the ropes [N].</summary>
    public required double RopeBreakingForceN { get; init; }
    /// <summary>Damping ratio of the bounce with the drum held.</summary>
    public required double RopeDampingRatio { get; init; }
    /// <summary>Drum diameter at the rope's centre [m].</summary>
    public required double DrumDiameterM { get; init; }
    /// <summary>Drum, shaft and sheaves as mass at the rope [kg].</summary>
    public required double DrumEquivalentMassKg { get; init; }
    /// <summary>Motor revolutions per drum revolution.</summary>
    public required double GearRatio { get; init; }
    /// <summary>Inertia on the motor's shaft [kg m2]; 0 stands for a broken gear.</summary>
    public required double MotorInertiaKgM2 { get; init; }

    /// <summary>Motor angle per metre of rope [rad/m].</summary>
    public double MotorRadPerM => GearRatio / (0.5 * DrumDiameterM);

    /// <summary>Everything that turns with the drum, as mass at the rope [kg].</summary>
    public double DrumSideMassKg => DrumEquivalentMassKg + MotorInertiaKgM2 * MotorRadPerM * MotorRadPerM;

    /// <summary>Paid-out rope length at which the weight hangs at rest at a depth [m]; depth above 0.</summary>
    public double RopeLengthAtRestM(double weightDepthM)
    {
        double linear = 1.0 + WeightMassKg * PhysicalConstants.GravityMps2 / RopeAxialStiffnessN;
        double square = 0.5 * RopeMassPerMetreKg * PhysicalConstants.GravityMps2 / RopeAxialStiffnessN;
        return 2.0 * weightDepthM / (linear + Math.Sqrt(linear * linear + 4.0 * square * weightDepthM));
    }
}
