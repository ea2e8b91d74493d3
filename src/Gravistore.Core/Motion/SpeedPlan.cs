using System.Runtime.CompilerServices;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Motion;

/// <summary>
/// Jerk-limited speed plan and the speed limits towards both landings.
/// The limits retard to creep speed before the last metres and let the weight settle onto its landing exponentially.
/// </summary>
public sealed class SpeedPlan
{
    /// <summary>Time in which the acceleration of a power step is reached [s].</summary>
    public const double StepRiseS = 0.06;
    private const double CycleS = 0.01;
    /// <summary>The planned retardation uses this share of the allowed one: the rest is room for the jerk limit.</summary>
    private const double RetardationShare = 0.8;
    /// <summary>
    /// A hoist that hands over retards with this share of the planned retardation. The one that takes over must accelerate in step, and
    /// its inertia's power cannot be fed forward, because lowering at exact power is unstable. So the hand-over is slow.
    /// </summary>
    public const double HandOverShare = 0.09;
    /// <summary>How fast the last centimetres are closed [1/s].</summary>
    private const double SettlingPerS = 0.4;
    /// <summary>Time constant with which a plan follows a target that moves within the limits [s].</summary>
    private const double FollowingS = 0.04;

    private readonly MotionParameters _motion;
    private readonly double _upperM;
    private readonly double _lowerM;

    public SpeedPlan(PlantParameters plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _motion = plant.Motion;
        _upperM = plant.Shaft.UpperLandingDepthM;
        _lowerM = plant.Shaft.LowerLandingDepthM;
    }

    /// <summary>Sets the greatest speeds towards the lower and the upper landing, both positive [m/s].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetLimits(ref HoistState hoist, double maxSpeedMps)
    {
        if (hoist.HandOver == 0) hoist.HandOverShare = ShareFor(hoist);
        double share = hoist.HandOver == 1 ? hoist.HandOverShare : RetardationShare;
        hoist.LimitDownMps = Math.Min(maxSpeedMps, LimitMps(_lowerM - hoist.WeightDepthM, share));
        hoist.LimitUpMps = Math.Min(maxSpeedMps, LimitMps(hoist.WeightDepthM - _upperM, share));
        if (hoist.Relieved == 0 || hoist.HandOver == 0) hoist.ReliefLimitMps = Math.Abs(hoist.SpeedRefMps);
        else
        {
            hoist.ReliefLimitMps = Math.Max(hoist.ReliefLimitMps - HandOverShare * _motion.AccelerationMps2 * CycleS, 0);
            hoist.LimitDownMps = Math.Min(hoist.LimitDownMps, hoist.ReliefLimitMps);
            hoist.LimitUpMps = Math.Min(hoist.LimitUpMps, hoist.ReliefLimitMps);
        }
    }

    // Where the successor came late there is less way left than a gentle hand-over takes: then it is as much quicker from its beginning on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double ShareFor(in HoistState hoist)
    {
        double v = hoist.SpeedRefMps, c = _motion.CreepSpeedMps;
        double beyond = (v > 0 ? _lowerM - hoist.WeightDepthM : hoist.WeightDepthM - _upperM) - _motion.CreepDistanceM;
        double needed = beyond > 0 ? (v * v - c * c) / (2 * _motion.AccelerationMps2 * beyond) : RetardationShare;
        return Math.Min(Math.Max(needed, HandOverShare), RetardationShare);
    }

    /// <summary>Greatest planned speed at <paramref name="distanceM"/> before a stop [m/s].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double LimitMps(double distanceM, double share)
    {
        if (distanceM <= 0) return 0;
        double beyond = distanceM - _motion.CreepDistanceM;
        if (beyond <= 0) return Math.Min(_motion.CreepSpeedMps, SettlingPerS * distanceM);
        double v = Math.Min(_motion.CreepSpeedMps, SettlingPerS * _motion.CreepDistanceM);
        return Math.Sqrt(v * v + 2 * share * _motion.AccelerationMps2 * beyond);
    }

    /// <summary>Distance needed from <paramref name="speedMps"/> to a landing while another hoist takes over, creep included [m].</summary>
    public double HandOverDistanceM(double speedMps)
    {
        double v = Math.Abs(speedMps), c = _motion.CreepSpeedMps;
        double retarding = v > c ? (v * v - c * c) / (2 * HandOverShare * _motion.AccelerationMps2) : 0;
        return retarding + _motion.CreepDistanceM;
    }

    /// <summary>Distance from <paramref name="speedMps"/> to rest while another hoist takes over in mid-stroke [m].</summary>
    public double ReliefDistanceM(double speedMps) => speedMps * speedMps / (2 * HandOverShare * _motion.AccelerationMps2);

    /// <summary>Target clipped to the limits of both directions [m/s].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Clip(in HoistState hoist, double targetMps) =>
        targetMps > hoist.LimitDownMps ? hoist.LimitDownMps : targetMps < -hoist.LimitUpMps ? -hoist.LimitUpMps : targetMps;

    /// <summary>One cycle of the plan towards <paramref name="targetMps"/>: next speed and acceleration, within acceleration and jerk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double SpeedMps, double AccelerationMps2) Next(double speedMps, double accelerationMps2, double targetMps, double maxAccelerationMps2)
    {
        double jerk = maxAccelerationMps2 == _motion.AccelerationMps2 ? _motion.JerkMps3 : _motion.JerkMps3 * (maxAccelerationMps2 / _motion.AccelerationMps2);
        return Next(speedMps, accelerationMps2, targetMps, maxAccelerationMps2, jerk);
    }

    /// <summary>The same with the jerk given [m/s3].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double SpeedMps, double AccelerationMps2) Next(double speedMps, double accelerationMps2, double targetMps, double maxAccelerationMps2, double jerk)
    {
        // What is left after this cycle: the acceleration in force still acts through it.
        double error = targetMps - speedMps - accelerationMps2 * CycleS;
        double size = Math.Abs(error);
        // Near the target a first-order approach; beyond it the acceleration from which a constant jerk runs into that approach.
        double near = jerk * FollowingS * FollowingS;
        double wanted = size <= near ? size / FollowingS : Math.Sqrt(2 * jerk * (size - 0.5 * near));
        if (wanted > maxAccelerationMps2) wanted = maxAccelerationMps2;
        if (error < 0) wanted = -wanted;
        double step = jerk * CycleS;
        double next = wanted > accelerationMps2 + step ? accelerationMps2 + step
            : wanted < accelerationMps2 - step ? accelerationMps2 - step : wanted;
        double speed = speedMps + 0.5 * (accelerationMps2 + next) * CycleS;
        return (speed, next);
    }
}
