using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>Section "motion" of a plant file.</summary>
internal static class MotionSection
{
    public static readonly NumberKey MaxSpeedMps = new("maxSpeedMps", "Greatest planned speed", "m/s", 0.05, 20);
    public static readonly NumberKey AccelerationMps2 = new("accelerationMps2", "Greatest planned acceleration and retardation", "m/s2", 0.02, 4);
    public static readonly NumberKey JerkMps3 = new("jerkMps3", "Greatest planned jerk", "m/s3", 0.02, 50);
    public static readonly NumberKey StopRetardationMps2 = new("stopRetardationMps2", "Retardation of a controlled stop", "m/s2", 0.05, 4);
    public static readonly NumberKey StepLoweringMps2 = new("stepLoweringMps2", "Acceleration of a power step while lowering", "m/s2", 0.02, 4);
    public static readonly NumberKey StepRaisingMps2 = new("stepRaisingMps2", "Acceleration of a power step while raising", "m/s2", 0.02, 4);
    public static readonly FlagKey PowerByTorque = new("powerByTorque", "Keep power exact and ropes at rest by torque; false: by the plan of speeds alone");
    public static readonly NumberKey CreepSpeedMps = new("creepSpeedMps", "Speed of the last metres before a landing", "m/s", 0.01, 1);
    public static readonly NumberKey CreepDistanceM = new("creepDistanceM", "Distance before a landing that is travelled at creep speed", "m", 0.05, 20);
    public static readonly NumberKey LandingToleranceM = new("landingToleranceM", "A weight this near to its landing stands on it", "m", 0.005, 0.5);
    public static readonly NumberKey IdleHoldS = new("idleHoldS", "How long an unneeded hoist stays held on its motor before its brakes close", "s", 0, 3600);
    public static readonly NumberKey MeterCorrectionS = new("meterCorrectionS", "Time constant of the slow correction to the grid meter", "s", 0.2, 600);

    public static readonly SectionKey Key = new("motion", new SectionSpec("motion", "Limits of planned motion",
        MaxSpeedMps, AccelerationMps2, JerkMps3, StopRetardationMps2, StepLoweringMps2, StepRaisingMps2, PowerByTorque, CreepSpeedMps, CreepDistanceM, LandingToleranceM, IdleHoldS, MeterCorrectionS)
    { RequireSources = true });

    public static MotionParameters Read(Section s) => new()
    {
        MaxSpeedMps = s.Number(MaxSpeedMps),
        AccelerationMps2 = s.Number(AccelerationMps2),
        JerkMps3 = s.Number(JerkMps3),
        StopRetardationMps2 = s.Number(StopRetardationMps2),
        StepLoweringMps2 = s.Number(StepLoweringMps2),
        StepRaisingMps2 = s.Number(StepRaisingMps2),
        PowerByTorque = s.Flag(PowerByTorque),
        CreepSpeedMps = s.Number(CreepSpeedMps),
        CreepDistanceM = s.Number(CreepDistanceM),
        LandingToleranceM = s.Number(LandingToleranceM),
        IdleHoldS = s.Number(IdleHoldS),
        MeterCorrectionS = s.Number(MeterCorrectionS),
    };
}
