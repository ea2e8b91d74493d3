namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// A grid meter: means over a window, published at its end, power in whole steps, energies counted. What it does not model reads 0.
/// Steps are 1 ms.
/// </summary>
public sealed class MeterFirmware : IRegisterDevice
{
    private const double HoursPerStep = DriveFirmware.StepS / 3600.0;
    private const double TwoTo32 = 4294967296.0;
    private const double Int16Headroom = 32_000.0;

    private readonly MeterDevice _device;
    private readonly RegisterBank _bank;
    private readonly int _windowSteps;
    private readonly double _stepW;
    private int _steps;
    private double _powerSum;
    private double _frequencySum;
    private double _exportedWh;
    private double _importedWh;

    /// <summary>A meter that has published nothing but its identifiers and zeros.</summary>
    /// <param name="device">Register map.</param>
    /// <param name="windowS">Window and period of publication [s].</param>
    /// <param name="stepKW">Step of the power [kW].</param>
    /// <param name="greatestPowerW">Greatest power to be shown [W]: a static scale factor is raised until it fits; 0 = leave it.</param>
    public MeterFirmware(MeterDevice device, double windowS, double stepKW, double greatestPowerW = 0.0)
    {
        _device = device;
        _windowSteps = Math.Max(1, DriveTuning.Steps(windowS));
        _stepW = 1000.0 * stepKW;
        int first = FirstOffset(device), last = LastOffset(device);
        _bank = new RegisterBank(device.BlockAddress + first, last - first + 1);
        _bank.Map(device.BlockAddress + first, last - first + 1, RegisterAccess.ReadOnly);
        foreach (MeterConstant constant in device.Constants) Put(constant);
        if (greatestPowerW > 0.0) RaiseScaleFactor(greatestPowerW);
        Publish();
    }

    /// <summary>Power last published, in whole steps [W].</summary>
    public double PowerW { get; private set; }
    /// <summary>Frequency last published [Hz].</summary>
    public double FrequencyHz { get; private set; }

    /// <inheritdoc/>
    public ModbusException Read(int address, Span<ushort> destination) => _bank.Read(address, destination);

    /// <summary>A meter takes no writes: exception 02.</summary>
    public ModbusException Write(int address, ReadOnlySpan<ushort> source) => _bank.Write(address, source);

    /// <summary>One step of 1 ms.</summary>
    /// <param name="powerW">Power over the step, export positive.</param>
    /// <param name="frequencyHz">Grid frequency as the meter sees it.</param>
    public void Step(double powerW, double frequencyHz)
    {
        _powerSum += powerW;
        _frequencySum += frequencyHz;
        if (powerW >= 0.0) _exportedWh += powerW * HoursPerStep;
        else _importedWh -= powerW * HoursPerStep;
        if (++_steps < _windowSteps) return;
        double meanW = _powerSum / _windowSteps;
        PowerW = _stepW > 0.0 ? Math.Round(meanW / _stepW) * _stepW : meanW;
        FrequencyHz = _frequencySum / _windowSteps;
        _steps = 0;
        _powerSum = 0.0;
        _frequencySum = 0.0;
        Publish();
    }

    /// <summary>Adds everything the next steps depend on to a hash.</summary>
    public ulong HashState(ulong seed)
    {
        seed = FirmwareHash.Add(FirmwareHash.Add(seed, _powerSum), _frequencySum);
        seed = FirmwareHash.Add(FirmwareHash.Add(seed, _exportedWh), _importedWh);
        return FirmwareHash.Add(FirmwareHash.Add(seed, PowerW), _steps);
    }

    private void Publish()
    {
        Encode(_device.Power, PowerW);
        Encode(_device.Frequency, FrequencyHz);
        Encode(_device.EnergyExported, _exportedWh);
        Encode(_device.EnergyImported, _importedWh);
    }

    private void Encode(MeterRegister register, double value)
    {
        int address = _device.BlockAddress + register.Offset;
        // Adding zero turns a negative zero into a plain one.
        double counts = value / (register.Scale * Factor(register)) + 0.0;
        switch (register.Coding)
        {
            case MeterRegisterCoding.Float32:
                _bank.Set32(address, BitConverter.SingleToUInt32Bits((float)counts), _device.LowWordFirst);
                break;
            case MeterRegisterCoding.Int32:
                _bank.Set32(address, unchecked((uint)(int)Clamp(counts, int.MinValue, int.MaxValue)), _device.LowWordFirst);
                break;
            case MeterRegisterCoding.UInt32:
                // Accumulators wrap.
                double whole = Math.Round(Math.Max(counts, 0.0));
                _bank.Set32(address, (uint)(whole - TwoTo32 * Math.Floor(whole / TwoTo32)), _device.LowWordFirst);
                break;
            case MeterRegisterCoding.Int16:
                _bank[address] = unchecked((ushort)(short)Clamp(counts, short.MinValue, short.MaxValue));
                break;
            default:
                _bank[address] = (ushort)Clamp(counts, 0.0, ushort.MaxValue);
                break;
        }
    }

    private double Factor(MeterRegister register)
    {
        if (register.ScaleFactorOffset < 0) return 1.0;
        int power = (short)_bank[_device.BlockAddress + register.ScaleFactorOffset];
        double factor = 1.0;
        for (int i = 0; i < Math.Abs(power); i++) factor *= 10.0;
        return power < 0 ? 1.0 / factor : factor;
    }

    private void RaiseScaleFactor(double greatestPowerW)
    {
        MeterRegister power = _device.Power;
        if (power.ScaleFactorOffset < 0 || power.Coding != MeterRegisterCoding.Int16) return;
        while (greatestPowerW / Math.Abs(power.Scale * Factor(power)) > Int16Headroom)
        {
            _bank[_device.BlockAddress + power.ScaleFactorOffset]++;
        }
    }

    private void Put(MeterConstant constant)
    {
        for (int i = 0; i < constant.Values.Count; i++) _bank[_device.BlockAddress + constant.Offset + i] = (ushort)constant.Values[i];
    }

    private static double Clamp(double counts, double low, double high) => Math.Min(Math.Max(Math.Round(counts), low), high);

    private static int FirstOffset(MeterDevice device)
    {
        int first = 0;
        foreach (MeterConstant constant in device.Constants) first = Math.Min(first, constant.Offset);
        return first;
    }

    private static int LastOffset(MeterDevice device)
    {
        int last = device.BlockCount - 1;
        ReadOnlySpan<MeterRegister> quantities = [device.Power, device.Frequency, device.EnergyExported, device.EnergyImported];
        foreach (MeterRegister quantity in quantities) last = Math.Max(last, Math.Max(quantity.Offset + 1, quantity.ScaleFactorOffset));
        foreach (MeterConstant constant in device.Constants) last = Math.Max(last, constant.Offset + constant.Values.Count - 1);
        return last;
    }
}
