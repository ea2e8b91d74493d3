using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>One hoist's mechanics on its own, with its books, for golden values that know no drive and no brake unit.</summary>
internal sealed class MechanicsRig
{
    public MechanicsRig(MechanicsTruth truth, LossFactors losses, double ropeLengthM, double speedMps = 0.0, ShaftTruth? shaft = null)
    {
        Truth = truth;
        LandingContact contact = new(shaft ?? ReferencePlants.Shaft, truth.WeightMassKg);
        Mechanics = new RopeDrumMechanics(truth, losses, contact, Ledger, ropeLengthM);
        Mechanics.SetState(ropeLengthM, speedMps, speedMps);
    }

    public MechanicsTruth Truth { get; }

    public HoistLedger Ledger { get; } = new();

    public RopeDrumMechanics Mechanics { get; }

    /// <summary>Static drum force at the present rope length [N].</summary>
    public double StaticForceN => (Truth.WeightMassKg + Truth.RopeMassPerMetreKg * Mechanics.RopeLengthM) * PhysicalConstants.GravityMps2;

    /// <summary>Work of the motor so far, positive when the load drives it [J].</summary>
    public double MotorWorkJ { get; private set; }

    public void Step(double motorForceN, double brakeForceN)
    {
        Mechanics.Step(motorForceN, brakeForceN);
        MotorWorkJ += motorForceN * Mechanics.MeanDrumSpeedMps * PhysicalConstants.StepS;
    }

    /// <summary>Sources less sinks of the mechanical books [J].</summary>
    public double ImbalanceJ =>
        Ledger.WeightGravityJ + Ledger.RopeGravityJ + Ledger.AccretedRopeJ - Ledger.StrainWoundJ - MotorWorkJ
        - (Mechanics.KineticJ - Ledger.InitialKineticJ) - (Mechanics.StrainJ - Ledger.InitialStrainJ)
        - Ledger.RopeDampingJ - Ledger.GuideFrictionJ - Ledger.ContactJ
        - Ledger.RopeSheaveFrictionJ - Ledger.GearLoadFrictionJ - Ledger.GearSpeedFrictionJ - Ledger.BrakeHeatJ;
}
