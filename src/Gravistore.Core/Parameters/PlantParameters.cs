namespace Gravistore.Core.Parameters;

/// <summary>All that the controller believes about one plant: immutable, SI units, read once from a plant file. Every hoist of a plant is alike.</summary>
public sealed record PlantParameters
{
    /// <summary>Short name of the plant, as in its file.</summary>
    public required string Name { get; init; }
    /// <summary>Number of hoists, 1 to 64.</summary>
    public required int HoistCount { get; init; }
    /// <summary>Rated net power of one hoist at the grid meter, both directions [W].</summary>
    public required double HoistRatedPowerW { get; init; }
    public required ShaftParameters Shaft { get; init; }
    public required HoistParameters Hoist { get; init; }
    public required LossParameters Losses { get; init; }
    public required MotionParameters Motion { get; init; }
    public required DispatchParameters Dispatch { get; init; }
    public required ProtectionParameters Protection { get; init; }
    public required DriveParameters Drive { get; init; }
    public required DeviceProfiles Devices { get; init; }

    /// <summary>Rated net power of the plant at the grid meter [W].</summary>
    public double RatedPowerW => HoistCount * HoistRatedPowerW;
}

/// <summary>The shaft, seen along one guide compartment. Depths are weight depths below the drum's tangent point [m].</summary>
public sealed record ShaftParameters
{
    /// <summary>Depth of the shaft [m].</summary>
    public required double DepthM { get; init; }
    /// <summary>Weight depth at the upper landing [m].</summary>
    public required double UpperLandingDepthM { get; init; }
    /// <summary>Weight depth at the lower landing [m].</summary>
    public required double LowerLandingDepthM { get; init; }
    /// <summary>Distance from a landing to the ultimate, hard-wired limit switch beyond it [m].</summary>
    public required double OvertravelM { get; init; }
    /// <summary>Weight depths of the shaft magnets, ascending [m].</summary>
    public required IReadOnlyList<double> MagnetDepthsM { get; init; }
    /// <summary>Stroke between the landings [m].</summary>
    public double StrokeM => LowerLandingDepthM - UpperLandingDepthM;
}

/// <summary>Mechanics of one hoist.</summary>
public sealed record HoistParameters
{
    /// <summary>Suspended mass without ropes [kg].</summary>
    public required double WeightMassKg { get; init; }
    /// <summary>Mass per metre of all ropes of the hoist together [kg/m].</summary>
    public required double RopeMassPerMetreKg { get; init; }
    /// <summary>Axial stiffness E·A of all ropes of the hoist together [N].</summary>
    public required double RopeAxialStiffnessN { get; init; }
    /// <summary>Minimum breaking force of all ropes of the hoist together [N].</summary>
    public required double RopeBreakingForceN { get; init; }
    /// <summary>Damping ratio of the first longitudinal rope mode with the drum held, 0.005 to 0.1.</summary>
    public required double RopeDampingRatio { get; init; }
    /// <summary>Effective drum diameter at the rope's centre [m].</summary>
    public required double DrumDiameterM { get; init; }
    /// <summary>Drum, shaft and sheave inertia as mass at the rope [kg].</summary>
    public required double DrumEquivalentMassKg { get; init; }
    /// <summary>Motor revolutions per drum revolution.</summary>
    public required double GearRatio { get; init; }
    /// <summary>Inertia of motor, coupling and brake disc on the motor's shaft [kg m2].</summary>
    public required double MotorInertiaKgM2 { get; init; }
    /// <summary>Torque that the drive calls 100 % [N m].</summary>
    public required double MotorRatedTorqueNm { get; init; }
    /// <summary>Counts per drum revolution of the absolute drum encoder.</summary>
    public required int DrumEncoderCountsPerTurn { get; init; }
    /// <summary>Count of the absolute drum encoder at zero rope length.</summary>
    public required int DrumEncoderZeroCount { get; init; }
    /// <summary>Lag of the rope force transmitter [s].</summary>
    public required double LoadCellLagS { get; init; }
    /// <summary>Brake force of one channel at the rope with cold linings [N].</summary>
    public required double BrakeChannelForceN { get; init; }
    /// <summary>Time from loss of the release command to the first brake force [s].</summary>
    public required double BrakeDeadTimeS { get; init; }
    /// <summary>Time in which the brake force then rises to its full value [s].</summary>
    public required double BrakeRiseTimeS { get; init; }
    /// <summary>Time from the release command until both channels report lifted [s].</summary>
    public required double BrakeOpeningTimeS { get; init; }

