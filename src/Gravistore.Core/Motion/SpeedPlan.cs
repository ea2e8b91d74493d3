using Gravistore.Core.Parameters;

namespace Gravistore.Core.Motion;

/// <summary>
/// Jerk-limited speed plan and the speed limits towards both landings.
/// The limits retard to creep speed before the last metres and let the weight settle onto its landing exponentially.
/// </summary>
public sealed class SpeedPlan
{
    private const double CycleS = 0.01;
    /// <summary>The planned retardation uses this share of the allowed one: the rest is room for the jerk limit.</summary>
    private const double RetardationShare = 0.8;
    /// <summary>How fast the last centimetres are closed [1/s].</summary>
    private const double SettlingPerS = 1.5;
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
    public void SetLimits(ref HoistState hoist, double maxSpeedMps)
    {
        hoist.LimitDownMps = Math.Min(maxSpeedMps, LimitMps(_lowerM - hoist.WeightDepthM));
        hoist.LimitUpMps = Math.Min(maxSpeedMps, LimitMps(hoist.WeightDepthM - _upperM));
    }

    /// <summary>Greatest planned speed at <paramref name="distanceM"/> before a stop [m/s].</summary>
    public double LimitMps(double distanceM)
    {
        if (distanceM <= 0) return 0;
        double creep = Math.Min(_motion.CreepSpeedMps, SettlingPerS * distanceM);
        double beyond = distanceM - _motion.CreepDistanceM;
        if (beyond <= 0) return creep;
        double v = _motion.CreepSpeedMps;
        return Math.Sqrt(v * v + 2 * RetardationShare * _motion.AccelerationMps2 * beyond);
    }

    /// <summary>Distance needed from <paramref name="speedMps"/> to a landing, creep included [m].</summary>
    public double StoppingDistanceM(double speedMps)
    {
        double v = Math.Abs(speedMps), c = _motion.CreepSpeedMps;
        double retarding = v > c ? (v * v - c * c) / (2 * RetardationShare * _motion.AccelerationMps2) : 0;
        return retarding + _motion.CreepDistanceM;
    }

    /// <summary>Target clipped to the limits of both directions [m/s].</summary>
    public static double Clip(in HoistState hoist, double targetMps) =>
        targetMps > hoist.LimitDownMps ? hoist.LimitDownMps : targetMps < -hoist.LimitUpMps ? -hoist.LimitUpMps : targetMps;

    /// <summary>One cycle of the plan towards <paramref name="targetMps"/>: next speed and acceleration, within acceleration and jerk.</summary>
    public (double SpeedMps, double AccelerationMps2) Next(double speedMps, double accelerationMps2, double targetMps, double maxAccelerationMps2)
    {
        double jerk = _motion.JerkMps3 * (maxAccelerationMps2 / _motion.AccelerationMps2);
        double error = targetMps - speedMps;
        double size = Math.Abs(error);
        // The acceleration from which a constant jerk ends exactly at the target; within reach of it a first-order approach.
        double wanted = Math.Min(maxAccelerationMps2, Math.Min(Math.Sqrt(2 * jerk * size), size / FollowingS));
        if (error < 0) wanted = -wanted;
        double step = jerk * CycleS;
        double next = wanted > accelerationMps2 + step ? accelerationMps2 + step
            : wanted < accelerationMps2 - step ? accelerationMps2 - step : wanted;
        double speed = speedMps + 0.5 * (accelerationMps2 + next) * CycleS;
        return (speed, next);
    }
}
