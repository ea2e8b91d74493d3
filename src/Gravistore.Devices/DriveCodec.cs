using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>
/// Registers of one drive from and to the controller's images. The drive counts hoisting speed and holding torque as positive,
/// the controller counts lowering speed and holding force as positive: the sign of the speed turns here and nowhere else.
/// Built once per plant; every hoist of a plant is alike, so one codec serves them all. Nothing is allocated per call.
/// </summary>
public sealed class DriveCodec
{
    /// <summary>Registers written every cycle: control word, speed reference, additive torque reference.</summary>
    public const int WriteCount = 3;

    private const int StatusOffset = 0;
    private const int SpeedOffset = 1;
    private const int TorqueOffset = 2;

    private readonly int _readCount;
    private readonly int _speedLimitCounts;
    private readonly int _torqueLimitCounts;
    private readonly int _lifeOffset;
    private readonly int _lowOffset;
    private readonly int _highOffset;
    private readonly int _faultOffset;
    private readonly int _brakeMask;
    private readonly int _modulatingMask;
    private readonly long _zeroCount;

    /// <exception cref="ArgumentException">The profile or the scaling cannot work; the message names what is wrong.</exception>
    public DriveCodec(DriveProfile profile, HoistParameters hoist, DriveParameters drive)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(hoist);
        ArgumentNullException.ThrowIfNull(drive);
        _readCount = profile.ReadCount;
        ProfileCheck.Inside(profile.Name, "status word and actual values", StatusOffset, 3, _readCount);
        _lifeOffset = ProfileCheck.Inside(profile.Name, "life counter", profile.LifeCounterOffset, 1, _readCount);
        _lowOffset = ProfileCheck.Inside(profile.Name, "drum position, low word", profile.DrumPositionLowOffset, 1, _readCount);
        _highOffset = ProfileCheck.Inside(profile.Name, "drum position, high word", profile.DrumPositionHighOffset, 1, _readCount);
        _faultOffset = ProfileCheck.Inside(profile.Name, "fault code", profile.FaultCodeOffset, 1, _readCount);
        CheckWordOrder(profile);
        _brakeMask = 1 << ProfileCheck.Bit(profile.Name, "brake open command", profile.BrakeOpenCommandBit);
        _modulatingMask = 1 << ProfileCheck.Bit(profile.Name, "modulating", profile.ModulatingBit);
        _speedLimitCounts = Counts(profile.Name, "speed counts", profile.SpeedCounts);
        _torqueLimitCounts = Counts(profile.Name, "torque counts", profile.TorqueCounts);
        _zeroCount = hoist.DrumEncoderZeroCount;

