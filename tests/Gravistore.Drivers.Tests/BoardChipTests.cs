using Gravistore.Drivers.Boards;

namespace Gravistore.Drivers.Tests;

/// <summary>Chips through their bindings: what a poll puts on the bus, on which the bus load of docs/lines.md rests, and what a chip that is gone does to its end.</summary>
public sealed class BoardChipTests
{
    private const int ConfigRegister = 1;

    /// <summary>An ADS1115 whose conversions are through when they are asked for the first time.</summary>
    private static CountingI2c Converter() => new(0x48, [0x14, 0xA0, 0x85, 0x83, 0x80, 0x00, 0x7F, 0xFF], 2);

    [Fact]
    public void A_poll_of_an_expander_reads_three_registers()
    {
        CountingI2c device = new(0x20, new byte[22], 1);
        using ExpanderChip chip = new(device);
        (device.Registers[0x12], device.Registers[0x13], device.Bits) = (0x34, 0x12, 0);
        ushort[] words = new ushort[ExpanderChip.Words];
        chip.Poll(words);
        Assert.Equal((0x1234, 3 * (20 + 29)), (words[0], device.Bits));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_poll_of_a_converter_sets_each_channel_once_waits_for_one_conversion_and_reads_value_and_setting(int channels)
    {
        CountingI2c device = Converter();
        using ConverterChip chip = new(device, Enumerable.Range(0, channels));
        ushort[] words = new ushort[ConverterChip.Words];
        // The first poll finds the first channel set; from then on all are alike.
        chip.Poll(words);
        int asked = 0;
        device.BeforeRead = register =>
        {
            if (register == ConfigRegister) asked++;
        };
        device.Written.Clear();
        device.Bits = 0;
        chip.Poll(words);
        Assert.Equal(channels, device.Written.Count);
        // Asked once whether the conversion is through, and once for its setting.
        Assert.Equal(2 * channels, asked);
        Assert.Equal(channels * (38 + 3 * 49), device.Bits);
        Assert.All(words.Take(channels), w => Assert.Equal(0x14A0, w));
    }

    [Fact]
    public void A_converter_with_another_setting_is_not_believed()
    {
        CountingI2c device = Converter();
        using ConverterChip chip = new(device, [0, 1]);
        ushort[] words = new ushort[ConverterChip.Words];
        chip.Poll(words);
        int asked = 0;
        device.BeforeRead = register =>
        {
            // Between the end of the conversion and the look at its setting the range has turned over.
            if (register == ConfigRegister && ++asked == 2) device.Registers[2] ^= 0x02;
        };
        Assert.Contains("setting 0x", Assert.Throws<BoardException>(() => chip.Poll(words)).Message, StringComparison.Ordinal);
    }

    // The binding's own end sets the chip up once more: on a bus that is gone it would throw, and on one that hangs, hang.
    [Fact]
    public void A_converter_that_is_gone_is_let_go_of_without_a_word_on_its_bus()
    {
        CountingI2c device = Converter();
        ConverterChip chip = new(device, [0]);
        device.IsDead = true;
        int transfers = device.Transfers;
        chip.Dispose();
        Assert.Equal((transfers, true), (device.Transfers, device.IsDisposed));
    }

    [Fact]
    public void An_expander_that_is_gone_is_let_go_of_without_a_word_on_its_bus()
    {
        CountingI2c device = new(0x20, new byte[22], 1);
        ExpanderChip chip = new(device);
        device.IsDead = true;
        int transfers = device.Transfers;
        chip.Dispose();
        Assert.Equal((transfers, true), (device.Transfers, device.IsDisposed));
    }

    [Fact]
    public void A_poll_of_a_thermometer_moves_so_many_bytes()
    {
        CountingSpi device = new([0, 0x40, 0x00, 0xFF, 0xFF, 0, 0, 0]);
        using ThermometerChip chip = new(device, 430, 3);
        device.Bytes = 0;
        ushort[] words = new ushort[ThermometerChip.Words];
        chip.Poll(words);
        // 0x2000 of 32768 parts of 430 ohm: 107.5 ohm, 19.2 deg C by IEC 60751.
        Assert.Equal((19.2, 1), (ThermometerChip.Celsius(words[0]), words[1]));
        Assert.Equal(4 * (2 + 2) + 3 + 2 + 2, device.Bytes);
    }
}
