namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// The brake unit of one hoist. It releases only while three agree: chain closed, the drive's relay, and a release command from a master
/// whose heartbeat moves. When one of them goes it brakes graded by itself; it needs nobody for a stop. After a loss the release command
/// must be given anew, with a changed counter. One step is 1 ms.
/// </summary>
public sealed class BrakeUnitFirmware : IRegisterDevice
{
    private const int MasterStaleSteps = 1_000;
    private const int StartSteps = 200;
    private const int PressureSteps = 500;
    private const int AcknowledgeSteps = 1_500;
    private const double LowPressureShare = 0.8;
    private const double ResidualPressureBar = 10.0;
    /// <summary>Faults that keep the brakes applied until a command other than release acknowledges them.</summary>
    private const BrakeUnitFault Blocking =
        BrakeUnitFault.PressureLow | BrakeUnitFault.PressureRemains | BrakeUnitFault.AcknowledgeMismatch | BrakeUnitFault.PumpTrip;

    private readonly BrakeUnitDevice _device;
    private readonly BrakeUnitSettings _settings;
    private readonly GradedStop _stop;
    private readonly RegisterBank _status;
    private readonly RegisterBank _commands;
    private BrakeUnitSignals _signals;
    private bool _commandNew;
    private bool _heartbeatNew;
    private ushort _counter;
    private ushort _heartbeat;
    private int _command;
    private int _masterSilent = MasterStaleSteps;
    private int _startSteps;
    private int _lowSteps;
    private int _residualSteps;
    private int _mismatchSteps;
    private int _sinceChange;
    private bool _released;
    private bool _agreed;
    private double _share = 1.0;

    /// <summary>A unit that has just been powered up, brakes at full force.</summary>
    public BrakeUnitFirmware(BrakeUnitDevice device, BrakeUnitSettings settings)
    {
        _device = device;
        _settings = settings;
        _stop = new GradedStop(settings);
        _stop.Begin(0.0);
        _command = device.CommandNone;
        _status = new RegisterBank(device.ReadAddress, device.ReadCount);
        _status.Map(device.ReadAddress, device.ReadCount, RegisterAccess.ReadOnly);
        _commands = new RegisterBank(device.WriteAddress, CommandCount);
        _commands.Map(device.WriteAddress, CommandCount, RegisterAccess.ReadWrite);
        _status[device.ReadAddress + device.MagicOffset] = (ushort)device.Magic;
    }

    /// <summary>The pump's motor protection has tripped; for fault injection.</summary>
    public bool PumpTripped { get; set; }
    public BrakeUnitFault Faults { get; private set; }
    /// <summary>The unit lifts its brakes.</summary>
    public bool Released => _released;
    /// <summary>Counts every step.</summary>
    public int Heartbeat { get; private set; }

    public BrakeUnitStateCode State
    {
        get
        {
            if ((Faults & BrakeUnitFault.PumpTrip) != 0) return BrakeUnitStateCode.Off;
            if ((Faults & Blocking) != 0) return BrakeUnitStateCode.Fault;
            if (_startSteps < StartSteps) return BrakeUnitStateCode.Starting;
            if (_released) return BrakeUnitStateCode.Released;
            return _signals.DrumSpeedMps > _settings.StandstillMps ? BrakeUnitStateCode.Applied : BrakeUnitStateCode.Ready;
        }
    }

    private int CommandCount => 1 + Math.Max(_device.CommandOffset, Math.Max(_device.CounterOffset, _device.MasterHeartbeatOffset));

    /// <inheritdoc/>
    public ModbusException Read(int address, Span<ushort> destination)
    {
        if (address >= _device.WriteAddress) return _commands.Read(address, destination);
        Report();
        return _status.Read(address, destination);
    }

    /// <summary>Writes commands; a command that the unit does not know is exception 04, and nothing is written.</summary>
    public ModbusException Write(int address, ReadOnlySpan<ushort> source)
    {
        ModbusException exception = _commands.Check(address, source.Length, RegisterAccess.ReadWrite);
        if (exception != ModbusException.None) return exception;
        int place = _device.WriteAddress + _device.CommandOffset - address;
        if (place >= 0 && place < source.Length && !IsKnown(source[place])) return ModbusException.DeviceFailure;
        _commands.Write(address, source);
        ushort counter = _commands[_device.WriteAddress + _device.CounterOffset];
        ushort heartbeat = _commands[_device.WriteAddress + _device.MasterHeartbeatOffset];
        _commandNew |= counter != _counter;
        _heartbeatNew |= heartbeat != _heartbeat;
        _counter = counter;
        _heartbeat = heartbeat;
        return ModbusException.None;
    }

    /// <summary>One step of 1 ms.</summary>
    public void Step(in BrakeUnitSignals signals, ref BrakeUnitActuation actuation)
    {
        _signals = signals;
        Heartbeat = unchecked(Heartbeat + 1);
        if (_startSteps < StartSteps) _startSteps++;
        WatchMaster();
        TakeCommand();
        Decide(signals);
        Supervise(signals);
        _share = _released ? 0.0 : _stop.Step(signals.DrumSpeedMps);
        if (!_released && _stop.Weak) Faults |= BrakeUnitFault.WeakBrake;
        actuation.ApplyA = _share;
        actuation.ApplyB = _share;
    }

