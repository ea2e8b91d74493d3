using Gravistore.Core.Parameters;

namespace Gravistore.Core.Tests;

/// <summary>Parameters of the reference plant as plain code: Core's tests read no files.</summary>
internal static class TestPlants
{
    public static PlantParameters Reference(int hoists = 8) => new()
    {
        Name = "reference",
        HoistCount = hoists,
        HoistRatedPowerW = 250e3,
        Shaft = new ShaftParameters { DepthM = 530, UpperLandingDepthM = 15, LowerLandingDepthM = 515, OvertravelM = 2, MagnetDepthsM = [65, 165, 265, 365, 465] },
        Hoist = new HoistParameters
        {
            WeightMassKg = 60e3,
            RopeMassPerMetreKg = 24,
            RopeAxialStiffnessN = 318e6,
            RopeBreakingForceN = 3920e3,
            RopeDampingRatio = 0.015,
            DrumDiameterM = 4,
            DrumEquivalentMassKg = 14e3,
            GearRatio = 436,
            MotorInertiaKgM2 = 9,
            MotorRatedTorqueNm = 2716,
            DrumEncoderCountsPerTurn = 131072,
            DrumEncoderZeroCount = 1000,
            LoadCellLagS = 0.03,
            BrakeChannelForceN = 1100e3,
            BrakeDeadTimeS = 0.1,
            BrakeRiseTimeS = 0.2,
            BrakeOpeningTimeS = 0.4,
        },
        Losses = new LossParameters
        {
            BaseForceN = 592.1e3,
            BaseSpeedMps = 0.4895,
            RopeSheave = 0.015,
            Guide = 0.003,
            GearLoadLowering = 0.021,
            GearLoadRaising = 0.021,
            GearSpeed = 0.009,
            MotorCopper = 0.02,
            MotorIron = 0.01,
            MotorWindage = 0.005,
            MotorStray = 0.0067,
            InverterFixed = 0.003,
            InverterLinear = 0.009,
            InverterSquare = 0.004,
            FrontEndFixed = 0.003,
            FrontEndLinear = 0.010,
            FrontEndSquare = 0.005,
            TransformerFixed = 0.0015,
            TransformerSquare = 0.0085,
            Auxiliary = 0.0075,
        },
        Motion = new MotionParameters
        {
            MaxSpeedMps = 0.55,
            AccelerationMps2 = 0.3,
            JerkMps3 = 1,
            StopRetardationMps2 = 0.3,
            StepLoweringMps2 = 1.15,
            StepRaisingMps2 = 0.65,
            PowerByTorque = true,
            CreepSpeedMps = 0.1,
            CreepDistanceM = 1,
            LandingToleranceM = 0.05,
            IdleHoldS = 5,
            MeterCorrectionS = 2,
        },
        Dispatch = new DispatchParameters { SpreadMiddleM = 104, SpreadEndsM = 50, SpreadBandM = 60, ReserveS = 66 },
        Protection = new ProtectionParameters
        {
            OverspeedWarn = 1.05,
            OverspeedStop = 1.10,
            OverspeedTrip = 1.15,
            SlackTrip = 0.6,
            SlackTripS = 0.1,
            SlackWarn = 0.8,
            SlackWarnS = 0.5,
            OverloadBreakingShare = 0.1,
            OvertravelSoftM = 0.2,
            OvertravelHardM = 0.5,
            EnvelopeRetardationMps2 = 1,
            EnvelopeFreeAccelerationMps2 = 1.16,
            EnvelopeReactionS = 0.4,
            WrongDirectionM = 0.3,
            RollBackM = 0.1,
            SpeedDeviation = 0.1,
            SpeedDeviationS = 0.3,
            BrakeFeedbackS = 0.5,
            StaleStopS = 0.05,
            StaleTripS = 0.3,
            MagnetWarnM = 0.2,
            MagnetTripM = 0.5,
            EncoderDifferenceM = 0.1,
        },
        Drive = new DriveParameters { SpeedScalingRpm = 1275, TorqueScalingPercent = 200, MaxTorquePercent = 190, ProveTorquePercent = 50, ProveTimeoutS = 1, CommunicationTimeoutS = 0.3, CommandDelayS = 0.0175, SpeedGain = 1.3685, SpeedIntegrationS = 1, SpeedFilterS = 0.004, GeneratingPowerLimitPercent = 0 },
        Devices = null!, // Core itself never looks at the devices' register maps
    };
}
