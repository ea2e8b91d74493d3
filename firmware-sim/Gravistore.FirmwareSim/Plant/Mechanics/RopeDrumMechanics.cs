namespace Gravistore.FirmwareSim.Plant;

/// <summary>
/// Weight, rope and drum of one hoist in steps of <see cref="PhysicalConstants.StepS"/> (docs/physics.md, sections 2 and 3).
/// The rope is integrated by the implicit midpoint rule in closed form, dry friction by its implicit law with exact sticking;
/// every work term is force times mean velocity times step, so that the books close to rounding. Down is positive.
/// </summary>
internal sealed class RopeDrumMechanics
{
    private const double StepS = PhysicalConstants.StepS;
    private const double GuideRegularisationMps = 0.2e-3;

    private readonly MechanicsTruth _truth;
    private readonly LossFactors _losses;
    private readonly LandingContact _contact;
    private readonly HoistLedger _ledger;
    private readonly double _drumMassKg;
    private readonly double _halfStepPerDrumMass;
    private readonly double _ropeThirdKgPerM;
    private readonly double _ropeWeightNPerM;
    private readonly double _weightN;
    private readonly double _guideFrictionN;
    private readonly double _twiceDamping;
    private readonly double _sagPerSquareM;
    private readonly double _strainWoundPerSquareN;

    private double _lengthM;
    private double _stretchM;
    private double _drumMps;
    private double _weightMps;
    private double _ropeForceN;
    private double _contactN;
    private double _meanDrumMps;
    private DrumFriction _friction;
    private double _frictionShare;

    /// <summary>A hoist at rest with its rope stretched by the weight that hangs at a depth [m].</summary>
    public RopeDrumMechanics(MechanicsTruth truth, LossFactors losses, LandingContact contact, HoistLedger ledger, double weightDepthM)
    {
        _truth = truth;
        _losses = losses;
        _contact = contact;
        _ledger = ledger;
        _drumMassKg = truth.DrumSideMassKg;
        _halfStepPerDrumMass = 0.5 * StepS / _drumMassKg;
        _ropeThirdKgPerM = truth.RopeMassPerMetreKg / 3.0;
        _ropeWeightNPerM = truth.RopeMassPerMetreKg * PhysicalConstants.GravityMps2;
        _weightN = truth.WeightMassKg * PhysicalConstants.GravityMps2;
        _guideFrictionN = losses.Guide * _weightN;
        _twiceDamping = 2.0 * truth.RopeDampingRatio;
        _sagPerSquareM = _ropeWeightNPerM / (6.0 * truth.RopeAxialStiffnessN);
        _strainWoundPerSquareN = 0.5 / truth.RopeAxialStiffnessN;
        SetState(truth.RopeLengthAtRestM(weightDepthM), 0.0, 0.0);
    }

    /// <summary>Paid-out rope length [m].</summary>
    public double RopeLengthM => _lengthM;

    /// <summary>Elongation of the rope beyond its length; negative by the slack while it hangs loose [m].</summary>
    public double StretchM => _stretchM;

    /// <summary>Rope speed at the drum, lowering positive [m/s].</summary>
    public double DrumSpeedMps => _drumMps;

    /// <summary>Speed of the weight, down positive [m/s].</summary>
    public double WeightSpeedMps => _weightMps;

    /// <summary>Mean drum speed of the last step [m/s].</summary>
    public double MeanDrumSpeedMps => _meanDrumMps;

    /// <summary>Mean force between rope and weight (with its third of the rope) in the last step, never negative [N].</summary>
    public double RopeForceN => _ropeForceN;

    /// <summary>Force of the rope on the drum [N].</summary>
    public double DrumForceN => _ropeForceN + 2.0 / 3.0 * _ropeWeightNPerM * _lengthM;

    /// <summary>Force of the buffer on the weight, up [N].</summary>
    public double ContactForceN => _contactN;

    /// <summary>Depth of the weight [m].</summary>
    public double WeightDepthM => _lengthM + _stretchM + _sagPerSquareM * _lengthM * _lengthM;

