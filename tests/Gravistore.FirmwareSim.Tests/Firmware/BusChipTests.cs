using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>Simulated chips by the registers of their data sheets (ADS1115: SBAS444; MCP23017: DS20001952; MAX31865: 19-6478).</summary>
public sealed class BusChipTests
{
    private static int Word(IBusChip chip, byte register, long nowMs)
    {
        byte[] read = new byte[2];
        chip.Transfer([register], read, nowMs);
        return (read[0] << 8) | read[1];
    }

    [Fact]
    public void A_single_conversion_is_ready_after_its_time_and_stands_until_the_next()
    {
        ConverterChip chip = new();
        chip.SetVolts(2, 2.048);
        // Input 2 against ground, 4.096 V, single, 860 a second.
        chip.Transfer([1, 0xE3, 0xE3], [], 10);
        Assert.Equal(0x63E3, Word(chip, 1, 11));
        Assert.Equal(0xE3E3, Word(chip, 1, 12));
        Assert.Equal(16384, Word(chip, 0, 12));
        chip.SetVolts(2, 1.024);
        Assert.Equal(16384, Word(chip, 0, 500));
        // A setting without the start bit begins no conversion.
        chip.Transfer([1, 0x63, 0xE3], [], 500);
        Assert.Equal(16384, Word(chip, 0, 510));
        chip.Transfer([1, 0xE3, 0xE3], [], 510);
        Assert.Equal(8192, Word(chip, 0, 512));
    }

    [Fact]
    public void A_converter_that_runs_by_itself_follows_its_input_and_is_never_through()
    {
        ConverterChip chip = new();
        chip.SetVolts(0, 2.048);
        chip.Transfer([1, 0xC2, 0xE3], [], 0);
        Assert.Equal(16384, Word(chip, 0, 5));
        chip.SetVolts(0, 1.024);
        Assert.Equal(8192, Word(chip, 0, 6));
        Assert.Equal(0x42E3, Word(chip, 1, 7));
    }

    [Fact]
    public void A_chip_that_has_started_anew_has_lost_its_setting()
    {
        ConverterChip converter = new();
        converter.Transfer([1, 0xE3, 0xE3], [], 0);
        converter.PowerUp();
        Assert.Equal(0x8583, Word(converter, 1, 10));
        ExpanderChip expander = new() { Pins = 0x8001 };
        expander.Transfer([0, 0x0F, 0xF0], [], 0);
        expander.PowerUp();
        Assert.Equal((0xFFFF, 0x0180), (Word(expander, 0x00, 1), Word(expander, 0x12, 1)));
    }

    [Fact]
    public void A_flipped_polarity_shows_in_the_level_and_in_the_setting()
    {
        ExpanderChip chip = new() { Pins = 0x0001 };
        chip.SettingBit = !chip.SettingBit;
        Assert.Equal((0x0100, 0x0000), (Word(chip, 0x02, 0), Word(chip, 0x12, 0)));
    }

    [Theory]
    [InlineData(107.5, 8192, 0)]
    [InlineData(1e6, 32767, 0x80)]
    public void A_thermometer_converts_in_its_time_and_tells_an_open_wire(double ohm, int code, int faults)
    {
        ThermometerChip chip = new(430) { Ohm = ohm };
        byte[] read = new byte[3];
        chip.Transfer([0x80, 0xB1], new byte[2], 0);
        chip.Transfer([0x01, 0, 0], read, 64);
        Assert.Equal((0, 0), (read[1], read[2]));
        chip.Transfer([0x01, 0, 0], read, 65);
        Assert.Equal(code, ((read[1] << 8) | read[2]) >> 1);
        chip.Transfer([0x07, 0], read.AsSpan(0, 2), 66);
        Assert.Equal(faults, read[1]);
    }
}
