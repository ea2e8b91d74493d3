using Gravistore.FirmwareSim.Firmware;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>A whole plant's physics driven by hand: torque and brakes are set, or a simple speed loop stands in for drive and controller.</summary>
internal sealed class PhysicsRig
{
    private readonly double[] _integralN;

    public PhysicsRig(PlantTruth truth, params double[] weightDepthsM)
    {
        Truth = truth;
        Physics = new PlantPhysics(truth, 1, weightDepthsM);
        Drives = new DriveActuation[truth.HoistCount];
        Brakes = new BrakeUnitActuation[truth.HoistCount];
        _integralN = new double[truth.HoistCount];
        SetBrakes(1.0);
    }

    public PlantTruth Truth { get; }

    public PlantPhysics Physics { get; }

    public DriveActuation[] Drives { get; }

    public BrakeUnitActuation[] Brakes { get; }

    public void SetBrakes(double demand)
    {
        for (int i = 0; i < Brakes.Length; i++) Brakes[i] = new BrakeUnitActuation { ApplyA = demand, ApplyB = demand };
    }

    /// <summary>Asks every motor for a force at the rope, or blocks the inverters.</summary>
    public void SetForce(double forceN, bool modulating = true)
    {
        for (int i = 0; i < Drives.Length; i++) SetForce(i, forceN, modulating);
    }

    public void SetForce(int hoist, double forceN, bool modulating = true)
    {
        Drives[hoist].TorqueReferenceNm = forceN / Truth.Mechanics.MotorRadPerM / Truth.Drive.TorqueGain;
        Drives[hoist].Modulating = modulating;
    }

    /// <summary>One step: measure, then move.</summary>
    public void Step()
    {
        foreach (HoistPlant hoist in Physics.Hoists)
        {
            hoist.DriveSignals.StoAClosed = hoist.DriveSignals.StoBClosed = true;
            hoist.Sense();
        }

        Physics.Step(Drives, Brakes);
    }

    public void Steps(int count)
    {
        for (int i = 0; i < count; i++) Step();
    }

    /// <summary>Steps while holding every drum at a speed [m/s].</summary>
    public void RunAt(double speedMps, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            for (int h = 0; h < Drives.Length; h++) ControlSpeed(h, speedMps);
            Step();
        }
    }

    /// <summary>Static force as feed-forward with a soft proportional and integral loop on speed.</summary>
    public void ControlSpeed(int hoist, double speedMps)
    {
        RopeDrumMechanics mechanics = Physics.Hoists[hoist].Mechanics;
        MechanicsTruth truth = Truth.Mechanics;
        double staticN = (truth.WeightMassKg + truth.RopeMassPerMetreKg * mechanics.RopeLengthM) * PhysicalConstants.GravityMps2;
        double errorMps = mechanics.DrumSpeedMps - speedMps;
        _integralN[hoist] += 6.0 * truth.DrumSideMassKg * errorMps * PhysicalConstants.StepS;
        SetForce(hoist, staticN + 6.0 * truth.DrumSideMassKg * errorMps + _integralN[hoist]);
    }
}
