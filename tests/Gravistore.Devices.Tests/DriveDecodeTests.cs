using CsCheck;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices.Tests;

public sealed class DriveDecodeTests
{
    private readonly DriveCodec _codec = Profiles.DriveCodec();

    /// <summary>Status words of the profile's states with REMOTE and run enable set (README, "Golden vectors").</summary>
    [Theory]
    [InlineData(0x1270, DriveFlags.SwitchOnInhibited | DriveFlags.Remote)]
    [InlineData(0x1231, DriveFlags.ReadyToSwitchOn | DriveFlags.Remote)]
    [InlineData(0x1233, DriveFlags.ReadyToSwitchOn | DriveFlags.ReadyToOperate | DriveFlags.Remote)]
    [InlineData(0x1237, DriveFlags.ReadyToSwitchOn | DriveFlags.ReadyToOperate | DriveFlags.OperationEnabled | DriveFlags.Remote)]
    [InlineData(0x1337, DriveFlags.ReadyToSwitchOn | DriveFlags.ReadyToOperate | DriveFlags.OperationEnabled | DriveFlags.Remote | DriveFlags.AtSetPoint)]
    [InlineData(0x1238, DriveFlags.Faulted | DriveFlags.Remote)]
    [InlineData(0x1227, DriveFlags.ReadyToSwitchOn | DriveFlags.ReadyToOperate | DriveFlags.OperationEnabled | DriveFlags.Remote | DriveFlags.Off2Active)]
    [InlineData(0x1217, DriveFlags.ReadyToSwitchOn | DriveFlags.ReadyToOperate | DriveFlags.OperationEnabled | DriveFlags.Remote | DriveFlags.Off3Active)]
    [InlineData(0x7337, DriveFlags.ReadyToSwitchOn | DriveFlags.ReadyToOperate | DriveFlags.OperationEnabled | DriveFlags.Remote | DriveFlags.AtSetPoint | DriveFlags.BrakeOpenCommand | DriveFlags.Modulating)]
    [InlineData(0x80B1, DriveFlags.ReadyToSwitchOn | DriveFlags.Warning | DriveFlags.CommunicationError)]
    public void Status_words(int word, DriveFlags flags)
    {
        HoistInput image = Decoded(Block(status: (ushort)word));
        Assert.Equal(flags, image.Drive);
        Assert.Equal(word, image.StatusWord);
    }

    /// <summary>Limits and user bits come and go (bits 10, 11, 12): no flag may hang on them.</summary>
    [Fact]
    public void Bits_without_a_fixed_meaning_change_nothing() =>
        Gen.UShort.Sample(word => DriveStatusWord.Decode(word) == DriveStatusWord.Decode(word & ~0x7C00));

