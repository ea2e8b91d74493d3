using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>Meters: window, steps of 0.1 kW, the three register maps.</summary>
public class MeterTests
{
    [Fact]
    public void Power_is_the_mean_of_the_window_in_whole_steps_and_stands_until_the_next()
    {
        MeterFirmware meter = new(TestDevices.Janitza.Meter, 0.1, 0.1);
        for (int i = 0; i < 50; i++) meter.Step(1_000_000.0, 50.0);
        for (int i = 0; i < 49; i++) meter.Step(2_000_170.0, 50.1);
        Assert.Equal(0.0, meter.PowerW);
        meter.Step(2_000_170.0, 50.1);
        Assert.Equal(1_500_100.0, meter.PowerW);
        Assert.Equal(50.05, meter.FrequencyHz, 9);
        for (int i = 0; i < 99; i++) meter.Step(0.0, 50.0);
        Assert.Equal(1_500_100.0, meter.PowerW);
        meter.Step(0.0, 50.0);
        Assert.Equal(0.0, meter.PowerW);
    }

    [Fact]
    public void Janitza_floats_count_import_as_positive()
    {
        MeterFirmware meter = Run(new MeterFirmware(TestDevices.Janitza.Meter, 0.1, 0.1), 1_999_960.0, 49.975, 3_600);
        ushort[] block = Read(meter, 19_000, 52);
        Assert.Equal(-2_000_000.0f, Float(block, 26));
        Assert.Equal(49.975f, Float(block, 50));
        Assert.Equal(1_999.96f, Float(Read(meter, 19_076, 2), 0), 0.001f);
        Assert.Equal(0.0f, Float(Read(meter, 19_068, 2), 0));
        Run(meter, -1_000_000.0, 50.0, 3_600);
        Assert.Equal(1_000.0f, Float(Read(meter, 19_068, 2), 0), 0.001f);
        Assert.Equal(1_999.96f, Float(Read(meter, 19_076, 2), 0), 0.001f);
    }

    [Fact]
    public void Sunspec_has_its_chain_and_scale_factors()
    {
        MeterFirmware meter = Run(new MeterFirmware(TestDevices.SunSpec, 0.1, 0.1), -1_234_540.0, 50.02, 360_000);
        Assert.Equal([0x5375, 0x6E53, 1, 66], Read(meter, 40_000, 4));
        ushort[] model = Read(meter, 40_070, 107);
        Assert.Equal([203, 105], model[..2]);
        Assert.Equal([0xFFFF, 0], Read(meter, 40_177, 2));
        Assert.Equal(-12_345, (short)model[18]);
        Assert.Equal(2, (short)model[22]);
        Assert.Equal(5_002, model[16]);
        Assert.Equal(-2, (short)model[17]);
        Assert.Equal(123_454, model[46] << 16 | model[47]);
        Assert.Equal(ModbusException.IllegalAddress, meter.Read(40_179, new ushort[1]));
    }

    [Fact]
    public void Sunspec_raises_its_static_scale_factor_for_a_large_plant()
    {
        MeterFirmware meter = Run(new MeterFirmware(TestDevices.SunSpec, 0.1, 0.1, 6_000_000.0), 4_000_400.0, 50.0, 100);
        Assert.Equal(4_000, (short)Read(meter, 40_088, 1)[0]);
        Assert.Equal(3, Read(meter, 40_092, 1)[0]);
    }

    [Fact]
    public void A_16_bit_power_saturates_and_does_not_wrap()
    {
        MeterFirmware meter = Run(new MeterFirmware(TestDevices.SunSpec, 0.1, 0.1), 4_000_000.0, 50.0, 100);
        Assert.Equal(short.MaxValue, (short)Read(meter, 40_088, 1)[0]);
    }

    [Fact]
    public void Em24_has_the_low_word_first()
    {
        MeterFirmware meter = Run(new MeterFirmware(TestDevices.Em24, 0.1, 0.1), -2_000_000.0, 49.9, 3_600);
        ushort[] block = Read(meter, 40, 16);
        Assert.Equal([20_000_000 & 0xFFFF, 20_000_000 >> 16], block[..2]);
        Assert.Equal(499, block[15]);
        Assert.Equal([20, 0], Read(meter, 62, 2));
        Run(meter, 2_000_000.0, 50.0, 100);
        Assert.Equal(-20_000_000, Read(meter, 40, 2)[0] | (short)Read(meter, 41, 1)[0] << 16);
    }

    [Fact]
    public void Energy_accumulators_wrap_at_32_bits()
    {
        MeterFirmware meter = Run(new MeterFirmware(TestDevices.SunSpec, 0.1, 0.0), 3.6e6 * (4_294_967_296.0 + 5.0), 50.0, 1);
        for (int i = 0; i < 99; i++) meter.Step(0.0, 50.0);
        ushort[] energy = Read(meter, 40_070 + 38, 2);
        Assert.Equal(5, energy[0] << 16 | energy[1]);
    }

    private static MeterFirmware Run(MeterFirmware meter, double powerW, double frequencyHz, int steps)
    {
        for (int i = 0; i < steps; i++) meter.Step(powerW, frequencyHz);
        return meter;
    }

    private static float Float(ushort[] block, int at) => BitConverter.Int32BitsToSingle(block[at] << 16 | block[at + 1]);

    private static ushort[] Read(MeterFirmware meter, int address, int count)
    {
        ushort[] words = new ushort[count];
        Assert.Equal(ModbusException.None, meter.Read(address, words));
        return words;
    }
}
