namespace Gravistore.FirmwareSim.Firmware;

/// <summary>
/// A hoist drive that speaks the ABB Drives profile over Modbus registers, in speed mode with an additive torque, with the mechanical
/// brake control of group 44. One step is 1 ms; masters read and write between steps. Positive speed and torque hoist.
/// </summary>
public sealed class DriveFirmware : IRegisterDevice, IFunctionAware
{
    /// <summary>Length of a step [s].</summary>
    public const double StepS = 0.001;
    internal const double RpmPerRadPerS = 30.0 / Math.PI;
    /// <summary>Actual speed that "last speed" goes on with is filtered with 850 ms (ABB ACS880 firmware manual p453).</summary>
    private const double LastSpeedShare = StepS / (StepS + 0.85);
    /// <summary>What the panel's master asks in local control: ready, and not to run.</summary>
    private const int LocalControlWord = 0x0476;

    private readonly DriveRegisters _registers;
    private readonly DriveTuning _tuning;
    private readonly DriveDevice _device;
    private readonly BrakeControl _brake = new();
    private readonly SpeedController _controller = new();
    private readonly AdditiveTorque _additive = new();
    private readonly CommunicationSupervision _communication = new();
    private readonly StoMonitor _sto = new();
    private readonly MainsMonitor _mains = new();
    private readonly DriveProtections _protections = new();
    private readonly double _estimateShare;
    private SpeedRamp _ramp;
    private double _speedRpm;
    private double _slowSpeedRpm;
    private double _estimateNm;
    private double _memoryNm;
    private double _openTorqueNm;
    private double _lastSpeedRpm;
    private int _standstillSteps;
    private bool _stoClosed;
    private bool _mainsOk;

    /// <summary>A drive that has just been powered up: brake closed, switch-on inhibited, supervision waiting for the boot delay.</summary>
    /// <exception cref="ArgumentException">The drive's data lacks a parameter, or a setting is out of its bounds.</exception>
    public DriveFirmware(DriveDevice device, DriveSettings settings)
    {
        _device = device;
        _tuning = new DriveTuning(settings.GeneratingPowerLimitAction);
        Parameters = new DriveParameterTable(device.Parameters);
        settings.ApplyTo(Parameters);
        _estimateShare = StepS / (StepS + settings.TorqueLagS);
        _registers = new DriveRegisters(this, device, Parameters);
        ParametersChanged();
    }

    public DriveParameterTable Parameters { get; }
    public DriveFaultLog Faults { get; } = new();
    /// <summary>Cyclic words as the master left them.</summary>
    public DriveCyclicWords Words { get; } = new();
    public DriveState State { get; private set; } = DriveState.MainsOff;
    public BrakeState BrakeState => _brake.State;
    /// <summary>Control taken by the drive's own panel: the control word is ignored and the drive stops along its ramp.</summary>
    public bool Local { get; set; }
    /// <summary>Share of the torque reference that the inverter really gives; below 1 for fault injection.</summary>
    public double InverterTorqueShare { get; set; } = 1.0;
    /// <summary>Counts every step.</summary>
    public int LifeCounter { get; private set; }
    public int DrumPositionCounts { get; private set; }
    /// <summary>44.01 bit 0: the relay in the brake's release circuit.</summary>
    public bool BrakeRelay => _brake.Relay;
    public bool Modulating => DriveProfile.IsRunning(State);
    /// <summary>Torque asked of the inverter in the last step [N m].</summary>
    public double TorqueReferenceNm => Modulating ? _controller.TorqueNm : 0.0;
    /// <summary>Additive torque in force, 0 once REF2 has expired [N m].</summary>
    public double AdditiveTorqueNm => _additive.TorqueNm;
    /// <summary>44.02: torque with which the brake was closed last [N m].</summary>
    public double TorqueMemoryNm => _memoryNm;
    /// <summary>The master has been silent for too long.</summary>
    public bool CommunicationLost => _communication.Lost;
    /// <inheritdoc/>
    public byte CurrentFunction { get => _registers.CurrentFunction; set => _registers.CurrentFunction = value; }
    /// <summary>ACT1 [counts].</summary>
    public int ActualSpeedCounts => Counts(_speedRpm * _tuning.SpeedCountsPerRpm);
    /// <summary>ACT2 [counts].</summary>
    public int ActualTorqueCounts => Counts(_estimateNm * _tuning.TorqueCountsPerNm);

