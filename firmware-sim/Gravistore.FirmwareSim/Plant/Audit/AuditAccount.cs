namespace Gravistore.FirmwareSim.Plant;

/// <summary>The accounts of the energy audit. Each is summed from its own law; none is a remainder.</summary>
public enum AuditAccount
{
    /// <summary>Work of gravity on the weights.</summary>
    WeightGravity,
    /// <summary>Work of gravity on the ropes.</summary>
    RopeGravity,
    /// <summary>Kinetic energy brought by rope that joins the moving third.</summary>
    AccretedRope,
    /// <summary>Strain energy that leaves the rope's spring as it lengthens: rope wound off the drum under tension.</summary>
    StrainWound,
    /// <summary>Gain of kinetic energy since the start.</summary>
    Kinetic,
    /// <summary>Gain of strain energy since the start.</summary>
    Strain,
    RopeDamping,
    GuideFriction,
    /// <summary>Work done on the buffers under the lower landings.</summary>
    Contact,
    RopeSheaveFriction,
    GearLoadFriction,
    GearSpeedFriction,
    BrakeHeat,
    MotorCopper,
    MotorIron,
    MotorWindage,
    MotorStray,
    Inverter,
    FrontEnd,
    Transformer,
    Auxiliary,
    /// <summary>Energy exported to the grid.</summary>
    Grid,
}
