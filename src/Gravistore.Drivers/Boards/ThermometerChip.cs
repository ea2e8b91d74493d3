using System.Device.Spi;
using Iot.Device.Max31865;
using UnitsNet;

namespace Gravistore.Drivers.Boards;

/// <summary>MAX31865 with a PT100. A conversion blocks for some 75 ms. SPI has no acknowledge: a chip that is not there reads as all ones or zeros, and both fail here.</summary>
internal sealed class ThermometerChip : BoardChip
{
    /// <summary>Words of a poll: tenths of a degree, and 1 for a thermometer that measures.</summary>
    public const int Words = 2;

    private const double LowestC = -50, HighestC = 700, CountsPerC = 10;
    private const int AutomaticBit = 0x40, ThreeWireBit = 0x10, Filter50HzBit = 0x01;

    private readonly SpiDevice _device;
    private readonly Max31865 _chip;
    private readonly int _setting;

    /// <param name="device">The chip on its bus.</param>
    /// <param name="referenceOhm">Its reference resistor [ohm].</param>
    /// <param name="wires">2, 3 or 4.</param>
    public ThermometerChip(SpiDevice device, double referenceOhm, int wires)
        : base(device)
    {
        _device = device;
        _setting = Filter50HzBit | (wires == 3 ? ThreeWireBit : 0);
        _chip = new Max31865(device, PlatinumResistanceThermometerType.Pt100, (ResistanceTemperatureDetectorWires)wires, ElectricResistance.FromOhms(referenceOhm), ConversionFilterMode.Filter50Hz);
    }

    public override void Poll(Span<ushort> words)
    {
        double celsius = _chip.Temperature.DegreesCelsius;
        FaultStatus faults = _chip.Faults;
        CheckSetting();
        bool failed = faults.OverUnderVoltage || faults.ResistanceTemperatureDetectorLow || faults.ReferenceInLow || faults.ReferenceInHigh || faults.LowThreshold || faults.HighThreshold;
        bool measures = !failed && celsius > LowestC && celsius < HighestC;
        words[0] = measures ? unchecked((ushort)(short)Math.Round(CountsPerC * celsius)) : (ushort)0;
        words[1] = measures ? (ushort)1 : (ushort)0;
    }

    /// <summary>The temperature in a word [deg C].</summary>
    public static double Celsius(ushort word) => (short)word / CountsPerC;

    private void CheckSetting()
    {
        Span<byte> sent = stackalloc byte[2], received = stackalloc byte[2];
        sent.Clear();
        _device.TransferFullDuplex(sent, received);
        // Conversions are asked for one by one: a line that nobody drives reads as all ones, and so as automatic.
        int setting = received[1] & (AutomaticBit | ThreeWireBit | Filter50HzBit);
        if (setting != _setting) throw new BoardException($"setting 0x{setting:X2} in place of 0x{_setting:X2}");
    }
}
