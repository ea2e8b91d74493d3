using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>
/// What is spent of power while weights are raised, on the bounce that all ropes share: at exact power it only fades slowly, and where ropes are alike
/// nothing else reaches it. The more is spent the younger the step is; docs/power.md 7.
/// </summary>
public sealed class RaisingDamper
{
    /// <summary>Damping asked for, as a loop of the drum on the ropes' stretching, after a step and while it is young [1/s].</summary>
    private const double LoopPerS = 0.34, EarlyLoopPerS = 0.9;
    /// <summary>Greatest share of the set point: while power arrives (less than asked), while the step is young, until five seconds after it, from then on.</summary>
    private const double ArrivingShare = 0.065, EarlyShare = 0.033, MiddleShare = 0.0051, LateShare = 0.0014;
    /// <summary>Cycles after the step at which a step is no longer young and no longer recent, and over which the limits move before.</summary>
    private const double EarlyCycles = 140, EarlyFade = 20, MiddleCycles = 490, MiddleFade = 50;
    /// <summary>A hoist below this speed counts as one with it: its drum answers power at once anyway [m/s].</summary>
    private const double LeastMps = 0.1;

    private readonly double _drumKg;
    private readonly double _stiffnessN;

    public RaisingDamper(PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _drumKg = plant.Hoist.DrumSideMassKg;
        _stiffnessN = plant.Hoist.RopeAxialStiffnessN;
    }

    /// <summary>Power beyond what the set point asks for, export positive [W].</summary>
    /// <param name="state">State of the controller.</param>
    /// <param name="shares">Hoists that give power together.</param>
    public double SpentW(ControllerState state, ReadOnlySpan<bool> shares)
    {
        ArgumentNullException.ThrowIfNull(state);
        double wishW = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (shares[i]) wishW -= h.Rope.NextSpeedMps * _drumKg * StretchingMps(h);
        }
        double age = state.Plant.SinceStepCycles, early = Fading(EarlyCycles - age, EarlyFade), middle = Fading(MiddleCycles - age, MiddleFade);
        double most = LateShare + middle * (MiddleShare - LateShare) + early * (EarlyShare - MiddleShare);
        double setPointW = Math.Abs(state.Plant.PowerSetPointW);
        wishW *= LoopPerS + early * (EarlyLoopPerS - LoopPerS);
        return Math.Min(Math.Max(wishW, -most * setPointW), Math.Max(most, early * ArrivingShare) * setPointW);
    }

    // Power moves the drum's speed, and exact power calls it back at the rate z: what the rope sees of it is ahead by the angle whose tangent is z over its
    // own rate. So the rope's force counts beside its rate of change.
    private double StretchingMps(in HoistState h)
    {
        double callPerS = h.Rope.SteadyForceN / (_drumKg * Math.Max(Math.Abs(h.SpeedTargetMps), LeastMps));
        double stiffnessNPerM = _stiffnessN / Math.Max(h.RopeLengthM, 1);
        return h.Rope.NextWeightSpeedMps - h.Rope.NextSpeedMps + callPerS * PowerLaw.Swing(h) / stiffnessNPerM;
    }

    private static double Fading(double left, double over) => Math.Min(Math.Max(left / over, 0), 1);
}
