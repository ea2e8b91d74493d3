using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>What is true of one plant, complete: immutable, SI units. Every hoist of a plant is alike.</summary>
public sealed record PlantTruth
{
    public required string Name { get; init; }
    public required string Title { get; init; }
    /// <summary>Number of hoists, 1 to 64.</summary>
    public required int HoistCount { get; init; }
    /// <summary>Net power of one hoist at the grid meter that the plant is sold for [W].</summary>
    public required double HoistRatedPowerW { get; init; }
    public required ShaftTruth Shaft { get; init; }
    public required MechanicsTruth Mechanics { get; init; }
    public required DrumEncoderTruth DrumEncoder { get; init; }
    public required MotorTruth Motor { get; init; }
    public required LossFactors Losses { get; init; }
    public required BrakeTruth Brakes { get; init; }
    public required DriveTruth Drive { get; init; }
    public required FrontEndTruth FrontEnd { get; init; }
    public required ChainTruth Chain { get; init; }
    /// <summary>Names of the device files.</summary>
    public required DeviceNames Devices { get; init; }
    public required LinkTruth Link { get; init; }
    public required SensorTruth Sensors { get; init; }
    /// <summary>Grid frequency when nothing disturbs it [Hz].</summary>
    public required double NominalFrequencyHz { get; init; }
    /// <summary>Path of a key to the reason why the truth differs there from what the controller believes.</summary>
    public required IReadOnlyDictionary<string, string> Differences { get; init; }
}
