namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// The plant's module: inputs of the hard-wired chain, and two outputs that expire. The watchdog output must toggle; the trip request is
/// asked for when its line is low, so silence asks for it. Steps are 1 ms.
/// </summary>
public sealed class PlantIoFirmware : IRegisterDevice
{
    /// <summary>Time without a write after which the outputs are safe [steps of 1 ms].</summary>
    public const int ExpirySteps = 500;
    /// <summary>Time without a toggle after which the watchdog relay has dropped [steps of 1 ms]: it is set to 0.4 s, so that 0.5 s after the loop's last cycle it is open for certain.</summary>
    public const int RelaySteps = 400;

    private readonly PlantIoDevice _device;
    private readonly RegisterBank _inputs;
    private readonly RegisterBank _outputs;
    private PlantIoSignals _signals;
    private bool _written;
    private bool _toggled;
    private int _silentSteps = ExpirySteps;
    private int _stillSteps = RelaySteps;

    public PlantIoFirmware(PlantIoDevice device)
    {
        _device = device;
        _inputs = new RegisterBank(device.ReadAddress, device.ReadCount);
        _inputs.Map(device.ReadAddress, device.ReadCount, RegisterAccess.ReadOnly);
        _outputs = new RegisterBank(device.WriteAddress, 1);
        _outputs.Map(device.WriteAddress, 1, RegisterAccess.ReadWrite);
    }

    /// <summary>The watchdog relay holds: its line has toggled within the last 0.4 s.</summary>
    public bool WatchdogClosed => _stillSteps < RelaySteps;
    /// <summary>A trip is asked for, or the master is silent.</summary>
    public bool TripRequested => _silentSteps >= ExpirySteps || (Outputs & (1 << _device.NoTripRequestBit)) == 0;
    /// <summary>Counts every step.</summary>
    public int LifeCounter { get; private set; }

    private int Outputs => _outputs[_device.WriteAddress];

    /// <inheritdoc/>
    public ModbusException Read(int address, Span<ushort> destination)
    {
        if (address == _device.WriteAddress) return _outputs.Read(address, destination);
        _inputs[_device.ReadAddress + _device.DigitalOffset] = (ushort)DigitalWord();
        _inputs[_device.ReadAddress + _device.LifeCounterOffset] = unchecked((ushort)LifeCounter);
        return _inputs.Read(address, destination);
    }

    /// <inheritdoc/>
    public ModbusException Write(int address, ReadOnlySpan<ushort> source)
    {
        int before = Outputs;
        ModbusException exception = _outputs.Write(address, source);
        if (exception != ModbusException.None) return exception;
        _written = true;
        _toggled |= ((before ^ Outputs) & (1 << _device.WatchdogBit)) != 0;
        return exception;
    }

    /// <summary>Samples the inputs and lets the outputs age.</summary>
    public void Step(in PlantIoSignals signals)
    {
        _signals = signals;
        LifeCounter = unchecked(LifeCounter + 1);
        _silentSteps = _written ? 0 : Math.Min(_silentSteps + 1, ExpirySteps);
        _stillSteps = _toggled ? 0 : Math.Min(_stillSteps + 1, RelaySteps);
        _written = false;
        _toggled = false;
    }

    /// <summary>Adds everything the next steps depend on to a hash.</summary>
    public ulong HashState(ulong seed) =>
        FirmwareHash.Add(FirmwareHash.Add(seed, ((long)_silentSteps << 32) | (uint)_stillSteps), ((long)Outputs << 2) | (_written ? 1L : 0L) | (_toggled ? 2L : 0L));

    private int DigitalWord() =>
        _device.ChainClosed.Level(_signals.ChainClosed) | _device.EmergencyStop.Level(_signals.EmergencyStop)
        | _device.ResetKey.Level(_signals.ResetKey) | _device.Overspeed.Level(_signals.Overspeed);
}