    [Fact]
    public void Every_fixed_bit_changes_exactly_one_flag()
    {
        foreach (int bit in new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15 })
        {
            DriveFlags changed = DriveStatusWord.Decode(0) ^ DriveStatusWord.Decode(1 << bit);
            Assert.True(int.IsPow2((int)changed), $"bit {bit} changes {changed}");
        }
    }

    [Theory]
    [InlineData(100_000, 0.0)]
    [InlineData(100_000 + 8192, 4.0 * Math.PI)]
    [InlineData(100_000 - 4096, -2.0 * Math.PI)]
    [InlineData(0, -100_000.0 / 8192.0 * 4.0 * Math.PI)]
    [InlineData(-1, -100_001.0 / 8192.0 * 4.0 * Math.PI)]
    public void Drum_position_gives_rope_length(int counts, double lengthM)
    {
        ushort[] block = Block();
        block[7] = unchecked((ushort)counts);
        block[8] = unchecked((ushort)(counts >> 16));
        Assert.Equal(lengthM, Decoded(block).RopeLengthM, 1e-9);
    }

    [Fact]
    public void High_word_first_reads_the_other_way_round()
    {
        DriveCodec codec = new(Profiles.Drive with { WordOrder = WordOrder.HighFirst, DrumPositionHighOffset = 7, DrumPositionLowOffset = 8 }, Profiles.Hoist, Profiles.Scaling);
        ushort[] block = Block();
        block[7] = 0x0001;
        block[8] = 0x86A0;
        HoistInput image = default;
        codec.Decode(block, ref image);
        Assert.Equal(0.0, image.RopeLengthM);
    }

    [Fact]
    public void Fault_code_and_life_counter_are_unsigned()
    {
        ushort[] block = Block();
        block[6] = 0xFFFF;
        block[9] = 0x71A3;
        HoistInput image = Decoded(block);
        Assert.Equal(65535, image.DriveLifeCounter);
        Assert.Equal(0x71A3, image.FaultCode);
    }

    [Fact]
    public void A_short_block_is_bad_and_leaves_the_last_values()
    {
        HoistInput image = new() { SpeedMps = 0.3, RopeLengthM = 100, DriveQuality = Quality.Good };
        Assert.Equal(Quality.Bad, _codec.Decode(new ushort[9], ref image));
        Assert.Equal(Quality.Bad, image.DriveQuality);
        Assert.Equal(0.3, image.SpeedMps);
        Assert.Equal(100.0, image.RopeLengthM);
    }

    [Fact]
    public void Speed_survives_the_wire_within_half_a_count() =>
        Gen.Double[-0.65, 0.65].Sample(speedMps => Math.Abs(ThroughTheWire(speedMps, 0).SpeedMps - speedMps) <= 0.5 * _codec.SpeedMpsPerCount * (1 + 1e-9));

    [Fact]
    public void Force_survives_the_wire_within_half_a_count() =>
        Gen.Double[-1.1e6, 1.1e6].Sample(forceN => Math.Abs(ThroughTheWire(0, forceN).MotorForceN - forceN) <= 0.5 * _codec.ForceNPerCount * (1 + 1e-9));

    [Fact]
    public void Garbage_decodes_to_finite_values() =>
        Gen.UShort.Array[0, 14].Sample(words =>
        {
            HoistInput image = default;
            bool good = _codec.Decode(words, ref image) == Quality.Good;
            return good == (words.Length >= 10) && double.IsFinite(image.SpeedMps) && double.IsFinite(image.MotorForceN) && double.IsFinite(image.RopeLengthM);
        });

    [Fact]
    public void A_profile_that_contradicts_itself_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Build(Profiles.Drive with { FaultCodeOffset = 10 }));
        Assert.Throws<ArgumentException>(() => Build(Profiles.Drive with { ReadCount = 2, LifeCounterOffset = 0, DrumPositionLowOffset = 0, DrumPositionHighOffset = 1, FaultCodeOffset = 0 }));
        Assert.Throws<ArgumentException>(() => Build(Profiles.Drive with { WordOrder = WordOrder.HighFirst }));
        Assert.Throws<ArgumentException>(() => Build(Profiles.Drive with { ModulatingBit = 16 }));
        Assert.Throws<ArgumentException>(() => Build(Profiles.Drive with { SpeedCounts = 40000 }));
        Assert.Throws<ArgumentException>(() => new DriveCodec(Profiles.Drive, Profiles.Hoist with { GearRatio = 0 }, Profiles.Scaling));
        Assert.Throws<ArgumentException>(() => new DriveCodec(Profiles.Drive, Profiles.Hoist, Profiles.Scaling with { SpeedScalingRpm = double.NaN }));
    }

    private static DriveCodec Build(DriveProfile profile) => new(profile, Profiles.Hoist, Profiles.Scaling);

    private HoistInput ThroughTheWire(double speedMps, double forceN)
    {
        ushort[] block = Block();
        _codec.Encode(new HoistOutput { DriveCommand = DriveCommand.Run, SpeedReferenceMps = speedMps, ForceFeedForwardN = forceN }, block);
        return Decoded(block);
    }

    private HoistInput Decoded(ushort[] block)
    {
        HoistInput image = default;
        Assert.Equal(Quality.Good, _codec.Decode(block, ref image));
        return image;
    }

    private static ushort[] Block(ushort status = 0x1337)
    {
        ushort[] block = new ushort[10];
        block[0] = status;
        return block;
    }
}
