using System.Device.I2c;
using System.Device.Spi;
using Gravistore.Drivers.Tests;
using Iot.Device.Ads1115;
using Iot.Device.Max31865;
using Iot.Device.Mcp23xxx;
using UnitsNet;

namespace Gravistore.FieldPackages.Tests;

/// <summary>What the drivers expect of the bindings for boards, by the registers of the chips' data sheets: whichever of package and stand-in is in use.</summary>
public sealed class BindingsTests
{
    private sealed class FakeSpi(byte[] registers) : SpiDevice
    {
        public List<byte> Configs { get; } = [];

        public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 0);

        public override void Read(Span<byte> buffer) => buffer.Clear();

        public override void Write(ReadOnlySpan<byte> buffer) => Store(buffer);

        public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
        {
            if ((writeBuffer[0] & 0x80) != 0) Store(writeBuffer);
            for (int i = 1; i < readBuffer.Length; i++) readBuffer[i] = registers[(writeBuffer[0] & 0x7F) + i - 1];
        }

        private void Store(ReadOnlySpan<byte> buffer)
        {
            if (buffer[0] == 0x80) Configs.Add(buffer[1]);
            registers[buffer[0] & 0x7F] = buffer[1];
        }
    }

    [Fact]
    public void An_expander_reads_and_writes_both_ports_of_a_register()
    {
        CountingI2c device = new(0x20, new byte[22], 1);
        using Mcp23017 chip = new(device);
        chip.WriteUInt16(Register.IODIR, 0xFF0F);
        Assert.Equal((0x0F, 0xFF), (device.Registers[0], device.Registers[1]));
        (device.Registers[0x12], device.Registers[0x13]) = (0x34, 0x12);
        Assert.Equal(0x1234, chip.ReadUInt16(Register.GPIO));
        Assert.Equal(0xFF0F, chip.ReadUInt16(Register.IODIR));
    }

    [Fact]
    public void A_converter_sets_input_range_and_rate_and_reads_signed_counts()
    {
        // The configuration always reads as converted.
        CountingI2c device = new(0x48, [0x14, 0xA0, 0x85, 0x83, 0x80, 0x00, 0x7F, 0xFF], 2);
        using Ads1115 chip = new(device, InputMultiplexer.AIN0, MeasuringRange.FS4096, DataRate.SPS860);
        Assert.Equal(5280, chip.ReadRaw(InputMultiplexer.AIN2));
        int config = (device.Registers[2] << 8) | device.Registers[3];
        Assert.Equal(((int)InputMultiplexer.AIN2 << 12) | (1 << 9) | (7 << 5), config & 0x7FE0);
        device.Registers[0] = 0xFF;
        Assert.Equal(unchecked((short)0xFFA0), chip.ReadRaw(InputMultiplexer.AIN2));
    }

    [Fact]
    public void A_converter_that_never_is_ready_is_an_error()
    {
        byte[] registers = new byte[8];
        Assert.ThrowsAny<Exception>(() => new Ads1115(new NeverReady(registers), InputMultiplexer.AIN0, MeasuringRange.FS4096, DataRate.SPS860).ReadRaw(InputMultiplexer.AIN1));
    }

    [Theory]
    [InlineData(7620, 0)]
    [InlineData(9974, 80)]
    [InlineData(10554, 100)]
    [InlineData(11131, 120)]
    public void A_thermometer_converts_once_and_knows_platinum(int code, double celsius)
    {
        FakeSpi device = new([0, (byte)(code >> 7), (byte)(code << 1), 0xFF, 0xFF, 0, 0, 0]);
        using Max31865 chip = new(device, PlatinumResistanceThermometerType.Pt100, ResistanceTemperatureDetectorWires.ThreeWire, ElectricResistance.FromOhms(430), ConversionFilterMode.Filter50Hz);
        Assert.Equal(celsius, chip.Temperature.DegreesCelsius, 0.06);
        Assert.Contains(device.Configs, c => (c & 0xA0) == 0xA0);
        Assert.All(device.Configs, c => Assert.Equal(0x11, c & 0x11));
    }

    [Fact]
    public void A_thermometer_tells_its_faults()
    {
        using Max31865 chip = new(new FakeSpi([0, 0, 0, 0xFF, 0xFF, 0, 0, 0x84]), PlatinumResistanceThermometerType.Pt100, ResistanceTemperatureDetectorWires.TwoWire, ElectricResistance.FromOhms(430));
        Assert.Equal(new FaultStatus(true, false, false, false, false, true), chip.Faults);
    }

    private sealed class NeverReady(byte[] registers) : I2cDevice
    {
        public override I2cConnectionSettings ConnectionSettings { get; } = new(1, 0x48);

        public override void Read(Span<byte> buffer) => registers.AsSpan(0, buffer.Length).CopyTo(buffer);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
        }

        public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => Read(readBuffer);
    }
}