        double circumferenceM = Math.PI * ProfileCheck.Positive(profile.Name, "drum diameter", hoist.DrumDiameterM);
        double gear = ProfileCheck.Positive(profile.Name, "gear ratio", hoist.GearRatio);
        double fullSpeedRpm = ProfileCheck.Positive(profile.Name, "46.01 speed scaling", drive.SpeedScalingRpm);
        double fullTorqueNm = ProfileCheck.Positive(profile.Name, "46.03 torque scaling", drive.TorqueScalingPercent) / 100.0
            * ProfileCheck.Positive(profile.Name, "rated torque", hoist.MotorRatedTorqueNm);
        SpeedMpsPerCount = fullSpeedRpm / 60.0 / gear * circumferenceM / _speedLimitCounts;
        ForceNPerCount = fullTorqueNm * gear / (0.5 * hoist.DrumDiameterM) / _torqueLimitCounts;
        RopeLengthMPerCount = circumferenceM / ProfileCheck.Positive(profile.Name, "drum encoder counts per turn", hoist.DrumEncoderCountsPerTurn);
    }

    /// <summary>Rope speed of one count of REF1 and ACT1 [m/s], magnitude.</summary>
    public double SpeedMpsPerCount { get; }
    /// <summary>Force at the rope of one count of REF2 and ACT2 [N].</summary>
    public double ForceNPerCount { get; }
    /// <summary>Paid-out rope of one count of the drum encoder [m].</summary>
    public double RopeLengthMPerCount { get; }

    /// <summary>
    /// Brings the telegram last sent up to date: control word, REF1, REF2. The speed reference goes out with Run alone. The additive torque goes out
    /// with Run and with both ramps, because a load whose feed-forward vanishes in the middle of a stop drops until the drive's integrator has found it.
    /// </summary>
    /// <param name="output">Outputs of the hoist: speed [m/s, lowering positive], force [N, holding positive].</param>
    /// <param name="telegram">The <see cref="WriteCount"/> registers as last sent to this drive, zeros at first; updated in place.</param>
    /// <returns><see cref="DriveEncoding.Ok"/>, or what had to be changed.</returns>
    /// <exception cref="ArgumentException">Fewer than three registers.</exception>
    public DriveEncoding Encode(in HoistOutput output, Span<ushort> telegram)
    {
        if (telegram.Length < WriteCount) throw new ArgumentException("a drive is written three registers: control word, REF1, REF2", nameof(telegram));
        bool finite = double.IsFinite(output.SpeedReferenceMps) && double.IsFinite(output.ForceFeedForwardN);
        if (!finite || !DriveControlWord.TryGet(output.DriveCommand, out ushort control)) return Refuse(output.ForceFeedForwardN, telegram);
        DriveEncoding result = DriveEncoding.Ok;
        double speedMps = output.DriveCommand == DriveCommand.Run ? output.SpeedReferenceMps : 0;
        double forceN = CarriesLoad(output.DriveCommand) ? output.ForceFeedForwardN : 0;
        telegram[0] = control;
        telegram[1] = ToCounts(-speedMps / SpeedMpsPerCount, _speedLimitCounts, DriveEncoding.SpeedSaturated, ref result);
        telegram[2] = ToCounts(forceN / ForceNPerCount, _torqueLimitCounts, DriveEncoding.ForceSaturated, ref result);
        return result;
    }

    /// <summary>
    /// Reads the block status word, ACT1, ACT2, data words into the drive's part of <paramref name="image"/>: speed, motor force, rope length, status, fault code, life counter, quality.
    /// The age is the caller's: a codec knows no time.
    /// </summary>
    /// <returns>The quality also written to the image: bad, with all values left alone, when the block is short.</returns>
    public Quality Decode(ReadOnlySpan<ushort> words, ref HoistInput image)
    {
        if (words.Length < _readCount) return image.DriveQuality = Quality.Bad;
        int status = words[StatusOffset];
        image.StatusWord = status;
        image.Drive = Flags(status);
        image.SpeedMps = -(short)words[SpeedOffset] * SpeedMpsPerCount;
        image.MotorForceN = (short)words[TorqueOffset] * ForceNPerCount;
        long counts = RegisterPair.ToInt32(words[_lowOffset], words[_highOffset], WordOrder.LowFirst);
        image.RopeLengthM = (counts - _zeroCount) * RopeLengthMPerCount;
        image.DriveLifeCounter = words[_lifeOffset];
        image.FaultCode = words[_faultOffset];
        return image.DriveQuality = Quality.Good;
    }

    private DriveFlags Flags(int status)
    {
        DriveFlags flags = DriveStatusWord.Decode(status);
        if ((status & _brakeMask) != 0) flags |= DriveFlags.BrakeOpenCommand;
        if ((status & _modulatingMask) != 0) flags |= DriveFlags.Modulating;
        return flags;
    }

    private static bool CarriesLoad(DriveCommand command) =>
        command is DriveCommand.Run or DriveCommand.Off or DriveCommand.EmergencyRamp;

    /// <summary>Emergency ramp to standstill, with the load still carried: by the force asked for, or by the last one sent where that is no number.</summary>
    private DriveEncoding Refuse(double forceN, Span<ushort> telegram)
    {
        DriveEncoding result = DriveEncoding.Refused;
        double counts = double.IsFinite(forceN) ? forceN / ForceNPerCount : (short)telegram[2];
        telegram[0] = DriveControlWord.EmergencyRamp;
        telegram[1] = 0;
        telegram[2] = ToCounts(counts, _torqueLimitCounts, DriveEncoding.ForceSaturated, ref result);
        return result;
    }

    private static ushort ToCounts(double counts, int limit, DriveEncoding saturated, ref DriveEncoding result)
    {
        double rounded = Math.Round(counts);
        if (Math.Abs(rounded) > limit)
        {
            result |= saturated;
            rounded = rounded > 0 ? limit : -limit;
        }
        return unchecked((ushort)(short)rounded);
    }

    private static int Counts(string profile, string item, int counts)
    {
        if (counts is >= 1 and <= short.MaxValue) return counts;
        throw new ArgumentException($"{profile}: {item} is {counts}; full scale must be 1 to 32767 counts.");
    }

    /// <summary>The word order says the same as the two offsets, or one of them is a slip that would send the weight kilometres away.</summary>
    private static void CheckWordOrder(DriveProfile profile)
    {
        bool lowFirst = profile.DrumPositionLowOffset < profile.DrumPositionHighOffset;
        if (lowFirst == (profile.WordOrder == WordOrder.LowFirst) && profile.DrumPositionLowOffset != profile.DrumPositionHighOffset) return;
        throw new ArgumentException($"{profile.Name}: word order {profile.WordOrder} contradicts the offsets of the drum position, low {profile.DrumPositionLowOffset} and high {profile.DrumPositionHighOffset}.");
    }
}
