namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Register map of a brake unit as its data file describes it; offsets count from the block's address.</summary>
public sealed record BrakeUnitDevice
{
    public required string Name { get; init; }
    public required int Magic { get; init; }
    public required int ReadAddress { get; init; }
    public required int ReadCount { get; init; }
    public required int MagicOffset { get; init; }
    public required int HeartbeatOffset { get; init; }
    public required int StateOffset { get; init; }
    public required int FaultBitsOffset { get; init; }
    /// <summary>Channel A, channel B follows [bar x 10].</summary>
    public required int PressureOffset { get; init; }
    /// <summary>[deg C x 10].</summary>
    public required int DiscTemperatureOffset { get; init; }
    /// <summary>[deg C x 10].</summary>
    public required int OilTemperatureOffset { get; init; }
    /// <summary>Bit 0 channel A lifted, bit 1 channel B lifted.</summary>
    public required int ReleaseAckOffset { get; init; }
    public required int WriteAddress { get; init; }
    public required int CommandOffset { get; init; }
    public required int CounterOffset { get; init; }
    public required int MasterHeartbeatOffset { get; init; }
    public required int CommandNone { get; init; }
    public required int CommandStart { get; init; }
    public required int CommandRelease { get; init; }
    public required int CommandApply { get; init; }
    public required int CommandFull { get; init; }
}

/// <summary>State that the unit reports in its register.</summary>
public enum BrakeUnitStateCode { Off = 0, Starting = 1, Ready = 2, Released = 3, Applied = 4, Fault = 5 }

/// <summary>Fault bits that the unit reports in its register.</summary>
[Flags]
public enum BrakeUnitFault
{
    None = 0,
    /// <summary>Released, and the pressure stays below what lifts the brakes.</summary>
    PressureLow = 1,
    /// <summary>Applied at full force, and the pressure does not fall: a stuck valve.</summary>
    PressureRemains = 2,
    TemperatureHigh = 4,
    /// <summary>Lift switches do not follow the command.</summary>
    AcknowledgeMismatch = 32,
    /// <summary>The master's heartbeat stands still.</summary>
    MasterLost = 64,
    PumpTrip = 128,
    /// <summary>The retardation aimed at was not reached: full force.</summary>
    WeakBrake = 256,
}
