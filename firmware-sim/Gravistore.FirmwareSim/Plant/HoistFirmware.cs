using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>The three devices of one hoist, set as its truth says, and what they ask of it.</summary>
internal sealed class HoistFirmware
{
    public DriveActuation DriveActuation;
    public BrakeUnitActuation BrakeActuation = new() { ApplyA = 1.0, ApplyB = 1.0 };

    private readonly PlantTruth _truth;
    private readonly DriveDevice _driveDevice;

    public HoistFirmware(PlantTruth truth, DeviceFiles devices)
    {
        _truth = truth;
        _driveDevice = devices.Drive;
        Drive = new DriveFirmware(devices.Drive, Settings(truth));
        BrakeUnit = new BrakeUnitFirmware(devices.BrakeUnit, new BrakeUnitSettings
        {
            GradedRetardationMps2 = truth.Brakes.GradedRetardationMps2,
            ReleasePressureBar = truth.Brakes.ReleasePressureBar,
            DeadTimeS = truth.Brakes.DeadTimeS,
        });
        Io = new HoistIoFirmware(devices.HoistIo);
    }

    public DriveFirmware Drive { get; private set; }

    public BrakeUnitFirmware BrakeUnit { get; }

    public HoistIoFirmware Io { get; }

    /// <summary>One step of all three on the signals of their hoist.</summary>
    public void Step(HoistPlant hoist, bool chainClosed, bool stoClosed)
    {
        hoist.BrakeSignals.ChainClosed = chainClosed;
        hoist.BrakeSignals.DriveRelay = DriveActuation.BrakeRelay;
        BrakeUnit.Step(hoist.BrakeSignals, ref BrakeActuation);
        hoist.DriveSignals.StoAClosed = stoClosed;
        hoist.DriveSignals.StoBClosed = stoClosed;
        hoist.DriveSignals.MainsOk = true;
        Drive.Step(hoist.DriveSignals, ref DriveActuation);
        Io.Step(hoist.IoSignals);
    }

    /// <summary>The drive's supply fails and comes back: what it remembered is gone, its relay has dropped.</summary>
    public void RestartDrive()
    {
        Drive = new DriveFirmware(_driveDevice, Settings(_truth));
        DriveActuation = default;
    }

    /// <summary>Mixes everything that the devices remember into a hash.</summary>
    public ulong Mix(ulong hash) => BrakeUnit.HashState(Drive.HashState(hash));

    // Time to run the whole hoist up to full-scale speed with rated torque: what the drive's own ramps need to bring their torque along.
    private static double AccelerationCompensationS(PlantTruth truth)
    {
        double radPerM = truth.Mechanics.MotorRadPerM;
        double inertiaKgM2 = (truth.Mechanics.DrumSideMassKg + truth.Mechanics.WeightMassKg) / (radPerM * radPerM);
        return inertiaKgM2 * truth.Drive.SpeedScalingRpm * (Math.PI / 30.0) / truth.Motor.RatedTorqueNm;
    }

    private static DriveSettings Settings(PlantTruth truth)
    {
        DriveTruth drive = truth.Drive;
        return new DriveSettings
        {
            RatedTorqueNm = truth.Motor.RatedTorqueNm,
            GearRatio = truth.Mechanics.GearRatio,
            RatedPowerW = truth.Losses.BasePowerW,
            SpeedScalingRpm = drive.SpeedScalingRpm,
            TorqueScalingPercent = drive.TorqueScalingPercent,
            MinTorquePercent = drive.MinTorquePercent,
            MaxTorquePercent = drive.MaxTorquePercent,
            ProveTorquePercent = drive.ProveTorquePercent,
            CommunicationTimeoutS = drive.CommunicationTimeoutS,
            SpeedGain = drive.SpeedGain,
            SpeedIntegrationS = drive.SpeedIntegrationS,
            SpeedFilterS = drive.SpeedFilterS,
            BrakeOpenDelayS = drive.BrakeOpenDelayS,
            CloseLevelRpm = drive.CloseLevelRpm,
            CloseLevelDelayS = drive.CloseLevelDelayS,
            CloseDelayS = drive.CloseDelayS,
            ReopenDelayS = drive.ReopenDelayS,
            EmergencyStopTimeS = drive.EmergencyStopTimeS,
            BootDelayS = drive.BootDelayS,
            GeneratingPowerLimitPercent = drive.GeneratingPowerLimitPercent,
            GeneratingPowerLimitAction = drive.GeneratingPowerLimitAction,
            TorqueLagS = truth.Motor.TorqueLagS,
            AccelerationCompensationS = AccelerationCompensationS(truth),
        };
    }
}
