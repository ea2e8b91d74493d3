using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>A brake unit on a hoist of one stiff mass whose drive gives no torque; the master's heartbeat moves every 10 ms.</summary>
internal sealed class BrakeRig
{
    public const double Aim = 1.0;
    private const double MassKg = 508_000.0;
    private const double WeightN = 710_000.0;
    private const double StepS = DriveFirmware.StepS;
    private const int DeadSteps = 100;
    private const double RisePerStep = StepS / 0.2;
    private int _time;
    private int _applySteps;
    private ushort _counter;
    private ushort _heartbeat;

    public BrakeRig() => Unit = new BrakeUnitFirmware(TestDevices.Janitza.BrakeUnit,
        new BrakeUnitSettings { GradedRetardationMps2 = Aim, ReleasePressureBar = 140.0, DeadTimeS = 0.1 });

    public BrakeUnitFirmware Unit { get; }
    public BrakeUnitSignals Signals;
    public BrakeUnitActuation Actuation;
    /// <summary>Full force of both channels together [N].</summary>
    public double BrakeForceN { get; set; } = 2_200_000.0;
    public bool MasterAlive { get; set; } = true;
    /// <summary>Force of the motor while the load is held [N].</summary>
    public double MotorForceN { get; set; } = WeightN;
    public double SpeedMps { get; set; }
    public double Share { get; private set; } = 1.0;
    public double TravelM { get; private set; }
    public bool PressureStuck { get; set; }
    public bool SwitchesStuck { get; set; }

    public BrakeRig Command(int command)
    {
        _counter++;
        Assert.Equal(ModbusException.None, Unit.Write(40, [(ushort)command, _counter, ++_heartbeat]));
        return this;
    }

    public BrakeRig Release()
    {
        Signals.ChainClosed = Signals.DriveRelay = true;
        Run(300);
        return Command(2).Run(500);
    }

    public BrakeRig Run(int milliseconds)
    {
        for (int i = 0; i < milliseconds; i++) Step();
        return this;
    }

    public ushort[] Read(int address, int count)
    {
        ushort[] words = new ushort[count];
        Assert.Equal(ModbusException.None, Unit.Read(address, words));
        return words;
    }

    private void Step()
    {
        if (MasterAlive && _time % 10 == 0) Unit.Write(42, [++_heartbeat]);
        _time++;
        Signals.DrumSpeedMps = Math.Abs(SpeedMps);
        if (!SwitchesStuck) Signals.LiftedA = Signals.LiftedB = Share == 0.0;
        if (!PressureStuck) Signals.PressureABar = Signals.PressureBBar = 140.0 * (1.0 - Share);
        Unit.Step(Signals, ref Actuation);
        MoveBrake();
        MoveMass();
    }

    private void MoveBrake()
    {
        _applySteps = Actuation.ApplyA > 0.0 ? _applySteps + 1 : 0;
        double target = _applySteps is > 0 and <= DeadSteps && Share == 0.0 ? 0.0 : Actuation.ApplyA;
        Share += Math.Clamp(target - Share, -RisePerStep, RisePerStep);
    }

    // Lowering positive; the brake can only slow down.
    private void MoveMass()
    {
        double free = SpeedMps + (WeightN - MotorForceN) / MassKg * StepS;
        double slowed = Share * BrakeForceN / MassKg * StepS;
        SpeedMps = Math.Abs(free) <= slowed ? 0.0 : free - Math.Sign(free) * slowed;
        TravelM += SpeedMps * StepS;
    }
}
