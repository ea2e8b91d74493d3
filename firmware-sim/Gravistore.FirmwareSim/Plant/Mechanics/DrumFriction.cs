namespace Gravistore.FirmwareSim.Plant;

/// <summary>Dry friction at the drum, one number per law [N at the rope]. Together they are the capacity: more cannot be resisted at rest, and less is not lost in motion.</summary>
internal struct DrumFriction
{
    public double RopeSheaveN;
    public double GearLoadN;
    public double GearSpeedN;
    public double BrakeN;

    public readonly double CapacityN => RopeSheaveN + GearLoadN + GearSpeedN + BrakeN;

    /// <summary>Friction against motion in a direction (+1 lowering, -1 raising) under the drum force of the last step.</summary>
    public static DrumFriction Of(LossFactors losses, double drumForceN, double direction, double brakeForceN)
    {
        double ropeSheaveN = losses.RopeSheave * Math.Abs(drumForceN);
        double gearForceN = drumForceN - direction * ropeSheaveN;
        double share = gearForceN * direction > 0.0 ? losses.GearLoadLowering : losses.GearLoadRaising;
        return new DrumFriction
        {
            RopeSheaveN = ropeSheaveN,
            GearLoadN = share * Math.Abs(gearForceN),
            GearSpeedN = losses.GearSpeed * losses.BaseForceN,
            BrakeN = brakeForceN,
        };
    }

    /// <summary>Books the heat of a step in which the drum moved by a distance against a share of this friction (share -1..1, signed like the distance).</summary>
    public readonly void Book(HoistLedger ledger, double signedShare, double distanceM)
    {
        double path = signedShare * distanceM;
        ledger.RopeSheaveFrictionJ += RopeSheaveN * path;
        ledger.GearLoadFrictionJ += GearLoadN * path;
        ledger.GearSpeedFrictionJ += GearSpeedN * path;
        ledger.BrakeHeatJ += BrakeN * path;
    }
}