    /// <summary>Inertia of drum, gear and motor as mass at the rope [kg].</summary>
    public double DrumSideMassKg
    {
        get
        {
            double perMetre = GearRatio / (0.5 * DrumDiameterM);
            return DrumEquivalentMassKg + MotorInertiaKgM2 * perMetre * perMetre;
        }
    }
}

/// <summary>Loss factors, each per unit of <see cref="BasePowerW"/>; source and meaning in docs/physics.md.</summary>
public sealed record LossParameters
{
    /// <summary>Rope force at which the motor's torque is 1 per unit [N].</summary>
    public required double BaseForceN { get; init; }
    /// <summary>Rope speed at which the motor's speed is 1 per unit [m/s].</summary>
    public required double BaseSpeedMps { get; init; }
    /// <summary>Rope bending and sheaves, share of the rope force.</summary>
    public required double RopeSheave { get; init; }
    /// <summary>Guides, share of the weight force.</summary>
    public required double Guide { get; init; }
    /// <summary>Gear, share of the transmitted force while power flows from the drum to the motor.</summary>
    public required double GearLoadLowering { get; init; }
    /// <summary>Gear, share of the transmitted force while power flows from the motor to the drum.</summary>
    public required double GearLoadRaising { get; init; }
    /// <summary>Gear, share proportional to speed alone.</summary>
    public required double GearSpeed { get; init; }
    /// <summary>Motor copper, times torque squared.</summary>
    public required double MotorCopper { get; init; }
    /// <summary>Motor iron, times speed to the power 1.5.</summary>
    public required double MotorIron { get; init; }
    /// <summary>Motor windage, times speed squared.</summary>
    public required double MotorWindage { get; init; }
    /// <summary>Motor stray, times torque squared and speed squared.</summary>
    public required double MotorStray { get; init; }
    public required double InverterFixed { get; init; }
    public required double InverterLinear { get; init; }
    public required double InverterSquare { get; init; }
    public required double FrontEndFixed { get; init; }
    public required double FrontEndLinear { get; init; }
    public required double FrontEndSquare { get; init; }
    /// <summary>Transformer, per unit of the whole plant.</summary>
    public required double TransformerFixed { get; init; }
    /// <summary>Transformer, times plant power squared, per unit of the whole plant.</summary>
    public required double TransformerSquare { get; init; }
    /// <summary>Auxiliaries, per unit of the whole plant.</summary>
    public required double Auxiliary { get; init; }
    /// <summary>Base of all per-unit factors of one hoist [W].</summary>
    public double BasePowerW => BaseForceN * BaseSpeedMps;
}

/// <summary>Limits of planned motion.</summary>
public sealed record MotionParameters
{
    /// <summary>Greatest planned speed [m/s].</summary>
    public required double MaxSpeedMps { get; init; }
    /// <summary>Greatest planned acceleration and retardation [m/s2].</summary>
    public required double AccelerationMps2 { get; init; }
    /// <summary>Greatest planned jerk [m/s3].</summary>
    public required double JerkMps3 { get; init; }
    /// <summary>Retardation of a controlled stop [m/s2].</summary>
    public required double StopRetardationMps2 { get; init; }
    /// <summary>
    /// Acceleration of a power step, lowering and raising [m/s2]: what ropes and motor bear, beyond the planned one.
    /// Downwards the ropes keep 1 - 2 a/g of their force at worst, upwards the motor gives the force of all inertia on top.
    /// </summary>
    public required double StepLoweringMps2 { get; init; }
    public required double StepRaisingMps2 { get; init; }
    /// <summary>
    /// True: while Running, motor forces keep total power exact and damp the ropes (docs/power.md). False: power follows the plan of speeds
    /// alone, for plants whose inertia is too small against their weight for the law's gains.
    /// </summary>
    public required bool PowerByTorque { get; init; }
    /// <summary>Speed of the last metres before a landing [m/s].</summary>
    public required double CreepSpeedMps { get; init; }
    /// <summary>Distance before a landing that is travelled at creep speed [m].</summary>
    public required double CreepDistanceM { get; init; }
    /// <summary>A weight this near to its landing stands on it [m].</summary>
    public required double LandingToleranceM { get; init; }
    /// <summary>How long an unneeded hoist stays held on its motor before its brakes close [s].</summary>
    public required double IdleHoldS { get; init; }
    /// <summary>Time constant of the slow correction to the grid meter [s].</summary>
    public required double MeterCorrectionS { get; init; }
}

