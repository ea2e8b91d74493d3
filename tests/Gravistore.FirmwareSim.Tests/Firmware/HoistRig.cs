using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>
/// A drive on a hoist of one stiff mass, with a brake that follows the drive's relay, and a master that writes every 10 ms.
/// Inertia and load are those of 60 t with ropes behind a gear of 436 on a drum of 4 m.
/// </summary>
internal sealed class HoistRig
{
    public const double MetresPerRadian = 2.0 / 436.0;
    public const double InertiaKgM2 = 10.7;
    private const double StepS = DriveFirmware.StepS;
    private const double LagShare = StepS / (StepS + 0.007);
    private const double BrakeTorqueNm = 8_000.0;
    private const int OpenSteps = 400;
    private const int CloseSteps = 150;
    private int _relaySteps;
    private int _time;

    public HoistRig(DriveSettings? settings = null)
    {
        Drive = new DriveFirmware(TestDevices.Janitza.Drive, settings ?? TestDevices.Settings);
        Signals.StoAClosed = Signals.StoBClosed = Signals.MainsOk = true;
        Signals.MotorTemperatureC = 60.0;
    }

    public DriveFirmware Drive { get; }
    public DriveSignals Signals;
    public DriveActuation Actuation;
    public double LoadNm { get; set; } = 2_700.0;
    public double SpeedRadPerS { get; set; }
    public double AngleRad { get; private set; }
    public double TorqueNm { get; private set; }
    public int ControlWord { get; set; } = 0x0476;
    public int SpeedReference { get; set; }
    public int TorqueReference { get; set; }
    public bool MasterSpeaks { get; set; } = true;
    /// <summary>The lift switch when it does not follow the brake.</summary>
    public bool? LiftSwitch { get; set; }
    public bool BrakeStuckClosed { get; set; }
    public bool BrakeFree => !BrakeStuckClosed && _relaySteps >= OpenSteps;
    public double SpeedRpm => SpeedRadPerS * 30.0 / Math.PI;
    public double TravelM => AngleRad * MetresPerRadian;

    /// <summary>REF2 counts that hold a torque.</summary>
    public static int Counts(double torqueNm) => (int)Math.Round(torqueNm / (2.0 * 2716.0) * 10_000.0);

    public HoistRig Run(int milliseconds)
    {
        for (int i = 0; i < milliseconds; i++) Step();
        return this;
    }

    public HoistRig Send(int controlWord, int speedReference = 0, int torqueReference = 0)
    {
        ControlWord = controlWord;
        SpeedReference = speedReference;
        TorqueReference = torqueReference;
        Assert.Equal(ModbusException.None, Drive.Write(0, [(ushort)controlWord, unchecked((ushort)speedReference), unchecked((ushort)torqueReference)]));
        return this;
    }

    /// <summary>Brings the drive to follow its references with the brake open, at standstill.</summary>
    public HoistRig Start(int? torqueReference = null)
    {
        int held = torqueReference ?? Counts(LoadNm);
        Send(0x0476, 0, held).Run(5);
        Send(0x0477, 0, held).Run(5);
        Send(0x047F, 0, held).Run(600);
        Assert.Equal(BrakeState.Open, Drive.BrakeState);
        return this;
    }

    private void Step()
    {
        if (MasterSpeaks && _time % 10 == 0) Send(ControlWord, SpeedReference, TorqueReference);
        _time++;
        Signals.MotorSpeedRadPerS = SpeedRadPerS;
        Signals.BrakeLifted = LiftSwitch ?? BrakeFree;
        Drive.Step(Signals, ref Actuation);
        TorqueNm += LagShare * ((Actuation.Modulating ? Actuation.TorqueReferenceNm : 0.0) - TorqueNm);
        _relaySteps = Actuation.BrakeRelay ? Math.Min(_relaySteps + 1, OpenSteps + CloseSteps) : Math.Max(0, Math.Min(_relaySteps, OpenSteps + CloseSteps) - 1);
        Move();
    }

    // The brake gives its whole torque or none; it can only slow down.
    private void Move()
    {
        double netNm = TorqueNm - LoadNm;
        if (BrakeFree) SpeedRadPerS += netNm / InertiaKgM2 * StepS;
        else
        {
            double free = SpeedRadPerS + netNm / InertiaKgM2 * StepS;
            double slowed = BrakeTorqueNm / InertiaKgM2 * StepS;
            SpeedRadPerS = Math.Abs(free) <= slowed ? 0.0 : free - Math.Sign(free) * slowed;
        }
        AngleRad += SpeedRadPerS * StepS;
    }
}
