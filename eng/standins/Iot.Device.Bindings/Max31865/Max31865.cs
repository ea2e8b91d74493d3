using System.Device.Spi;
using UnitsNet;

namespace Iot.Device.Max31865;

/// <summary>MAX31865: resistance of a platinum thermometer on SPI, one conversion at a time. It does not look for faults by itself: ask for them.</summary>
public class Max31865 : IDisposable
{
    public const int SpiClockFrequency = 5_000_000;
    public const SpiMode SpiMode1 = SpiMode.Mode1;
    public const SpiMode SpiMode3 = SpiMode.Mode3;
    public const DataFlow SpiDataFlow = DataFlow.MsbFirst;

    private const byte ConfigRegister = 0x00, ResistanceRegister = 0x01, FaultRegister = 0x07, WriteBit = 0x80;
    private const byte BiasBit = 0x80, OneShotBit = 0x20, ThreeWireBit = 0x10, ClearFaultsBit = 0x02, Filter50HzBit = 0x01;
    private const int SettleMs = 10, FullScale = 32768;
    // Callendar and Van Dusen, IEC 60751.
    private const double A = 3.9083e-3, B = -5.775e-7, C = -4.183e-12;

    private readonly SpiDevice _device;
    private readonly double _zeroOhm, _referenceOhm;
    private readonly byte _config;
    private readonly int _conversionMs;
    private readonly bool _shouldDispose;

    public Max31865(SpiDevice spiDevice, PlatinumResistanceThermometerType platinumResistanceThermometerType, ResistanceTemperatureDetectorWires resistanceTemperatureDetectorWires, ElectricResistance referenceResistor, ConversionFilterMode filterMode = ConversionFilterMode.Filter60Hz, bool shouldDispose = true)
    {
        _device = spiDevice;
        _zeroOhm = (int)platinumResistanceThermometerType;
        _referenceOhm = referenceResistor.Ohms;
        _conversionMs = (int)filterMode;
        _shouldDispose = shouldDispose;
        _config = (byte)((resistanceTemperatureDetectorWires == ResistanceTemperatureDetectorWires.ThreeWire ? ThreeWireBit : 0) | (filterMode == ConversionFilterMode.Filter50Hz ? Filter50HzBit : 0));
        Write(_config | ClearFaultsBit);
    }

    /// <summary>Makes a conversion, which takes some 75 ms, and reads it.</summary>
    public Temperature Temperature
    {
        get
        {
            Write(_config | ClearFaultsBit);
            Write(_config | BiasBit);
            Thread.Sleep(SettleMs);
            Write(_config | BiasBit | OneShotBit);
            Thread.Sleep(_conversionMs);
            int code = ReadPair(ResistanceRegister) >> 1;
            Write(_config);
            return Temperature.FromDegreesCelsius(Celsius(code * _referenceOhm / FullScale / _zeroOhm));
        }
    }

    /// <summary>What the chip found.</summary>
    public FaultStatus Faults
    {
        get
        {
            int bits = ReadOne(FaultRegister);
            return new FaultStatus((bits & 0x04) != 0, (bits & 0x08) != 0, (bits & 0x10) != 0, (bits & 0x20) != 0, (bits & 0x40) != 0, (bits & 0x80) != 0);
        }
    }

    public void Dispose()
    {
        if (_shouldDispose) _device.Dispose();
        GC.SuppressFinalize(this);
    }

    // Above 0 deg C a quadratic; below it one Newton step from there is within a hundredth of a kelvin down to -50 deg C.
    private static double Celsius(double ratio)
    {
        double t = (-A + Math.Sqrt(A * A - 4 * B * (1 - ratio))) / (2 * B);
        if (t >= 0) return t;
        double cubic = C * t * t * t;
        return t - (cubic * (t - 100)) / (A + 2 * B * t + C * t * t * (4 * t - 300));
    }

    private void Write(int config) => _device.Write([ConfigRegister | WriteBit, (byte)config]);

    private int ReadOne(byte register)
    {
        Span<byte> sent = [register, 0], received = stackalloc byte[2];
        _device.TransferFullDuplex(sent, received);
        return received[1];
    }

    private int ReadPair(byte register)
    {
        Span<byte> sent = [register, 0, 0], received = stackalloc byte[3];
        _device.TransferFullDuplex(sent, received);
        return (received[1] << 8) | received[2];
    }
}