    private int ControlWord => Local ? LocalControlWord : Words.ControlWord;
    private bool MayFollow => _brake.State is BrakeState.Open or BrakeState.Disabled;

    /// <inheritdoc/>
    public ModbusException Read(int address, Span<ushort> destination)
    {
        ModbusException exception = _registers.Read(address, destination);
        if (_tuning.Communication.AnyMessage) _communication.Feed();
        return exception;
    }

    /// <inheritdoc/>
    public ModbusException Write(int address, ReadOnlySpan<ushort> source)
    {
        ModbusException exception = _registers.Write(address, source);
        if (_tuning.Communication.AnyMessage) _communication.Feed();
        return exception;
    }

    /// <summary>Trips the drive from outside, as a campaign of faults does.</summary>
    /// <param name="code">Code for 04.01, not 0.</param>
    public void Trip(int code) => Faults.Trip(code);

    /// <summary>One step of 1 ms.</summary>
    public void Step(in DriveSignals signals, ref DriveActuation actuation)
    {
        LifeCounter = unchecked(LifeCounter + 1);
        DrumPositionCounts = signals.DrumPositionCounts;
        double speedRpm = signals.MotorSpeedRadPerS * RpmPerRadPerS;
        _speedRpm += _tuning.FilterShare * (speedRpm - _speedRpm);
        _slowSpeedRpm += LastSpeedShare * (_speedRpm - _slowSpeedRpm);
        if (Words.TakeResetEdge() && !Local) Faults.Reset();
        Supervise(signals, speedRpm);
        _additive.Step(Words.TakeTorqueRefresh() && !Local, Words.TorqueReference, _controller, _tuning);
        Advance(speedRpm);
        StepBrake(speedRpm, signals.BrakeLifted);
        FormTorque(signals);
        double torqueNm = TorqueReferenceNm * InverterTorqueShare;
        _estimateNm += _estimateShare * (torqueNm - _estimateNm);
        actuation.TorqueReferenceNm = torqueNm;
        actuation.Modulating = Modulating;
        actuation.BrakeRelay = _brake.Relay;
    }

    /// <summary>Status word (ABB Drives profile), brake relay and modulation at the bits that the data file names.</summary>
    public int StatusWord
    {
        get
        {
            int offs = Local ? StatusBits.Off2Inactive | StatusBits.Off3Inactive : (ControlWord & (ControlBits.Off2 | ControlBits.Off3)) << 3;
            int status = DriveProfile.Status(State) & (offs | ~(StatusBits.Off2Inactive | StatusBits.Off3Inactive));
            if (Warning != 0) status |= StatusBits.Alarm;
            if (IsAtSetPoint) status |= StatusBits.AtSetPoint;
            if (!Local) status |= StatusBits.Remote;
            if (Math.Abs(_speedRpm) >= _tuning.AboveSpeedRpm) status |= StatusBits.AboveLimit;
            if ((ControlWord & ControlBits.External2) != 0) status |= StatusBits.External2;
            if (_stoClosed && _mainsOk) status |= StatusBits.RunEnabled;
            if (_brake.Relay) status |= 1 << _device.BrakeOpenCommandBit;
            if (Modulating) status |= 1 << _device.ModulatingBit;
            return _communication.Lost ? status | StatusBits.CommunicationError : status;
        }
    }

    /// <summary>Adds everything the next steps depend on to a hash.</summary>
    public ulong HashState(ulong seed)
    {
        seed = Words.Hash(_controller.Hash(_additive.Hash(_brake.Hash(_communication.Hash(seed)))));
        seed = _sto.Hash(_mains.Hash(_protections.Hash(seed)));
        seed = FirmwareHash.Add(seed, _ramp.OutputRpm);
        seed = FirmwareHash.Add(FirmwareHash.Add(FirmwareHash.Add(seed, _speedRpm), _slowSpeedRpm), _estimateNm);
        seed = FirmwareHash.Add(FirmwareHash.Add(seed, _memoryNm), _standstillSteps);
        return FirmwareHash.Add(seed, ((long)State << 40) | ((long)Faults.Tripping << 8) | (uint)Faults.Count);
    }

    internal void Receive(int first, ReadOnlySpan<ushort> words)
    {
        Words.Receive(first, words);
        if (first < 3) _communication.Feed();
    }