    /// <summary>Mass that moves with the weight [kg].</summary>
    public double MovingMassKg => _truth.WeightMassKg + _ropeThirdKgPerM * _lengthM;

    /// <summary>Kinetic energy of weight, rope third and drum side [J].</summary>
    public double KineticJ => 0.5 * (MovingMassKg * _weightMps * _weightMps + _drumMassKg * _drumMps * _drumMps);

    /// <summary>Strain energy of the rope; none while slack [J].</summary>
    public double StrainJ => _stretchM > 0.0 ? 0.5 * _truth.RopeAxialStiffnessN / _lengthM * _stretchM * _stretchM : 0.0;

    /// <summary>Puts the hoist to a rope length and speeds, the rope carrying its static force [m, m/s, m/s]; the audit begins anew.</summary>
    public void SetState(double ropeLengthM, double drumSpeedMps, double weightSpeedMps)
    {
        _lengthM = ropeLengthM;
        _drumMps = drumSpeedMps;
        _weightMps = weightSpeedMps;
        _ropeForceN = MovingMassKg * PhysicalConstants.GravityMps2;
        SetStretch(_ropeForceN * ropeLengthM / _truth.RopeAxialStiffnessN);
    }

    /// <summary>Sets the elongation alone [m]; the audit begins anew.</summary>
    public void SetStretch(double stretchM)
    {
        _stretchM = stretchM;
        _ledger.InitialKineticJ = KineticJ;
        _ledger.InitialStrainJ = StrainJ;
    }

    /// <summary>One step under a motor force (positive holds) and with a brake force at most available [N].</summary>
    public void Step(double motorForceN, double brakeForceN)
    {
        StepCoefficients step = Coefficients();
        double drumDriveN = step.HangingRopeN - motorForceN;
        double endDrumMps = MoveDrum(step, drumDriveN, brakeForceN);
        double endWeightMps = _weightMps + 2.0 * step.HalfStepPerMass * (step.WeightDriveN - _ropeForceN);
        double meanWeightMps = 0.5 * (_weightMps + endWeightMps);
        _meanDrumMps = 0.5 * (_drumMps + endDrumMps);
        Book(step, meanWeightMps);
        _weightMps = endWeightMps;
        _drumMps = endDrumMps;
        _stretchM += StepS * (meanWeightMps - _meanDrumMps);
        _lengthM += StepS * _meanDrumMps;
    }

    private StepCoefficients Coefficients()
    {
        double midLengthM = _lengthM + 0.5 * StepS * _drumMps;
        double movingMassKg = _truth.WeightMassKg + _ropeThirdKgPerM * midLengthM;
        double stiffness = _truth.RopeAxialStiffnessN / midLengthM;
        _contactN = _contact.ForceN(WeightDepthM, _weightMps);
        return new StepCoefficients
        {
            StiffnessNPerM = stiffness,
            ForcePerVelocity = 0.5 * StepS * stiffness + _twiceDamping * Math.Sqrt(stiffness * movingMassKg),
            InitialElasticN = stiffness * _stretchM,
            HalfStepPerMass = 0.5 * StepS / movingMassKg,
            WeightDriveN = movingMassKg * PhysicalConstants.GravityMps2 - GuideForceN() - _contactN,
            HangingRopeN = 2.0 / 3.0 * _ropeWeightNPerM * midLengthM,
        };
    }

    private double GuideForceN()
    {
        double share = _weightMps * (1.0 / GuideRegularisationMps);
        return _guideFrictionN * Math.Min(1.0, Math.Max(-1.0, share));
    }

    /// <summary>Finds the drum's speed at the end of the step, the rope force, and which share of the friction acted.</summary>
    private double MoveDrum(in StepCoefficients step, double drumDriveN, double brakeForceN)
    {
        if (_drumMps == 0.0) return LeaveRest(step, drumDriveN, brakeForceN);
        double direction = _drumMps > 0.0 ? 1.0 : -1.0;
        _friction = DrumFriction.Of(_losses, DrumForceN, direction, brakeForceN);
        double endMps = Slide(step, drumDriveN, direction);
        return endMps * direction > 0.0 ? endMps : StopOrReverse(step, drumDriveN, direction);
    }

