using CsCheck;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices.Tests;

public sealed class HoistIoCodecTests
{
    /// <summary>All inverted inputs at the level that means "false".</summary>
    private const ushort Quiet = 0b01_1100_0000;
    private readonly HoistIoCodec _codec = new(Profiles.HoistIo);

    /// <summary>ADS1115 at +-4.096 V over 165 ohm (TI data sheet); thresholds of NAMUR NE 43.</summary>
    [Theory]
    [InlineData(4752, CurrentLoopState.OutOfRange)]
    [InlineData(4751, CurrentLoopState.WireBreak)]
    [InlineData(0, CurrentLoopState.WireBreak)]
    [InlineData(-32768, CurrentLoopState.WireBreak)]
    [InlineData(5015, CurrentLoopState.OutOfRange)]
    [InlineData(5016, CurrentLoopState.Valid)]
    [InlineData(5280, CurrentLoopState.Valid)]
    [InlineData(15840, CurrentLoopState.Valid)]
    [InlineData(26400, CurrentLoopState.Valid)]
    [InlineData(27060, CurrentLoopState.Valid)]
    [InlineData(27061, CurrentLoopState.OutOfRange)]
    [InlineData(27720, CurrentLoopState.OutOfRange)]
    [InlineData(27721, CurrentLoopState.ShortCircuit)]
    [InlineData(32767, CurrentLoopState.ShortCircuit)]
    public void Converter_counts_by_NE43(int counts, CurrentLoopState state)
    {
        CurrentLoop loop = new("test", "rope force", Profiles.HoistIo.RopeForce);
        Assert.Equal(state, loop.Read(unchecked((ushort)counts), out _));
    }

    [Theory]
    [InlineData(5280, 0.0)]
    [InlineData(15840, 500_000.0)]
    [InlineData(26400, 1_000_000.0)]
    [InlineData(5016, -12_500.0)]
    [InlineData(27060, 1_031_250.0)]
    public void Rope_force(int counts, double forceN)
    {
        HoistInput image = Decoded(Quiet, counts);
        Assert.Equal(Quality.Good, image.RopeForceQuality);
        Assert.Equal(forceN, image.RopeForceN, 1e-6);
    }

    [Theory]
    [InlineData(4700)]
    [InlineData(4900)]
    [InlineData(27400)]
    [InlineData(28000)]
    public void A_broken_or_shorted_loop_makes_only_the_rope_force_bad(int counts)
    {
        HoistInput image = new() { RopeForceN = 588_000, RopeForceQuality = Quality.Good };
        Assert.Equal(Quality.Good, _codec.Decode([Quiet, 0, (ushort)counts], ref image));
        Assert.Equal(Quality.Bad, image.RopeForceQuality);
        Assert.Equal(588_000.0, image.RopeForceN);
    }

    [Theory]
    [InlineData(0, HoistSignals.BrakeALifted)]
    [InlineData(1, HoistSignals.BrakeBLifted)]
    [InlineData(2, HoistSignals.BrakeASet)]
    [InlineData(3, HoistSignals.BrakeBSet)]
    [InlineData(4, HoistSignals.UpperLanding)]
    [InlineData(5, HoistSignals.LowerLanding)]
    [InlineData(6, HoistSignals.UpperOvertravel)]
    [InlineData(7, HoistSignals.LowerOvertravel)]
    [InlineData(8, HoistSignals.SlackRope)]
    [InlineData(9, HoistSignals.Magnet)]
    public void Each_bit_is_one_signal(int bit, HoistSignals signal) =>
        Assert.Equal(signal, Decoded((ushort)(Quiet ^ (1 << bit)), 5280).Signals);

    [Fact]
    public void A_dead_input_word_reports_overtravel_and_slack_rope() =>
        Assert.Equal(HoistSignals.UpperOvertravel | HoistSignals.LowerOvertravel | HoistSignals.SlackRope, Decoded(0, 5280).Signals);

    [Fact]
    public void A_short_block_is_bad_in_all_parts()
    {
        HoistInput image = new() { Signals = HoistSignals.Magnet, IoQuality = Quality.Good, RopeForceQuality = Quality.Good };
        Assert.Equal(Quality.Bad, _codec.Decode(new ushort[2], ref image));
        Assert.Equal(Quality.Bad, image.IoQuality);
        Assert.Equal(Quality.Bad, image.RopeForceQuality);
        Assert.Equal(HoistSignals.Magnet, image.Signals);
    }

    [Fact]
    public void Force_survives_the_wire_within_half_a_count() =>
        Gen.Double[0.0, 1e6].Sample(forceN =>
        {
            int counts = 5280 + (int)Math.Round(forceN / 1e6 * 21120);
            return Math.Abs(Decoded(Quiet, counts).RopeForceN - forceN) <= 0.5 / 21120 * 1e6 * (1 + 1e-9);
        });

    [Fact]
    public void Garbage_decodes_to_a_finite_force_within_the_loop_range() =>
        Gen.UShort.Array[0, 5].Sample(words =>
        {
            HoistInput image = default;
            _codec.Decode(words, ref image);
            return image.RopeForceN is >= -12_600 and <= 1_031_300;
        });

    [Fact]
    public void Profiles_that_cannot_work_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new HoistIoCodec(Profiles.HoistIo with { ReadCount = 2 }));
        Assert.Throws<ArgumentException>(() => new HoistIoCodec(Profiles.HoistIo with { Magnet = new DigitalInput(16, true) }));
        Assert.Throws<ArgumentException>(() => new HoistIoCodec(Profiles.HoistIo with { RopeForce = new AnalogInput(2, 26400, 5280, 1e6) }));
        Assert.Throws<ArgumentException>(() => new HoistIoCodec(Profiles.HoistIo with { RopeForce = new AnalogInput(2, 5280, 26400, 0) }));
    }

    private HoistInput Decoded(ushort digital, int counts)
    {
        HoistInput image = default;
        Assert.Equal(Quality.Good, _codec.Decode([digital, 41, unchecked((ushort)counts)], ref image));
        Assert.Equal(41, image.IoLifeCounter);
        return image;
    }
}