/// <summary>
/// How the allocator chooses among hoists. Depths are kept apart, because ropes of one length swing at one rate and cannot damp each
/// other; what that costs in travel is bounded.
/// </summary>
public sealed record DispatchParameters
{
    /// <summary>Half of the distance between highest and lowest weight to keep at half charge [m]; 0 = no spread.</summary>
    public required double SpreadMiddleM { get; init; }
    /// <summary>The same at a tenth of the charge from full or empty [m]; between, in proportion; at the ends none.</summary>
    public required double SpreadEndsM { get; init; }
    /// <summary>Distance between highest and lowest weight allowed beyond the spread to keep [m]: more means fewer starts and less full power.</summary>
    public required double SpreadBandM { get; init; }
    /// <summary>Time at full power for which every hoist keeps travel, as long as the charge leaves it [s].</summary>
    public required double ReserveS { get; init; }
}

/// <summary>Limits of the protections; docs/physics.md and each plant file name their sources.</summary>
public sealed record ProtectionParameters
{
    /// <summary>Overspeed thresholds, share of the greatest planned speed: warning, controlled stop, brake stop.</summary>
    public required double OverspeedWarn { get; init; }
    public required double OverspeedStop { get; init; }
    public required double OverspeedTrip { get; init; }
    /// <summary>Slack rope: share of the expected force below which a brake stop follows after <see cref="SlackTripS"/>.</summary>
    public required double SlackTrip { get; init; }
    public required double SlackTripS { get; init; }
    public required double SlackWarn { get; init; }
    public required double SlackWarnS { get; init; }
    /// <summary>Overload: share of the rope breaking force allowed above the greatest static force.</summary>
    public required double OverloadBreakingShare { get; init; }
    /// <summary>Overwind and underwind by measured position: beyond a landing by more than this [m].</summary>
    public required double OvertravelSoftM { get; init; }
    public required double OvertravelHardM { get; init; }
    /// <summary>Envelope: assumed brake retardation [m/s2], free acceleration when torque is lost [m/s2], reaction time [s].</summary>
    public required double EnvelopeRetardationMps2 { get; init; }
    public required double EnvelopeFreeAccelerationMps2 { get; init; }
    public required double EnvelopeReactionS { get; init; }
    /// <summary>Wrong direction: distance against the planned direction that trips [m].</summary>
    public required double WrongDirectionM { get; init; }
    /// <summary>Roll-back at the opening of a brake that trips [m].</summary>
    public required double RollBackM { get; init; }
    /// <summary>Speed against plan: deviation that trips, share of the greatest planned speed, and for how long [s].</summary>
    public required double SpeedDeviation { get; init; }
    public required double SpeedDeviationS { get; init; }
    /// <summary>Brake feedback: time within which the lift switches must follow the command [s].</summary>
    public required double BrakeFeedbackS { get; init; }
    /// <summary>Age above which a drive's image is stale: stop, and trip [s].</summary>
    public required double StaleStopS { get; init; }
    public required double StaleTripS { get; init; }
    /// <summary>Position against a shaft magnet: alarm and trip [m].</summary>
    public required double MagnetWarnM { get; init; }
    public required double MagnetTripM { get; init; }
    /// <summary>Motor encoder against drum encoder: position difference that trips [m].</summary>
    public required double EncoderDifferenceM { get; init; }
}

/// <summary>How the drives of this plant are set; the same numbers stand in the drives' own parameters.</summary>
public sealed record DriveParameters
{
    /// <summary>46.01: motor speed at full-scale reference [rpm].</summary>
    public required double SpeedScalingRpm { get; init; }
    /// <summary>46.03: torque at full-scale reference [% of rated torque].</summary>
    public required double TorqueScalingPercent { get; init; }
    /// <summary>30.20: greatest torque [% of rated torque].</summary>
    public required double MaxTorquePercent { get; init; }
    /// <summary>44.10: torque that proves the drive before a brake opens [% of rated torque].</summary>
    public required double ProveTorquePercent { get; init; }
    /// <summary>Time allowed for torque proving [s].</summary>
    public required double ProveTimeoutS { get; init; }
    /// <summary>Communication time-out set in the drive [s].</summary>
    public required double CommunicationTimeoutS { get; init; }
    /// <summary>Delay from the controller's output to torque at the motor, as measured or believed [s].</summary>
    public required double CommandDelayS { get; init; }
    /// <summary>25.02: torque per speed error, both per unit of rated torque and of <see cref="SpeedScalingRpm"/>.</summary>
    public required double SpeedGain { get; init; }
    /// <summary>25.03: integration time of the speed loop [s], 0 = none.</summary>
    public required double SpeedIntegrationS { get; init; }
    /// <summary>Filter of the speed feedback: the drive's speed is that much older [s].</summary>
    public required double SpeedFilterS { get; init; }
    /// <summary>30.27: generating power limit [% of rated power]; 0 = off, and nothing else is accepted.</summary>
    public required double GeneratingPowerLimitPercent { get; init; }
}