    private double LeaveRest(in StepCoefficients step, double drumDriveN, double brakeForceN)
    {
        _ropeForceN = step.RopeForceN(_weightMps, _stretchM, 0.0, 0.0);
        double neededN = _ropeForceN + drumDriveN;
        double direction = neededN > 0.0 ? 1.0 : -1.0;
        _friction = DrumFriction.Of(_losses, DrumForceN, direction, brakeForceN);
        _frictionShare = 0.0;
        return Math.Abs(neededN) <= _friction.CapacityN ? 0.0 : Slide(step, drumDriveN, direction);
    }

    private double Slide(in StepCoefficients step, double drumDriveN, double direction)
    {
        double restN = drumDriveN - direction * _friction.CapacityN;
        _frictionShare = direction;
        _ropeForceN = step.RopeForceN(_weightMps - _drumMps, _stretchM, restN, _halfStepPerDrumMass);
        return _drumMps + 2.0 * _halfStepPerDrumMass * (_ropeForceN + restN);
    }

    /// <summary>The speed would cross zero: friction stops the drum exactly if it can; otherwise the drum reverses against friction.</summary>
    private double StopOrReverse(in StepCoefficients step, double drumDriveN, double direction)
    {
        _ropeForceN = step.RopeForceN(_weightMps - 0.5 * _drumMps, _stretchM, 0.0, 0.0);
        double neededN = _ropeForceN + drumDriveN + 0.5 * _drumMps / _halfStepPerDrumMass;
        double capacityN = _friction.CapacityN;
        if (Math.Abs(neededN) > capacityN) return Slide(step, drumDriveN, -direction);
        _frictionShare = capacityN > 0.0 ? neededN / capacityN : 0.0;
        return 0.0;
    }

    private void Book(in StepCoefficients step, double meanWeightMps)
    {
        double weightPathM = StepS * meanWeightMps;
        double drumPathM = StepS * _meanDrumMps;
        double midLengthM = _lengthM + 0.5 * StepS * _drumMps;
        double weightWorkJ = _weightN * weightPathM;
        double ropeWorkJ = _ropeWeightNPerM * midLengthM * (weightPathM + 2.0 * drumPathM) * (1.0 / 3.0);
        double elasticN = MeanElasticN(step.StiffnessNPerM, _stretchM, _stretchM + (weightPathM - drumPathM));
        _ledger.WeightGravityJ += weightWorkJ;
        _ledger.RopeGravityJ += ropeWorkJ;
        _ledger.GravityThroughputJ += Math.Abs(weightWorkJ + ropeWorkJ);
        _ledger.RopeDampingJ += (_ropeForceN - elasticN) * (weightPathM - drumPathM);
        _ledger.GuideFrictionJ += GuideForceN() * weightPathM;
        _ledger.ContactJ += _contactN * weightPathM;
        if (_meanDrumMps == 0.0) return;
        _ledger.AccretedRopeJ += 0.5 * _ropeThirdKgPerM * drumPathM * meanWeightMps * meanWeightMps;
        _ledger.StrainWoundJ += _strainWoundPerSquareN * elasticN * elasticN * drumPathM;
        _friction.Book(_ledger, _frictionShare, drumPathM);
    }

    /// <summary>Mean elastic force over a step's change of length; exact also where the rope falls slack or catches on the way.</summary>
    private static double MeanElasticN(double stiffnessNPerM, double fromM, double toM)
    {
        if (fromM >= 0.0 && toM >= 0.0) return 0.5 * stiffnessNPerM * (fromM + toM);
        double tautM = Math.Max(fromM, toM);
        return tautM <= 0.0 ? 0.0 : 0.5 * stiffnessNPerM * tautM * tautM / Math.Abs(toM - fromM);
    }
}