    /// <summary>Adds everything the next steps depend on to a hash.</summary>
    public ulong HashState(ulong seed)
    {
        seed = FirmwareHash.Add(_stop.Hash(seed), ((long)_counter << 48) | ((long)_heartbeat << 32) | (uint)_command);
        seed = FirmwareHash.Add(seed, ((long)_masterSilent << 32) | (uint)_sinceChange);
        seed = FirmwareHash.Add(seed, ((long)_lowSteps << 42) ^ ((long)_residualSteps << 21) ^ (uint)_mismatchSteps);
        return FirmwareHash.Add(FirmwareHash.Add(seed, _share), ((long)Faults << 8) | (_released ? 1L : 0L) | (_agreed ? 2L : 0L) | (uint)(_startSteps << 16));
    }

    private bool IsKnown(int command) =>
        command == _device.CommandNone || command == _device.CommandStart || command == _device.CommandRelease
        || command == _device.CommandApply || command == _device.CommandFull;

    private void WatchMaster()
    {
        if (_heartbeatNew) _masterSilent = 0;
        else if (_masterSilent < MasterStaleSteps) _masterSilent++;
        _heartbeatNew = false;
        if (_masterSilent < MasterStaleSteps) Faults &= ~BrakeUnitFault.MasterLost;
        else Faults |= BrakeUnitFault.MasterLost;
    }

    private void TakeCommand()
    {
        if (!_commandNew) return;
        _commandNew = false;
        int command = _commands[_device.WriteAddress + _device.CommandOffset];
        if (command == _device.CommandNone) return;
        if (command != _device.CommandRelease) Faults &= ~(Blocking | BrakeUnitFault.WeakBrake);
        if (command == _device.CommandFull) _stop.Full();
        _command = command;
    }

    // Release while all agree; an agreement that breaks takes the command with it.
    private void Decide(in BrakeUnitSignals signals)
    {
        if (PumpTripped) Faults |= BrakeUnitFault.PumpTrip;
        bool able = (Faults & (Blocking | BrakeUnitFault.MasterLost)) == 0 && _startSteps >= StartSteps;
        bool agreed = signals.ChainClosed && signals.DriveRelay && able;
        if (_agreed && !agreed && _command == _device.CommandRelease) _command = _device.CommandApply;
        _agreed = agreed;
        bool release = agreed && _command == _device.CommandRelease;
        if (_sinceChange < int.MaxValue) _sinceChange++;
        if (release == _released) return;
        _released = release;
        _sinceChange = 0;
        if (release) return;
        _stop.Begin(signals.DrumSpeedMps);
        if (_command == _device.CommandFull) _stop.Full();
    }

    private void Supervise(in BrakeUnitSignals signals)
    {
        double lowestBar = Math.Min(signals.PressureABar, signals.PressureBBar);
        double highestBar = Math.Max(signals.PressureABar, signals.PressureBBar);
        bool full = !_released && _share == 1.0;
        Latch(_released && lowestBar < LowPressureShare * _settings.ReleasePressureBar, ref _lowSteps, PressureSteps, BrakeUnitFault.PressureLow);
        Latch(full && highestBar > ResidualPressureBar, ref _residualSteps, PressureSteps, BrakeUnitFault.PressureRemains);
        bool wrong = _released ? !(signals.LiftedA && signals.LiftedB) : full && (signals.LiftedA || signals.LiftedB);
        Latch(wrong, ref _mismatchSteps, AcknowledgeSteps, BrakeUnitFault.AcknowledgeMismatch);
        if (signals.DiscTemperatureC > _settings.TemperatureWarningC) Faults |= BrakeUnitFault.TemperatureHigh;
        else Faults &= ~BrakeUnitFault.TemperatureHigh;
    }

    private void Latch(bool wrong, ref int steps, int limit, BrakeUnitFault fault)
    {
        steps = wrong ? Math.Min(steps + 1, limit) : 0;
        if (steps >= limit) Faults |= fault;
    }

    private void Report()
    {
        int at = _device.ReadAddress;
        _status[at + _device.HeartbeatOffset] = unchecked((ushort)Heartbeat);
        _status[at + _device.StateOffset] = (ushort)State;
        _status[at + _device.FaultBitsOffset] = (ushort)Faults;
        _status[at + _device.PressureOffset] = Tenths(_signals.PressureABar);
        _status[at + _device.PressureOffset + 1] = Tenths(_signals.PressureBBar);
        _status[at + _device.DiscTemperatureOffset] = Tenths(_signals.DiscTemperatureC);
        _status[at + _device.OilTemperatureOffset] = Tenths(OilTemperatureC);
        _status[at + _device.ReleaseAckOffset] = (ushort)((_signals.LiftedA ? 1 : 0) | (_signals.LiftedB ? 2 : 0));
    }

    /// <summary>The oil is not modelled: it stays at its working temperature [deg C].</summary>
    private const double OilTemperatureC = 40.0;

    private static ushort Tenths(double value) => unchecked((ushort)(short)Math.Round(Math.Min(Math.Max(10.0 * value, short.MinValue), short.MaxValue)));
}
