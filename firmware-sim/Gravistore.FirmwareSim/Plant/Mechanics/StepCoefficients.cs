namespace Gravistore.FirmwareSim.Plant;

/// <summary>Everything in one step that does not depend on what the drum does: the rope at its mid-step length and the forces on the weight.</summary>
internal struct StepCoefficients
{
    /// <summary>Rope stiffness [N/m], and with half a step's damping: force per mean relative velocity [N s/m].</summary>
    public double StiffnessNPerM;
    public double ForcePerVelocity;
    /// <summary>Elastic force at the beginning of the step [N]; negative while the rope is slack.</summary>
    public double InitialElasticN;
    /// <summary>Half a step over the moving mass at the weight [s/kg].</summary>
    public double HalfStepPerMass;
    /// <summary>Weight of the weight and of its third of the rope, less guide friction and contact [N].</summary>
    public double WeightDriveN;
    /// <summary>Weight of the rope's other two thirds, at the drum [N].</summary>
    public double HangingRopeN;

    /// <summary>
    /// Mean rope force of the step for a relative velocity at its beginning, the rest of the force on the drum, and half a step over the drum's mass
    /// (0 for a drum whose mean speed is given). Never negative: a rope does not push.
    /// </summary>
    public readonly double RopeForceN(double relativeMps, double stretchM, double drumRestN, double halfStepPerDrumMass)
    {
        const double halfStepS = 0.5 * PhysicalConstants.StepS;
        double compliance = HalfStepPerMass + halfStepPerDrumMass;
        double driven = relativeMps + HalfStepPerMass * WeightDriveN - halfStepPerDrumMass * drumRestN;
        double meanMps = (driven - compliance * InitialElasticN) / (1.0 + compliance * ForcePerVelocity);
        double forceN = InitialElasticN + ForcePerVelocity * meanMps;
        bool taut = forceN > 0.0 && stretchM + halfStepS * meanMps > 0.0;
        return taut ? forceN : 0.0;
    }
}
