namespace Gravistore.FirmwareSim.Firmware;

/// <summary>The input module of one hoist: digital word, rope force as counts of a 16-bit converter (4-20 mA over a burden, ADS1115), counter. Steps are 1 ms.</summary>
public sealed class HoistIoFirmware : IRegisterDevice
{
    private readonly HoistIoDevice _device;
    private readonly RegisterBank _bank;
    private HoistIoSignals _signals;

    public HoistIoFirmware(HoistIoDevice device)
    {
        _device = device;
        _bank = new RegisterBank(device.ReadAddress, device.ReadCount);
        _bank.Map(device.ReadAddress, device.ReadCount, RegisterAccess.ReadOnly);
    }

    /// <summary>Counts every step unless the module is stuck.</summary>
    public int LifeCounter { get; private set; }

    /// <inheritdoc/>
    public ModbusException Read(int address, Span<ushort> destination)
    {
        _bank[_device.ReadAddress + _device.DigitalOffset] = (ushort)DigitalWord();
        _bank[_device.ReadAddress + _device.LifeCounterOffset] = unchecked((ushort)LifeCounter);
        _bank[_device.ReadAddress + _device.RopeForceOffset] = unchecked((ushort)ForceCounts());
        return _bank.Read(address, destination);
    }

    /// <summary>An input module takes no writes: exception 02.</summary>
    public ModbusException Write(int address, ReadOnlySpan<ushort> source) => _bank.Write(address, source);

    /// <summary>Samples the inputs.</summary>
    public void Step(in HoistIoSignals signals)
    {
        _signals = signals;
        LifeCounter = unchecked(LifeCounter + 1);
    }

    private int DigitalWord() =>
        _device.BrakeALifted.Level(_signals.BrakeALifted) | _device.BrakeBLifted.Level(_signals.BrakeBLifted)
        | _device.BrakeASet.Level(_signals.BrakeASet) | _device.BrakeBSet.Level(_signals.BrakeBSet)
        | _device.UpperLanding.Level(_signals.UpperLanding) | _device.LowerLanding.Level(_signals.LowerLanding)
        | _device.UpperOvertravel.Level(_signals.UpperOvertravel) | _device.LowerOvertravel.Level(_signals.LowerOvertravel)
        | _device.SlackRope.Level(_signals.SlackRope) | _device.Magnet.Level(_signals.Magnet);

    private short ForceCounts()
    {
        double countsPerMilliampere = (_device.CountsAt20mA - _device.CountsAt4mA) / 16.0;
        double counts = _device.CountsAt4mA + countsPerMilliampere * (_signals.RopeForceMilliampere - 4.0);
        return (short)Math.Round(Math.Min(Math.Max(counts, short.MinValue), short.MaxValue));
    }
}
