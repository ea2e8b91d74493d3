using CsCheck;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices.Tests;

public sealed class MeterCodecTests
{
    private static readonly MeterCodec Janitza = new(Profiles.Janitza);
    private static readonly MeterCodec SunSpec = new(Profiles.SunSpec);
    private static readonly MeterCodec Em24 = new(Profiles.Em24);

    /// <summary>The meter counts consumption as positive: 123456 W consumed (47F1 2000, libmodbus unit-test.h) is an export of -123456 W; 50.0f is 4248 0000.</summary>
    [Fact]
    public void Janitza_float_block()
    {
        PlantInput image = Good(Janitza, Block(52, (26, 0x47F1), (27, 0x2000), (50, 0x4248), (51, 0x0000)));
        Assert.Equal(-123456.0, image.GridPowerW);
        Assert.Equal(50.0, image.GridFrequencyHz);
    }

    [Theory]
    [InlineData(20000, 2, 2e6)]
    [InlineData(-20000, 2, -2e6)]
    [InlineData(1234, 3, 1_234_000.0)]
    [InlineData(1234, 0, 1234.0)]
    [InlineData(1234, -1, 123.4)]
    [InlineData(-32767, -10, -32767e-10)]
    [InlineData(3, 10, 3e10)]
    public void SunSpec_power_with_its_scale_factor(int counts, int exponent, double powerW)
    {
        PlantInput image = Good(SunSpec, SunSpecBlock(counts, exponent, 4998, -2));
        Assert.Equal(powerW, image.GridPowerW);
        Assert.Equal(49.98, image.GridFrequencyHz);
    }

    /// <summary>Tenths of a watt with the low word first: -250 kW consumed is 0xFFD9DA60, on the wire DA60 FFD9.</summary>
    [Fact]
    public void Em24_low_word_first()
    {
        PlantInput image = Good(Em24, Block(16, (0, 0xDA60), (1, 0xFFD9), (15, 500)));
        Assert.Equal(250_000.0, image.GridPowerW, 1e-6);
        Assert.Equal(50.0, image.GridFrequencyHz, 1e-12);
    }

    [Theory]
    [InlineData(0x7FC0, 0x0000)]
    [InlineData(0x7F80, 0x0000)]
    [InlineData(0xFF80, 0x0000)]
    [InlineData(0xFFFF, 0xFFFF)]
    public void A_float_that_is_no_number_is_bad(int high, int low)
    {
        AssertBad(Janitza, Block(52, (26, high), (27, low), (50, 0x4248)));
        AssertBad(Janitza, Block(52, (50, high), (51, low)));
    }

    [Fact]
    public void SunSpec_not_implemented_is_bad()
    {
        AssertBad(SunSpec, SunSpecBlock(-32768, 2, 5000, -2));
        AssertBad(SunSpec, SunSpecBlock(100, -32768, 5000, -2));
        AssertBad(SunSpec, SunSpecBlock(100, 2, -32768, -2));
        AssertBad(SunSpec, SunSpecBlock(100, 2, 5000, -32768));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(-11)]
    public void A_scale_factor_out_of_range_is_bad(int exponent) => AssertBad(SunSpec, SunSpecBlock(100, exponent, 5000, -2));

    [Theory]
    [InlineData(MeterCoding.Int32, 0x8000, 0x0000, false)]
    [InlineData(MeterCoding.Int32, 0x8000, 0x0001, true)]
    [InlineData(MeterCoding.UInt32, 0xFFFF, 0xFFFF, false)]
    [InlineData(MeterCoding.UInt32, 0xFFFF, 0xFFFE, true)]
    [InlineData(MeterCoding.UInt16, 0xFFFF, 0x0000, false)]
    [InlineData(MeterCoding.UInt16, 0xFFFE, 0x0000, true)]
    public void Not_implemented_by_coding(MeterCoding coding, int first, int second, bool good)
    {
        MeterCodec codec = new(Profiles.Janitza with { Power = new MeterQuantity(26, coding, 1, -1) });
        PlantInput image = default;
        Assert.Equal(good ? Quality.Good : Quality.Bad, codec.Decode(Block(52, (26, first), (27, second), (50, 0x4248)), ref image));
    }

    [Fact]
    public void A_short_block_is_bad() => AssertBad(Janitza, new ushort[51]);

    [Fact]
    public void Power_survives_the_wire_within_half_a_step() =>
        Gen.Double[-3.2e6, 3.2e6].Sample(powerW =>
        {
            int counts = (int)Math.Round(powerW / 100.0);
            return Math.Abs(Good(SunSpec, SunSpecBlock(counts, 2, 5000, -2)).GridPowerW - powerW) <= 50.0 + 1e-6;
        });

    [Fact]
    public void Garbage_is_never_a_good_number_that_is_none() =>
        Gen.UShort.Array[0, 120].Sample(words => Sound(Janitza, words) && Sound(SunSpec, words) && Sound(Em24, words));

    [Fact]
    public void Profiles_that_cannot_work_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new MeterCodec(Profiles.Janitza with { BlockCount = 51 }));
        Assert.Throws<ArgumentException>(() => new MeterCodec(Profiles.SunSpec with { Power = new MeterQuantity(18, MeterCoding.Int16, 1, 107) }));
        Assert.Throws<ArgumentException>(() => new MeterCodec(Profiles.SunSpec with { Power = new MeterQuantity(18, MeterCoding.Int16, 0, 22) }));
        Assert.Throws<ArgumentException>(() => new MeterCodec(Profiles.SunSpec with { Power = new MeterQuantity(-1, MeterCoding.Int16, 1, 22) }));
    }

    private static bool Sound(MeterCodec codec, ushort[] words)
    {
        PlantInput image = default;
        Quality quality = codec.Decode(words, ref image);
        return quality == image.MeterQuality && double.IsFinite(image.GridPowerW) && double.IsFinite(image.GridFrequencyHz);
    }

    private static PlantInput Good(MeterCodec codec, ushort[] block)
    {
        PlantInput image = default;
        Assert.Equal(Quality.Good, codec.Decode(block, ref image));
        return image;
    }

    private static void AssertBad(MeterCodec codec, ushort[] block)
    {
        PlantInput image = new() { GridPowerW = 1, GridFrequencyHz = 50, MeterQuality = Quality.Good };
        Assert.Equal(Quality.Bad, codec.Decode(block, ref image));
        Assert.Equal(Quality.Bad, image.MeterQuality);
        Assert.Equal(1.0, image.GridPowerW);
        Assert.Equal(50.0, image.GridFrequencyHz);
    }

    private static ushort[] SunSpecBlock(int power, int powerExponent, int frequency, int frequencyExponent) =>
        Block(107, (18, power), (22, powerExponent), (16, frequency), (17, frequencyExponent));

    private static ushort[] Block(int count, params (int Offset, int Value)[] registers)
    {
        ushort[] block = new ushort[count];
        foreach ((int offset, int value) in registers) block[offset] = unchecked((ushort)value);
        return block;
    }
}
