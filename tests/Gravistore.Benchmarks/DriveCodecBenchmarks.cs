using BenchmarkDotNet.Attributes;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;

namespace Gravistore.Benchmarks;

/// <summary>Drive telegrams of a whole plant of eight hoists: one call of a benchmark is one cycle.</summary>
public class DriveCodecBenchmarks
{
    private const int HoistCount = 8;

    private readonly DriveCodec _codec = new(Profile, Hoist, Scaling);
    private readonly HoistOutput[] _outputs = new HoistOutput[HoistCount];
    private readonly HoistInput[] _inputs = new HoistInput[HoistCount];
    private readonly ushort[] _written = new ushort[HoistCount * DriveCodec.WriteCount];
    private readonly ushort[] _read = new ushort[HoistCount * ReadCount];

    private const int ReadCount = 10;

    [GlobalSetup]
    public void Fill()
    {
        for (int hoist = 0; hoist < HoistCount; hoist++)
        {
            _outputs[hoist].DriveCommand = DriveCommand.Run;
            _outputs[hoist].SpeedReferenceMps = 0.05 * hoist;
            _outputs[hoist].ForceFeedForwardN = 5e5 + 1e4 * hoist;
            for (int i = 0; i < ReadCount; i++) _read[hoist * ReadCount + i] = (ushort)(0x1337 + 977 * i);
        }
    }

    [Benchmark]
    public DriveEncoding EncodeEight()
    {
        DriveEncoding all = DriveEncoding.Ok;
        for (int hoist = 0; hoist < HoistCount; hoist++)
            all |= _codec.Encode(_outputs[hoist], _written.AsSpan(hoist * DriveCodec.WriteCount, DriveCodec.WriteCount));
        return all;
    }

    [Benchmark]
    public double DecodeEight()
    {
        double sum = 0;
        for (int hoist = 0; hoist < HoistCount; hoist++)
        {
            _codec.Decode(_read.AsSpan(hoist * ReadCount, ReadCount), ref _inputs[hoist]);
            sum += _inputs[hoist].SpeedMps;
        }
        return sum;
    }

    private static readonly DriveProfile Profile = new()
    {
        Name = "drive",
        WriteAddress = 0,
        ReadAddress = 3,
        ReadCount = ReadCount,
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

    private static readonly HoistParameters Hoist = new()
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

    private static readonly DriveParameters Scaling = new()
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
}
