using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gravistore.Core.Power;

/// <summary>
/// How drum, rope and weight go on within one cycle at one rope length, and how far measurements correct them. Each vector says what one of them, or a
/// force on the drum, does to drum speed, rope force, weight speed and load cell, in this order; SI units.
/// </summary>
internal struct ObserverModel
{
    public Vector256<double> BySpeed, ByRopeForce, ByWeightSpeed, ByCell, ByWeightForce, ByResidual, ByDrumForce;
    /// <summary>Share of what the measurements of speed and load cell differ by.</summary>
    public Vector256<double> SpeedGain, CellGain;
    /// <summary>The same of weight force and residual, which nothing moves but measurements.</summary>
    public double WeightForceSpeedGain, ResidualSpeedGain, WeightForceCellGain, ResidualCellGain;
}

/// <summary>
/// How drum, rope and weight go on over the whole command delay at one rope length. Each vector says what one of them, or a force on the drum, does to drum
/// speed, rope force and weight speed, in this order; the fourth is 0.
/// </summary>
internal struct PredictionModel
{
    public Vector256<double> BySpeed, ByRopeForce, ByWeightSpeed, ByWeightForce, ByDrumForce;
    /// <summary>The commands on their way, newest first.</summary>
    public Effects ByCommand;

    [InlineArray(SentValues.Length)]
    internal struct Effects
    {
        private Vector256<double> _first;
    }
}
