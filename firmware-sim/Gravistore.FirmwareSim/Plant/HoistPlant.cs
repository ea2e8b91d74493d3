using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>The physics of one hoist, from the drive's torque reference and the brake unit's demands to motion, power and signals.</summary>
internal sealed class HoistPlant
{
    private readonly BrakeTruth _brakes;
    private readonly BrakeDisc _disc;
    private readonly MotorTorque _torque;
    private readonly MotorHeat _heat;
    private readonly ElectricalLosses _electrical;
    private readonly FrontEnd _frontEnd;
    private readonly HoistSensors _sensors;

    public HoistTruth Truth;
    public DriveSignals DriveSignals;
    public BrakeUnitSignals BrakeSignals;
    public HoistIoSignals IoSignals;

    /// <summary>A hoist at rest with brakes set and its weight at a depth [m].</summary>
    public HoistPlant(PlantTruth truth, Xoshiro256 noise, double weightDepthM)
    {
        _brakes = truth.Brakes;
        LandingContact contact = new(truth.Shaft, truth.Mechanics.WeightMassKg);
        Mechanics = new RopeDrumMechanics(truth.Mechanics, truth.Losses, contact, Ledger, weightDepthM);
        ChannelA = new BrakeChannel(truth.Brakes);
        ChannelB = new BrakeChannel(truth.Brakes);
        _disc = new BrakeDisc(truth.Brakes);
        _torque = new MotorTorque(truth.Mechanics, truth.Motor, truth.Drive.TorqueGain);
        _heat = new MotorHeat(truth.Motor, truth.Brakes.AmbientC);
        _electrical = new ElectricalLosses(truth.Losses, Ledger);
        _frontEnd = new FrontEnd(truth.FrontEnd, truth.Losses.BasePowerW);
        _sensors = new HoistSensors(truth, Mechanics, noise);
        ShowTruth(0.0, 0.0, 0.0);
    }

    public HoistLedger Ledger { get; } = new();

    public RopeDrumMechanics Mechanics { get; }

    public BrakeChannel ChannelA { get; }

    public BrakeChannel ChannelB { get; }

    /// <summary>Fills all signals from the state at the end of the last step, chain and relays apart.</summary>
    public void Sense()
    {
        _sensors.Measure(ref DriveSignals, ref IoSignals);
        _frontEnd.Sense(Truth, ref DriveSignals);
        DriveSignals.BrakeLifted = ChannelA.Lifted && ChannelB.Lifted;
        DriveSignals.MotorTemperatureC = _heat.TemperatureC;
        IoSignals.BrakeALifted = BrakeSignals.LiftedA = ChannelA.Lifted;
        IoSignals.BrakeBLifted = BrakeSignals.LiftedB = ChannelB.Lifted;
        IoSignals.BrakeASet = ChannelA.Set;
        IoSignals.BrakeBSet = ChannelB.Set;
        BrakeSignals.DrumSpeedMps = Math.Abs(Mechanics.DrumSpeedMps);
        BrakeSignals.PressureABar = _brakes.ReleasePressureBar * (1.0 - ChannelA.Applied);
        BrakeSignals.PressureBBar = _brakes.ReleasePressureBar * (1.0 - ChannelB.Applied);
        BrakeSignals.DiscTemperatureC = _disc.TemperatureC;
    }

    /// <summary>One step of the physics; the power at the AC side [W, export positive].</summary>
    public double Step(in DriveActuation drive, in BrakeUnitActuation brakes)
    {
        ChannelA.Step(brakes.ApplyA);
        ChannelB.Step(brakes.ApplyB);
        double brakeForceN = _brakes.ChannelForceN * (ChannelA.Applied + ChannelB.Applied) * _disc.FrictionShare;
        bool modulating = drive.Modulating && DriveSignals.StoAClosed && DriveSignals.StoBClosed;
        double motorForceN = _torque.StepMeanN(drive.TorqueReferenceNm, modulating);
        double heatBeforeJ = Ledger.BrakeHeatJ;
        Mechanics.Step(motorForceN, brakeForceN);
        _disc.Step(Ledger.BrakeHeatJ - heatBeforeJ);
        double frontEndW = ElectricalStep(motorForceN, modulating);
        ShowTruth(motorForceN, brakeForceN, frontEndW);
        return frontEndW;
    }

    /// <summary>Mixes everything that the hoist remembers into a hash.</summary>
    public ulong Mix(ulong hash)
    {
        hash = StateHash.Mix(hash, Mechanics.RopeLengthM);
        hash = StateHash.Mix(hash, Mechanics.StretchM);
        hash = StateHash.Mix(hash, Mechanics.DrumSpeedMps);
        hash = StateHash.Mix(hash, Mechanics.WeightSpeedMps);
        hash = StateHash.Mix(hash, _torque.ForceN);
        hash = StateHash.Mix(hash, ChannelA.Applied + ChannelA.DeadS);
        hash = StateHash.Mix(hash, ChannelB.Applied + ChannelB.DeadS);
        hash = StateHash.Mix(hash, _disc.TemperatureC);
        hash = StateHash.Mix(hash, _heat.TemperatureC);
        return _sensors.Mix(_frontEnd.Mix(hash));
    }

    private double ElectricalStep(double motorForceN, bool modulating)
    {
        if (modulating || motorForceN != 0.0)
        {
            double frontEndW = _electrical.FrontEndPowerW(motorForceN, Mechanics.MeanDrumSpeedMps);
            _heat.Step(_electrical.MotorHeatW);
            return frontEndW;
        }

        _heat.Step(0.0);
        return 0.0;
    }

    private void ShowTruth(double motorForceN, double brakeForceN, double frontEndW)
    {
        Truth.WeightDepthM = Mechanics.WeightDepthM;
        Truth.RopeLengthM = Mechanics.RopeLengthM;
        Truth.SpeedMps = Mechanics.DrumSpeedMps;
        Truth.WeightSpeedMps = Mechanics.WeightSpeedMps;
        Truth.RopeForceN = Mechanics.RopeForceN;
        Truth.DrumForceN = Mechanics.DrumForceN;
        Truth.MotorForceN = motorForceN;
        Truth.BrakeForceN = brakeForceN;
        Truth.AppliedA = ChannelA.Applied;
        Truth.AppliedB = ChannelB.Applied;
        Truth.DiscTemperatureC = _disc.TemperatureC;
        Truth.MotorTemperatureC = _heat.TemperatureC;
        Truth.FrontEndPowerW = frontEndW;
        Truth.OnLanding = _sensors.OnLanding;
    }
}
