using System.Runtime.CompilerServices;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>Friction of guides, sheave and gear as force on the drum, and the weight of the hanging rope that the drum carries itself.</summary>
internal sealed class DrumFriction
{
    /// <summary>Below this speed friction shrinks with it, so that a reversal is no jump [m/s].</summary>
    private const double BlendMps = 0.004;

    private readonly LossParameters _losses;
    private readonly double _perMetreN;
    private readonly double _constantN;

    public DrumFriction(PlantParameters plant)
    {
        _losses = plant.Losses;
        _perMetreN = plant.Hoist.RopeMassPerMetreKg * Rope.GravityMps2 * 2 / 3;
        _constantN = plant.Losses.GearSpeed * plant.Losses.BaseForceN + plant.Losses.Guide * plant.Hoist.WeightMassKg * Rope.GravityMps2;
    }

    /// <summary>Two thirds of the hanging rope's weight [N]: the third that moves with the weight is in the rope force.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double HangingRopeN(double lengthM) => _perMetreN * lengthM;

    /// <summary>Friction against the motion [N], positive while lowering.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ForceN(double drumForceN, double motorForceN, double speedMps)
    {
        double s = speedMps * (1 / BlendMps);
        s = s > 1 ? 1 : s < -1 ? -1 : s;
        double load = s >= 0 ? _losses.GearLoadLowering : _losses.GearLoadRaising;
        return s * (_losses.RopeSheave * drumForceN + load * Math.Abs(motorForceN) + _constantN);
    }
}