    internal void ParametersChanged() => _tuning.Refresh(Parameters, _device);

    /// <summary>Brings the monitoring parameters up to date before they are read.</summary>
    internal void UpdateMonitors()
    {
        double percentPerNm = 100.0 / _tuning.RatedTorqueNm;
        Parameters[DriveNumber.MotorSpeed] = _speedRpm;
        Parameters[DriveNumber.MotorTorque] = _estimateNm * percentPerNm;
        Parameters[DriveNumber.OutputPower] = 0.001 * _estimateNm * _speedRpm / RpmPerRadPerS;
        Parameters[DriveNumber.NominalTorqueScale] = _tuning.RatedTorqueNm;
        for (int i = 0; i < DriveFaultLog.Capacity; i++) Parameters[DriveNumber.TrippingFault + i] = Faults[i];
        Parameters[DriveNumber.ActiveWarning1] = Warning;
        Parameters[DriveNumber.MainControlWord] = ControlWord & 0xFFFF;
        Parameters[DriveNumber.MainStatusWord] = StatusWord;
        Parameters[DriveNumber.DriveStatusWord1] = (Modulating ? 0x40 : 0) | (State == DriveState.OperationEnabled ? 0x20 : 0);
        Parameters[DriveNumber.BrakeStatus] = _brake.Status;
        Parameters[DriveNumber.BrakeTorqueMemory] = _memoryNm * percentPerNm;
        Parameters[DriveNumber.BrakeOpenTorque] = _openTorqueNm * percentPerNm;
    }

    private bool IsAtSetPoint =>
        State == DriveState.OperationEnabled && MayFollow && (ControlWord & ControlBits.Ramp) == ControlBits.Ramp
        && Math.Abs(ReferenceRpm() - _speedRpm) <= _tuning.AtSpeedRpm;

    /// <summary>04.06: the warning that matters most, 0 = none.</summary>
    private int Warning
    {
        get
        {
            if (_brake.CloseWarning) return DriveFaultCode.BrakeClosingWarning;
            if (_communication.Lost && WarnsOfLoss) return _tuning.Communication.WarningCode;
            if (State == DriveState.Off3Active) return DriveFaultCode.EmergencyOff3Warning;
            if (State == DriveState.Off2Active) return DriveFaultCode.EmergencyOff2Warning;
            if (!_stoClosed) return DriveFaultCode.SafeTorqueOffWarning;
            if (_protections.TemperatureWarning) return DriveFaultCode.MotorTemperatureWarning;
            return _protections.StallWarning ? DriveFaultCode.MotorStall : 0;
        }
    }

    private bool WarnsOfLoss => _tuning.Communication.Action is CommunicationLossAction.LastSpeed or CommunicationLossAction.SafeSpeed or CommunicationLossAction.Warning;

    private void Supervise(in DriveSignals signals, double speedRpm)
    {
        bool running = Modulating;
        _stoClosed = signals.StoAClosed && signals.StoBClosed;
        _mainsOk = signals.MainsOk;
        if (_communication.Step(_tuning.Communication)) LoseCommunication();
        int code = _sto.Step(signals.StoAClosed, signals.StoBClosed, running, _tuning.StoDiscrepancySteps);
        if (code != 0) Faults.Trip(code);
        if (signals.FrontEndTripped && running) Faults.Trip(DriveFaultCode.LineSideUnit);
        code = _mains.Step(_mainsOk, running, _estimateNm * speedRpm);
        if (code != 0) Faults.Trip(code);
        code = _protections.Step(speedRpm, _estimateNm, signals.MotorTemperatureC, running && MayFollow, _tuning);
        if (code != 0) Faults.Trip(code);
    }

    private void LoseCommunication()
    {
        _lastSpeedRpm = _slowSpeedRpm;
        CommunicationLossAction action = _tuning.Communication.Action;
        if (action == CommunicationLossAction.FaultAlways || (action == CommunicationLossAction.Fault && !Local)) Faults.Trip(_tuning.Communication.FaultCode);
    }

    private void Advance(double speedRpm)
    {
        bool slow = Math.Abs(speedRpm) < _tuning.Brake.CloseLevelRpm;
        _standstillSteps = slow ? Math.Min(_standstillSteps + 1, _tuning.Brake.CloseLevelSteps) : 0;
        bool stopped = _brake.State == BrakeState.Disabled
            ? slow && _standstillSteps >= _tuning.Brake.CloseLevelSteps
            : _brake.State == BrakeState.Closed;
        State = DriveProfile.Next(State, ControlWord, new DriveConditions(Faults.Any, _mainsOk, _stoClosed, stopped, _brake.Closing));
    }

