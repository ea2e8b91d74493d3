using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;
using Gravistore.Json;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>A bare master that works a whole plant through its registers alone, every 10 ms; it knows the static force and nothing else.</summary>
internal sealed class RegisterMaster
{
    private const ushort ReadyToSwitchOn = 0x0476;
    private const ushort SwitchedOn = 0x0477;
    private const ushort Running = 0x047F;
    private const int CycleSteps = 10;
    private const ushort Release = 2, Apply = 3;

    private ushort _beat;
    private ushort _counter;

    public RegisterMaster(string plantName, ulong seed, params double[] depthsM)
    {
        PlantTruth truth = PlantFiles.Truth(plantName);
        Findings findings = new();
        DeviceFiles devices = DeviceFiles.Load(Path.Combine(PlantFiles.Folder, "..", "drives"), truth.Devices, findings);
        findings.ThrowIfErrors();
        Plant = new SimPlant(truth, devices, seed, depthsM);
    }

    public SimPlant Plant { get; }

    /// <summary>Control word and brake command of every hoist.</summary>
    public ushort ControlWord { get; set; } = ReadyToSwitchOn;

    public bool ReleaseBrakes { get; set; }

    /// <summary>Wanted rope speed, lowering positive [m/s].</summary>
    public double SpeedMps { get; set; }

    /// <summary>Watchdog, key, drives on, torque proven, brakes open; ends with every hoist held on its motor.</summary>
    public void Arm()
    {
        Run(0.3);
        Plant.ResetKey = true;
        Run(0.05);
        Plant.ResetKey = false;
        ControlWord = SwitchedOn;
        Run(0.05);
        ControlWord = Running;
        ReleaseBrakes = true;
        Run(2.0);
    }

    /// <summary>Ramps the speed and keeps it for a time [m/s, s].</summary>
    public void Travel(double speedMps, double seconds, double accelerationMps2 = 0.2)
    {
        for (int i = 0; i < (int)Math.Round(seconds / 0.01); i++)
        {
            SpeedMps += Math.Clamp(speedMps - SpeedMps, -0.01 * accelerationMps2, 0.01 * accelerationMps2);
            Cycle();
        }
    }

    /// <summary>Stops the drives along their ramps and lets the brakes close.</summary>
    public void Park()
    {
        Travel(0.0, 4.0);
        ControlWord = ReadyToSwitchOn;
        Run(1.0);
        ReleaseBrakes = false;
        Run(1.0);
    }

    public void Run(double seconds)
    {
        for (int i = 0; i < (int)Math.Round(seconds / 0.01); i++) Cycle();
    }

    public void Cycle()
    {
        _beat++;
        Plant.PlantIo.Write(16, [(ushort)(2 | (_beat & 1))]);
        for (int i = 0; i < Plant.HoistCount; i++) Write(i);
        for (int i = 0; i < CycleSteps; i++) Plant.Step();
    }

    private void Write(int hoist)
    {
        MechanicsTruth truth = Plant.TruthOfPlant.Mechanics;
        double rpm = -SpeedMps * truth.MotorRadPerM * 60.0 / (2.0 * Math.PI);
        double forceN = (truth.WeightMassKg + truth.RopeMassPerMetreKg * Plant.Truth(hoist).RopeLengthM) * PhysicalConstants.GravityMps2;
        double torque = forceN / truth.MotorRadPerM / Plant.TruthOfPlant.Motor.RatedTorqueNm;
        short speedCounts = (short)Math.Round(20000.0 * rpm / Plant.TruthOfPlant.Drive.SpeedScalingRpm);
        short torqueCounts = (short)Math.Round(10000.0 * torque / (0.01 * Plant.TruthOfPlant.Drive.TorqueScalingPercent));
        Plant.Drive(hoist).Write(0, [ControlWord, unchecked((ushort)speedCounts), unchecked((ushort)torqueCounts)]);
        bool lift = ReleaseBrakes && Plant.Drive(hoist).BrakeRelay;
        Plant.BrakeUnit(hoist).Write(40, [lift ? Release : Apply, _counter++, _beat]);
    }
}
