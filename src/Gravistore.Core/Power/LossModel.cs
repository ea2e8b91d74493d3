using System.Runtime.CompilerServices;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>
/// What a planned motion gives at the grid, and the other way round. Friction and losses as the controller believes them;
/// docs/control.md, "Losses". All powers are export positive.
/// </summary>
public sealed class LossModel
{
    /// <summary>Below this planned speed the friction fed forward shrinks with it, so that a reversal is no jump [m/s].</summary>
    private const double FrictionBlendMps = 0.004;

    /// <summary>Refinements of a speed per cycle; each leaves a tenth of the error, and the guess is the last cycle's speed.</summary>
    private const int Refinements = 2;

    private readonly LossParameters _p;
    private readonly double _guideForceN;
    private readonly double _gearSpeedForceN;
    private readonly double _drumSideMassKg;
    private readonly double _baseW, _perBaseW;
    private readonly double _perForce;
    private readonly double _perSpeed;
    private readonly double _plantBaseW;

    public LossModel(PlantParameters plant)
        : this((plant ?? throw new ArgumentNullException(nameof(plant))).Hoist, plant.Losses, plant.HoistCount) { }

    public LossModel(HoistParameters hoist, LossParameters losses, int hoistCount)
    {
        ArgumentNullException.ThrowIfNull(hoist);
        ArgumentNullException.ThrowIfNull(losses);
        _p = losses;
        _guideForceN = _p.Guide * hoist.WeightMassKg * Rope.GravityMps2;
        _gearSpeedForceN = _p.GearSpeed * _p.BaseForceN;
        _drumSideMassKg = hoist.DrumSideMassKg;
        _baseW = _p.BasePowerW;
        _perBaseW = 1 / _baseW;
        _perForce = 1 / _p.BaseForceN;
        _perSpeed = 1 / _p.BaseSpeedMps;
        _plantBaseW = _baseW * hoistCount;
    }

    /// <summary>Motor force at the rope for a planned motion [N]: static force, friction against the motion, inertia.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MotorForceN(double staticForceN, double movingMassKg, double speedMps, double accelerationMps2)
    {
        // Beyond the blend the quotient is never below 1: the same bits without a division, which four plans a cycle would wait for.
        double s = speedMps >= FrictionBlendMps ? 1 : speedMps <= -FrictionBlendMps ? -1 : speedMps / FrictionBlendMps;
        double drum = staticForceN - s * _guideForceN;
        double geared = drum - s * _p.RopeSheave * drum;
        double load = s >= 0 ? _p.GearLoadLowering : _p.GearLoadRaising;
        return geared - s * (load * geared + _gearSpeedForceN) - (_drumSideMassKg + movingMassKg) * accelerationMps2;
    }

    /// <summary>Power at the hoist's front end [W] for a motor force at the rope [N] and a speed [m/s].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double FrontEndPowerW(double motorForceN, double speedMps)
    {
        double torque = motorForceN * _perForce, w = Math.Abs(speedMps) * _perSpeed;
        double t2 = torque * torque, w2 = w * w;
        double motor = _p.MotorCopper * t2 + _p.MotorIron * w * Math.Sqrt(w) + _p.MotorWindage * w2 + _p.MotorStray * t2 * w2;
        double inverter = _p.InverterFixed + _p.InverterLinear * Math.Abs(torque) + _p.InverterSquare * t2;
        double dc = motorForceN * speedMps * _perBaseW - motor - inverter;
        double frontEnd = _p.FrontEndFixed + _p.FrontEndLinear * Math.Abs(dc) + _p.FrontEndSquare * dc * dc;
        return (dc - frontEnd) * _baseW;
    }

    /// <summary>Net grid power [W] when the front ends together give <paramref name="busW"/> [W].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double GridPowerW(double busW)
    {
        double q = busW / _plantBaseW;
        return busW - (_p.TransformerFixed + _p.TransformerSquare * q * q + _p.Auxiliary) * _plantBaseW;
    }

    /// <summary>What the front ends must give together [W] for a net grid power [W].</summary>
    public double BusPowerW(double gridW)
    {
        double bus = gridW;
        for (int i = 0; i < 3; i++) bus = gridW + (bus - GridPowerW(bus));
        return bus;
    }

    /// <summary>
    /// Steady speed [m/s] at which a hoist gives <paramref name="powerW"/> at its front end; <paramref name="guessMps"/> is where the search
    /// begins. Acceleration is left out on purpose: a speed that made up for it would overshoot as soon as the acceleration ends.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SpeedForPowerMps(double powerW, double staticForceN, double guessMps)
    {
        double v = guessMps;
        for (int i = 0; i < Refinements; i++)
        {
            double f = MotorForceN(staticForceN, 0, v, 0);
            v = (powerW + (f * v - FrontEndPowerW(f, v))) / f;
        }
        return v;
    }
}