    private void StepBrake(double speedRpm, bool lifted)
    {
        BrakeState before = _brake.State;
        if (before == BrakeState.OpeningWait || before == BrakeState.Closed) _openTorqueNm = OpenTorque();
        BrakeControlInput input = new()
        {
            Ready = Modulating,
            OpenRequested = State == DriveState.OperationEnabled && !_tuning.Brake.CloseRequest,
            TorqueNm = _estimateNm,
            OpenTorqueNm = _openTorqueNm,
            SpeedRpm = speedRpm,
            Lifted = lifted,
        };
        int code = _brake.Step(input, _tuning.Brake);
        if (code != 0) Faults.Trip(code);
        if (_brake.State == BrakeState.ClosingDelay && before == BrakeState.ClosingWait) _memoryNm = _controller.TorqueNm;
    }

    // 44.03: REF2 while it is fresh, else the memory; never less than 44.10.
    private double OpenTorque()
    {
        double sourceNm = _tuning.Brake.OpenTorqueFromReference && _additive.Fresh ? _additive.TorqueNm : _memoryNm;
        double leastNm = _tuning.Brake.MinOpenTorqueNm;
        if (Math.Abs(sourceNm) < leastNm) sourceNm = sourceNm < 0.0 ? -leastNm : leastNm;
        return Math.Min(Math.Max(sourceNm, _tuning.MinTorqueNm), _tuning.MaxTorqueNm);
    }

    private void FormTorque(in DriveSignals signals)
    {
        if (!Modulating || _brake.State == BrakeState.Closed) Rest(0.0);
        else if (_brake.State == BrakeState.OpeningWait) Rest(_openTorqueNm);
        else
        {
            MoveRamp();
            Control(_ramp.OutputRpm, signals);
        }
    }

    private void Rest(double torqueNm)
    {
        _controller.Hold(torqueNm);
        _ramp.Set(0.0);
    }

    private void MoveRamp()
    {
        if (State == DriveState.Off3Active) _ramp.Follow(0.0, _tuning.EmergencyRpmPerStep, _tuning.EmergencyRpmPerStep);
        else if (_brake.State == BrakeState.ClosingDelay || _brake.State == BrakeState.OpeningDelay) _ramp.Set(0.0);
        else if (State == DriveState.Off1Active || _brake.State == BrakeState.ClosingWait) _ramp.Follow(0.0, _tuning.StopRpmPerStep, _tuning.StopRpmPerStep);
        else if ((ControlWord & ControlBits.RampOutput) == 0) _ramp.Set(0.0);
        else if ((ControlWord & ControlBits.RampRuns) == 0) _ramp.Set(_ramp.OutputRpm);
        else _ramp.Follow(ReferenceRpm(), _tuning.AccelerationRpmPerStep, _tuning.DecelerationRpmPerStep);
    }

    private double ReferenceRpm()
    {
        double rpm = Words.SpeedReference * _tuning.ReferenceRpmPerCount;
        if (_communication.Lost && _tuning.Communication.Action == CommunicationLossAction.LastSpeed) rpm = _lastSpeedRpm;
        else if (_communication.Lost && _tuning.Communication.Action == CommunicationLossAction.SafeSpeed) rpm = _tuning.SafeSpeedRpm;
        else if ((ControlWord & ControlBits.RampInput) == 0) rpm = 0.0;
        return Math.Min(Math.Max(rpm, _tuning.MinSpeedRpm), _tuning.MaxSpeedRpm);
    }

    private void Control(double referenceRpm, in DriveSignals signals)
    {
        _tuning.TorqueRange(_speedRpm, out double lowNm, out double highNm);
        if (signals.LinkLimited) LinkLimit.Narrow(signals.LinkPowerW, _speedRpm, ref lowNm, ref highNm);
        _controller.Control(referenceRpm, _speedRpm, _additive.TorqueNm + _ramp.SlopeRpm * _tuning.RampNmPerRpmStep, lowNm, highNm, _tuning);
    }

    private static int Counts(double value) => (int)Math.Round(Math.Min(Math.Max(value, short.MinValue), short.MaxValue));
}
