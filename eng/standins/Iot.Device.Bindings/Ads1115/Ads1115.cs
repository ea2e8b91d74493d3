using System.Device.I2c;

namespace Iot.Device.Ads1115;

/// <summary>ADS1115: four inputs, 16 bits, on I2C.</summary>
public class Ads1115 : IDisposable
{
    private const byte ConversionRegister = 0, ConfigRegister = 1;
    private const int ReadyBit = 0x8000, ComparatorOff = 0x0003, PowerDownBit = 0x0100, Patience = 20;
    private static readonly int[] SamplesPerS = [8, 16, 32, 64, 128, 250, 475, 860];

    private readonly I2cDevice _device;
    private InputMultiplexer _input;
    private MeasuringRange _range;
    private DataRate _rate;
    private DeviceMode _mode;

    public Ads1115(I2cDevice i2cDevice, InputMultiplexer inputMultiplexer = InputMultiplexer.AIN0, MeasuringRange measuringRange = MeasuringRange.FS4096, DataRate dataRate = DataRate.SPS128, DeviceMode deviceMode = DeviceMode.Continuous)
    {
        _device = i2cDevice;
        (_input, _range, _rate, _mode) = (inputMultiplexer, measuringRange, dataRate, deviceMode);
        Configure();
    }

    public InputMultiplexer InputMultiplexer
    {
        get => _input;
        set
        {
            _input = value;
            Configure();
        }
    }

    public MeasuringRange MeasuringRange
    {
        get => _range;
        set
        {
            _range = value;
            Configure();
        }
    }

    public DataRate DataRate
    {
        get => _rate;
        set
        {
            _rate = value;
            Configure();
        }
    }

    public DeviceMode DeviceMode
    {
        get => _mode;
        set
        {
            _mode = value;
            Configure();
        }
    }

    /// <summary>The newest conversion; in power-down mode a new one is made and waited for.</summary>
    public short ReadRaw()
    {
        if (_mode == DeviceMode.PowerDown) Configure();
        return (short)Read(ConversionRegister);
    }

    /// <summary>A conversion of an input.</summary>
    public short ReadRaw(InputMultiplexer inputMultiplexer)
    {
        if (_input != inputMultiplexer) InputMultiplexer = inputMultiplexer;
        return ReadRaw();
    }

    /// <summary>A conversion of an input in a range and at a rate.</summary>
    public short ReadRaw(InputMultiplexer inputMultiplexer, MeasuringRange measuringRange, DataRate dataRate)
    {
        if (_range != measuringRange || _rate != dataRate || _input != inputMultiplexer)
        {
            (_range, _rate, _input) = (measuringRange, dataRate, inputMultiplexer);
            Configure();
        }
        return ReadRaw();
    }

    public void Dispose()
    {
        _device.Dispose();
        GC.SuppressFinalize(this);
    }

    // Written with the start bit; the conversion that ran at the change is still of the old setting, the one after it counts.
    private void Configure()
    {
        int config = ReadyBit | ((int)_input << 12) | ((int)_range << 9) | ((int)_rate << 5) | ComparatorOff | (_mode == DeviceMode.PowerDown ? PowerDownBit : 0);
        _device.Write([ConfigRegister, (byte)(config >> 8), (byte)config]);
        int conversions = _mode == DeviceMode.Continuous ? 2 : 1;
        Thread.Sleep(1 + (1000 * conversions / SamplesPerS[(int)_rate]));
        for (int look = 0; (Read(ConfigRegister) & ReadyBit) == 0; look++)
        {
            if (look == Patience) throw new TimeoutException("Timeout while waiting for the conversion of the ADS1115.");
            Thread.Sleep(1);
        }
    }

    private ushort Read(byte register)
    {
        Span<byte> answer = stackalloc byte[2];
        _device.WriteByte(register);
        _device.Read(answer);
        return (ushort)((answer[0] << 8) | answer[1]);
    }
}
