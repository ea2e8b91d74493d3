namespace Gravistore.FirmwareSim.Firmware;

/// <summary>The plant's input and output module as its data file describes it.</summary>
public sealed record PlantIoDevice
{
    public required string Name { get; init; }
    public required int ReadAddress { get; init; }
    public required int ReadCount { get; init; }
    public required int DigitalOffset { get; init; }
    public required int LifeCounterOffset { get; init; }
    public required DigitalLine ChainClosed { get; init; }
    public required DigitalLine EmergencyStop { get; init; }
    public required DigitalLine ResetKey { get; init; }
    public required DigitalLine Overspeed { get; init; }
    public required int WriteAddress { get; init; }
    /// <summary>Output bits: the line that must toggle; 1 = no trip asked.</summary>
    public required int WatchdogBit { get; init; }
    public required int NoTripRequestBit { get; init; }
}

/// <summary>What the plant's module senses.</summary>
public struct PlantIoSignals
{
    public bool ChainClosed;
    /// <summary>An emergency stop button is pressed.</summary>
    public bool EmergencyStop;
    public bool ResetKey;
    /// <summary>The overspeed relay of any drum has tripped.</summary>
    public bool Overspeed;
}
