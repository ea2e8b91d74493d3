namespace Gravistore.FirmwareSim.Firmware;

/// <summary>One parameter of a drive as its data file gives it.</summary>
/// <param name="Group">Number before the point, 1 to 99.</param>
/// <param name="Index">Number after the point, 1 to 99.</param>
/// <param name="Name">Plain name.</param>
/// <param name="Unit">Unit of the value, empty for codes and choices.</param>
/// <param name="Bits">Size of its register value: 16 or 32.</param>
/// <param name="CountsPerUnit">Register counts for 1 unit.</param>
/// <param name="Writable">Whether a master may write it.</param>
/// <param name="Minimum">Smallest value; below 0 the register value is two's complement.</param>
/// <param name="Maximum">Greatest value.</param>
/// <param name="Default">Value at power-up.</param>
public sealed record DriveParameter(
    int Group, int Index, string Name, string Unit, int Bits, double CountsPerUnit, bool Writable, double Minimum, double Maximum, double Default)
{
    /// <summary>100 x group + index: 46.01 is 4601.</summary>
    public int Number => 100 * Group + Index;
}

/// <summary>One fault or warning of a drive.</summary>
public sealed record DriveFaultText(int Code, string Name, bool IsWarning, string Cure);

/// <summary>A drive in the ABB Drives profile, classic map, as its data file describes it.</summary>
public sealed record DriveDevice
{
    public required string Name { get; init; }
    /// <summary>Wire address of control word, speed reference, additive torque reference.</summary>
    public required int WriteAddress { get; init; }
    /// <summary>Wire address of the status block and its length [registers].</summary>
    public required int ReadAddress { get; init; }
    public required int ReadCount { get; init; }
    /// <summary>Counts of full-scale speed and torque.</summary>
    public required int SpeedCounts { get; init; }
    public required int TorqueCounts { get; init; }
    public required bool LowWordFirst { get; init; }
    /// <summary>Offsets in the status block.</summary>
    public required int LifeCounterOffset { get; init; }
    public required int DrumPositionLowOffset { get; init; }
    public required int DrumPositionHighOffset { get; init; }
    public required int FaultCodeOffset { get; init; }
    /// <summary>Status word bits of the brake relay (44.01 bit 0) and of modulation.</summary>
    public required int BrakeOpenCommandBit { get; init; }
    public required int ModulatingBit { get; init; }
    public required IReadOnlyList<DriveParameter> Parameters { get; init; }
    public required IReadOnlyList<DriveFaultText> Faults { get; init; }
}
