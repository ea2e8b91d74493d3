namespace Gravistore.Core.Parameters;

/// <summary>The field devices of a plant, each described by data under config/drives.</summary>
public sealed record DeviceProfiles
{
    public required DriveProfile Drive { get; init; }
    public required MeterProfile Meter { get; init; }
    public required BrakeUnitProfile BrakeUnit { get; init; }
    public required HoistIoProfile HoistIo { get; init; }
    public required PlantIoProfile PlantIo { get; init; }
}

/// <summary>Order of the two registers of a 32-bit value.</summary>
public enum WordOrder { HighFirst, LowFirst }

/// <summary>A drive in the ABB Drives profile: where its cyclic words are and how they are scaled.</summary>
public sealed record DriveProfile
{
    public required string Name { get; init; }
    /// <summary>Wire address of the block control word, speed reference, additive torque reference (written every cycle).</summary>
    public required int WriteAddress { get; init; }
    /// <summary>Wire address of the block status word, actual speed, actual torque, three words out, three words in (read every cycle).</summary>
    public required int ReadAddress { get; init; }
    public required int ReadCount { get; init; }
    /// <summary>Counts of a full-scale speed reference.</summary>
    public required int SpeedCounts { get; init; }
    /// <summary>Counts of a full-scale torque reference.</summary>
    public required int TorqueCounts { get; init; }
    public required WordOrder WordOrder { get; init; }
    /// <summary>Offsets in the read block of the free-running counter and of the drum encoder's two words.</summary>
    public required int LifeCounterOffset { get; init; }
    public required int DrumPositionLowOffset { get; init; }
    public required int DrumPositionHighOffset { get; init; }
    /// <summary>Offset in the read block of the tripping fault code (04.01).</summary>
    public required int FaultCodeOffset { get; init; }
    /// <summary>Status word bit that follows 44.01 bit 0, the drive's brake open command.</summary>
    public required int BrakeOpenCommandBit { get; init; }
    /// <summary>Status word bit set while the inverter modulates.</summary>
    public required int ModulatingBit { get; init; }
    public required IReadOnlyList<DriveParameterInfo> Parameters { get; init; }
    public required IReadOnlyList<DriveFaultInfo> Faults { get; init; }
}

/// <summary>One parameter of a drive: number such as 46.01, meaning, size and bounds.</summary>
public sealed record DriveParameterInfo(int Group, int Index, string Name, string Unit, int Bits, double CountsPerUnit, bool Writable, double Minimum, double Maximum, double Default);

/// <summary>One fault or warning code of a drive.</summary>
public sealed record DriveFaultInfo(int Code, string Name, bool IsWarning, string Cure);

/// <summary>How one quantity of a meter is coded.</summary>
public enum MeterCoding { Int16, UInt16, Int32, UInt32, Float32 }

/// <summary>One quantity in a meter's block.</summary>
/// <param name="Offset">Offset from the block's address [registers].</param>
/// <param name="Coding">How it is coded.</param>
/// <param name="Scale">Factor to W or Hz; negative where the meter counts import as positive.</param>
/// <param name="ScaleFactorOffset">Offset of a SunSpec scale factor (power of ten), or -1.</param>
public sealed record MeterQuantity(int Offset, MeterCoding Coding, double Scale, int ScaleFactorOffset);

/// <summary>A grid meter as data.</summary>
public sealed record MeterProfile
{
    public required string Name { get; init; }
    /// <summary>3 (holding) or 4 (input registers).</summary>
    public required int Function { get; init; }
    public required int BlockAddress { get; init; }
    public required int BlockCount { get; init; }
    public required WordOrder WordOrder { get; init; }
    /// <summary>Active power, export positive [W].</summary>
    public required MeterQuantity Power { get; init; }
    /// <summary>Grid frequency [Hz].</summary>
    public required MeterQuantity Frequency { get; init; }
}

/// <summary>The brake unit's register map (offsets are wire addresses).</summary>
public sealed record BrakeUnitProfile
{
    public required string Name { get; init; }
    public required int Magic { get; init; }
    public required int ReadAddress { get; init; }
    public required int ReadCount { get; init; }
    public required int MagicOffset { get; init; }
    public required int HeartbeatOffset { get; init; }
    public required int StateOffset { get; init; }
    public required int FaultBitsOffset { get; init; }
    /// <summary>Pressure of channel A; channel B follows [bar x 10].</summary>
    public required int PressureOffset { get; init; }
    /// <summary>Disc temperature [deg C x 10].</summary>
    public required int DiscTemperatureOffset { get; init; }
    /// <summary>Oil temperature [deg C x 10].</summary>
    public required int OilTemperatureOffset { get; init; }
    /// <summary>Bit 0 channel A lifted, bit 1 channel B lifted.</summary>
    public required int ReleaseAckOffset { get; init; }
    public required int WriteAddress { get; init; }
    /// <summary>Commands: none, start, release, apply graded, test.</summary>
    public required int CommandNone { get; init; }
    public required int CommandStart { get; init; }
    public required int CommandRelease { get; init; }
    public required int CommandApply { get; init; }
    public required int CommandFull { get; init; }
}

/// <summary>A linear 4-20 mA input on a 16-bit converter.</summary>
/// <param name="Register">Offset in the module's block.</param>
/// <param name="CountsAt4mA">Converter counts at 4 mA.</param>
/// <param name="CountsAt20mA">Converter counts at 20 mA.</param>
/// <param name="SpanValue">Value at 20 mA minus value at 4 mA, in the quantity's unit; the value at 4 mA is 0.</param>
public sealed record AnalogInput(int Register, int CountsAt4mA, int CountsAt20mA, double SpanValue);

/// <summary>One digital input: bit number in the module's digital word and the level that means "true".</summary>
public sealed record DigitalInput(int Bit, bool ActiveHigh);

/// <summary>The input module of one hoist: digital word, rope load cell.</summary>
public sealed record HoistIoProfile
{
    public required string Name { get; init; }
    public required int ReadAddress { get; init; }
    public required int ReadCount { get; init; }
    /// <summary>Offset of the digital word and of the module's free-running counter.</summary>
    public required int DigitalOffset { get; init; }
    public required int LifeCounterOffset { get; init; }
    public required AnalogInput RopeForce { get; init; }
    public required DigitalInput BrakeALifted { get; init; }
    public required DigitalInput BrakeBLifted { get; init; }
    public required DigitalInput BrakeASet { get; init; }
    public required DigitalInput BrakeBSet { get; init; }
    public required DigitalInput UpperLanding { get; init; }
    public required DigitalInput LowerLanding { get; init; }
    public required DigitalInput UpperOvertravel { get; init; }
    public required DigitalInput LowerOvertravel { get; init; }
    public required DigitalInput SlackRope { get; init; }
    public required DigitalInput Magnet { get; init; }
}

/// <summary>The input and output module of the plant: hard-wired chain, reset key, watchdog.</summary>
public sealed record PlantIoProfile
{
    public required string Name { get; init; }
    public required int ReadAddress { get; init; }
    public required int ReadCount { get; init; }
    public required int DigitalOffset { get; init; }
    public required int LifeCounterOffset { get; init; }
    public required DigitalInput ChainClosed { get; init; }
    public required DigitalInput EmergencyStop { get; init; }
    public required DigitalInput ResetKey { get; init; }
    public required DigitalInput Overspeed { get; init; }
    public required int WriteAddress { get; init; }
    /// <summary>Output bits: the watchdog line that must toggle, and the trip request (1 = no trip asked).</summary>
    public required int WatchdogBit { get; init; }
    public required int NoTripRequestBit { get; init; }
}
