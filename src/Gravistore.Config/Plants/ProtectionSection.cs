using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>Section "protection" of a plant file: one key per property of <see cref="ProtectionParameters"/>.</summary>
internal static class ProtectionSection
{
    public static readonly NumberKey OverspeedWarn = new("overspeedWarn", "Overspeed warning, share of the greatest planned speed", "", 1.01, 1.5);
    public static readonly NumberKey OverspeedStop = new("overspeedStop", "Overspeed that stops under control, share of the greatest planned speed", "", 1.01, 1.5);
    public static readonly NumberKey OverspeedTrip = new("overspeedTrip", "Overspeed that sets the brakes, share of the greatest planned speed", "", 1.02, 1.5);
    public static readonly NumberKey SlackTrip = new("slackTrip", "Slack rope: share of the expected force below which the brakes are set", "", 0.1, 0.95);
    public static readonly NumberKey SlackTripS = new("slackTripS", "For how long before the brakes are set", "s", 0.01, 2);
    public static readonly NumberKey SlackWarn = new("slackWarn", "Slack rope: share of the expected force below which a warning is given", "", 0.1, 0.99);
    public static readonly NumberKey SlackWarnS = new("slackWarnS", "For how long before the warning", "s", 0.01, 10);
    public static readonly NumberKey OverloadBreakingShare = new("overloadBreakingShare", "Overload: share of the breaking force allowed above the greatest static force", "", 0.01, 0.3);
    public static readonly NumberKey OvertravelSoftM = new("overtravelSoftM", "Beyond a landing by more than this: controlled stop", "m", 0.01, 10);
    public static readonly NumberKey OvertravelHardM = new("overtravelHardM", "Beyond a landing by more than this: brakes", "m", 0.02, 20);
    public static readonly NumberKey EnvelopeRetardationMps2 = new("envelopeRetardationMps2", "Retardation the brakes are trusted with", "m/s2", 0.2, 5);
    public static readonly NumberKey EnvelopeFreeAccelerationMps2 = new("envelopeFreeAccelerationMps2", "Acceleration of a hoist that has lost its torque", "m/s2", 0.1, 9.81);
    public static readonly NumberKey EnvelopeReactionS = new("envelopeReactionS", "Time until the brakes retard", "s", 0.05, 2);
    public static readonly NumberKey WrongDirectionM = new("wrongDirectionM", "Distance against the planned direction that trips", "m", 0.02, 2);
    public static readonly NumberKey RollBackM = new("rollBackM", "Roll-back at the opening of a brake that trips", "m", 0.01, 1);
    public static readonly NumberKey SpeedDeviation = new("speedDeviation", "Deviation from the planned speed that trips, share of the greatest planned speed", "", 0.02, 1);
    public static readonly NumberKey SpeedDeviationS = new("speedDeviationS", "For how long", "s", 0.01, 5);
    public static readonly NumberKey BrakeFeedbackS = new("brakeFeedbackS", "Time within which the lift switches must follow the command", "s", 0.05, 10);
    public static readonly NumberKey StaleStopS = new("staleStopS", "Age of a drive's image that stops the hoist", "s", 0.05, 0.15);
    public static readonly NumberKey StaleTripS = new("staleTripS", "Age of a drive's image that sets the brakes", "s", 0.1, 1);
    public static readonly NumberKey MagnetWarnM = new("magnetWarnM", "Disagreement with a shaft magnet that warns", "m", 0.01, 2);
    public static readonly NumberKey MagnetTripM = new("magnetTripM", "Disagreement with a shaft magnet that trips", "m", 0.02, 5);
    public static readonly NumberKey EncoderDifferenceM = new("encoderDifferenceM", "Disagreement of motor and drum encoder that trips", "m", 0.01, 2);

    public static readonly SectionKey Key = new("protection", new SectionSpec("protection", "Limits of the protections",
        OverspeedWarn, OverspeedStop, OverspeedTrip, SlackTrip, SlackTripS, SlackWarn, SlackWarnS, OverloadBreakingShare, OvertravelSoftM, OvertravelHardM,
        EnvelopeRetardationMps2, EnvelopeFreeAccelerationMps2, EnvelopeReactionS, WrongDirectionM, RollBackM, SpeedDeviation, SpeedDeviationS, BrakeFeedbackS,
        StaleStopS, StaleTripS, MagnetWarnM, MagnetTripM, EncoderDifferenceM)
    { RequireSources = true });

    public static ProtectionParameters Read(Section s) => new()
    {
        OverspeedWarn = s.Number(OverspeedWarn),
        OverspeedStop = s.Number(OverspeedStop),
        OverspeedTrip = s.Number(OverspeedTrip),
        SlackTrip = s.Number(SlackTrip),
        SlackTripS = s.Number(SlackTripS),
        SlackWarn = s.Number(SlackWarn),
        SlackWarnS = s.Number(SlackWarnS),
        OverloadBreakingShare = s.Number(OverloadBreakingShare),
        OvertravelSoftM = s.Number(OvertravelSoftM),
        OvertravelHardM = s.Number(OvertravelHardM),
        EnvelopeRetardationMps2 = s.Number(EnvelopeRetardationMps2),
        EnvelopeFreeAccelerationMps2 = s.Number(EnvelopeFreeAccelerationMps2),
        EnvelopeReactionS = s.Number(EnvelopeReactionS),
        WrongDirectionM = s.Number(WrongDirectionM),
        RollBackM = s.Number(RollBackM),
        SpeedDeviation = s.Number(SpeedDeviation),
        SpeedDeviationS = s.Number(SpeedDeviationS),
        BrakeFeedbackS = s.Number(BrakeFeedbackS),
        StaleStopS = s.Number(StaleStopS),
        StaleTripS = s.Number(StaleTripS),
        MagnetWarnM = s.Number(MagnetWarnM),
        MagnetTripM = s.Number(MagnetTripM),
        EncoderDifferenceM = s.Number(EncoderDifferenceM),
    };
}
