namespace Gravistore.FirmwareSim.Firmware;

/// <summary>The input module of one hoist as its data file describes it.</summary>
public sealed record HoistIoDevice
{
    public required string Name { get; init; }
    public required int ReadAddress { get; init; }
    public required int ReadCount { get; init; }
    public required int DigitalOffset { get; init; }
    public required int LifeCounterOffset { get; init; }
    /// <summary>Register of the 4-20 mA signal and its counts at both ends.</summary>
    public required int RopeForceOffset { get; init; }
    public required int CountsAt4mA { get; init; }
    public required int CountsAt20mA { get; init; }
    public required DigitalLine BrakeALifted { get; init; }
    public required DigitalLine BrakeBLifted { get; init; }
    public required DigitalLine BrakeASet { get; init; }
    public required DigitalLine BrakeBSet { get; init; }
    public required DigitalLine UpperLanding { get; init; }
    public required DigitalLine LowerLanding { get; init; }
    public required DigitalLine UpperOvertravel { get; init; }
    public required DigitalLine LowerOvertravel { get; init; }
    public required DigitalLine SlackRope { get; init; }
    public required DigitalLine Magnet { get; init; }
}
