namespace Gravistore.FirmwareSim.Plant;

/// <summary>The motor of one hoist.</summary>
public sealed record MotorTruth
{
    /// <summary>Torque that the drive calls 100 % [N m].</summary>
    public required double RatedTorqueNm { get; init; }
    /// <summary>Time constant from torque reference to torque [s].</summary>
    public required double TorqueLagS { get; init; }
    /// <summary>Edges per turn of the motor's encoder (pulses times four).</summary>
    public required int EncoderCountsPerTurn { get; init; }
    /// <summary>Heat capacity of the winding and its iron [J/K].</summary>
    public required double HeatCapacityJPerK { get; init; }
    /// <summary>Cooling of the winding per kelvin above ambient [W/K].</summary>
    public required double CoolingWPerK { get; init; }
}
