using Gravistore.Core.Parameters;

namespace Gravistore.Devices.Tests;

/// <summary>Profiles and scaling that the tests share, written out by hand: a slip in a file under config/drives must not pass its own test.</summary>
internal static class Profiles
{
    public static readonly DriveProfile Drive = new()
    {
        Name = "drive",
        WriteAddress = 0,
        ReadAddress = 3,
        ReadCount = 10,
        SpeedCounts = 20000,
        TorqueCounts = 10000,
        WordOrder = WordOrder.LowFirst,
        LifeCounterOffset = 6,
        DrumPositionLowOffset = 7,
        DrumPositionHighOffset = 8,
        FaultCodeOffset = 9,
        BrakeOpenCommandBit = 13,
        ModulatingBit = 14,
        Parameters = [],
        Faults = [],
    };

    public static readonly HoistParameters Hoist = new()
    {
        WeightMassKg = 60_000,
        RopeMassPerMetreKg = 24,
        RopeAxialStiffnessN = 318e6,
        RopeBreakingForceN = 3.92e6,
        RopeDampingRatio = 0.02,
        DrumDiameterM = 4.0,
        DrumEquivalentMassKg = 14_000,
        GearRatio = 436,
        MotorInertiaKgM2 = 9,
        MotorRatedTorqueNm = 2716,
        DrumEncoderCountsPerTurn = 8192,
        DrumEncoderZeroCount = 100_000,
        LoadCellLagS = 0.03,
        BrakeChannelForceN = 1.1e6,
        BrakeDeadTimeS = 0.1,
        BrakeRiseTimeS = 0.2,
        BrakeOpeningTimeS = 0.4,
    };

    public static readonly DriveParameters Scaling = new()
    {
        SpeedScalingRpm = 1500,
        TorqueScalingPercent = 200,
        MaxTorquePercent = 180,
        ProveTorquePercent = 50,
        ProveTimeoutS = 2,
        CommunicationTimeoutS = 0.3,
        CommandDelayS = 0.02,
        SpeedGain = 1.61,
        SpeedIntegrationS = 1,
        SpeedFilterS = 0.004,
        GeneratingPowerLimitPercent = 0,
    };

    public static readonly MeterProfile Janitza = new()
    {
        Name = "janitza",
        Function = 3,
        BlockAddress = 19000,
        BlockCount = 52,
        WordOrder = WordOrder.HighFirst,
        Power = new MeterQuantity(26, MeterCoding.Float32, -1, -1),
        Frequency = new MeterQuantity(50, MeterCoding.Float32, 1, -1),
    };

    public static readonly MeterProfile SunSpec = new()
    {
        Name = "sunspec",
        Function = 3,
        BlockAddress = 40070,
        BlockCount = 107,
        WordOrder = WordOrder.HighFirst,
        Power = new MeterQuantity(18, MeterCoding.Int16, 1, 22),
        Frequency = new MeterQuantity(16, MeterCoding.Int16, 1, 17),
    };

    public static readonly MeterProfile Em24 = new()
    {
        Name = "em24",
        Function = 4,
        BlockAddress = 40,
        BlockCount = 16,
        WordOrder = WordOrder.LowFirst,
        Power = new MeterQuantity(0, MeterCoding.Int32, -0.1, -1),
        Frequency = new MeterQuantity(15, MeterCoding.Int16, 0.1, -1),
    };

    public static readonly BrakeUnitProfile BrakeUnit = new()
    {
        Name = "brake-unit",
        Magic = 0x4842,
        ReadAddress = 0,
        ReadCount = 33,
        MagicOffset = 0,
        HeartbeatOffset = 2,
        StateOffset = 3,
        FaultBitsOffset = 4,
        PressureOffset = 30,
        DiscTemperatureOffset = 32,
        OilTemperatureOffset = 7,
        ReleaseAckOffset = 26,
        WriteAddress = 40,
        CommandNone = 0,
        CommandStart = 1,
        CommandRelease = 2,
        CommandApply = 3,
        CommandFull = 5,
    };

    /// <summary>Load cell of 1 MN at 20 mA over a 165 ohm shunt.</summary>
    public static readonly HoistIoProfile HoistIo = new()
    {
        Name = "hoist-io",
        ReadAddress = 0,
        ReadCount = 3,
        DigitalOffset = 0,
        LifeCounterOffset = 1,
        RopeForce = new AnalogInput(2, 5280, 26400, 1e6),
        BrakeALifted = new DigitalInput(0, true),
        BrakeBLifted = new DigitalInput(1, true),
        BrakeASet = new DigitalInput(2, true),
        BrakeBSet = new DigitalInput(3, true),
        UpperLanding = new DigitalInput(4, true),
        LowerLanding = new DigitalInput(5, true),
        UpperOvertravel = new DigitalInput(6, false),
        LowerOvertravel = new DigitalInput(7, false),
        SlackRope = new DigitalInput(8, false),
        Magnet = new DigitalInput(9, true),
    };

    public static readonly PlantIoProfile PlantIo = new()
    {
        Name = "plant-io",
        ReadAddress = 0,
        ReadCount = 2,
        DigitalOffset = 0,
        LifeCounterOffset = 1,
        ChainClosed = new DigitalInput(0, true),
        EmergencyStop = new DigitalInput(1, false),
        ResetKey = new DigitalInput(2, true),
        Overspeed = new DigitalInput(3, false),
        WriteAddress = 16,
        WatchdogBit = 0,
        NoTripRequestBit = 1,
    };

    public static DriveCodec DriveCodec() => new(Drive, Hoist, Scaling);
}
