using Gravistore.Controller.Startup;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Controller.Journal;

/// <summary>
/// Holds what the journal says against what the absolute encoders say. Only where they agree is the correction learned at shaft magnets taken over,
/// and only then does the controller start: an encoder that was exchanged or slipped while nobody looked would put a weight somewhere else.
/// </summary>
internal static class PositionCheck
{
    /// <summary>A hoist that stood on its brakes may have moved by this much [m]: resolution, rope temperature, a nudge at maintenance.</summary>
    public const double AtRestM = 0.05;
    /// <summary>The journal is this old at most when a hoist moves [s], and a stop by the brakes takes that long at most [s].</summary>
    public const double JournalAgeS = 1.5, BrakeStopS = 2.5;

    /// <summary>Takes corrections over into the controller's state.</summary>
    /// <param name="record">The journal's newest record.</param>
    /// <param name="input">What the encoders say.</param>
    /// <param name="plant">The plant.</param>
    /// <param name="state">Receives the corrections.</param>
    /// <exception cref="StartException">A position is not confirmed, or the journal belongs to another plant.</exception>
    public static void Restore(JournalRecord record, CycleInput input, PlantParameters plant, ControllerState state)
    {
        if (record.Plant != JournalRecord.Shortened(plant.Name) || record.Hoists.Count != plant.HoistCount)
            throw new StartException(StartErrors.JournalOfAnotherPlant, $"the journal belongs to plant '{record.Plant}' with {record.Hoists.Count} hoists, not to '{plant.Name}' with {plant.HoistCount}");
        for (int i = 0; i < plant.HoistCount; i++)
        {
            JournalHoist known = record.Hoists[i];
            double allowedM = known.AtRest ? AtRestM : MovingM(plant), differenceM = input.Hoists[i].RopeLengthM - known.RopeLengthM;
            if (!(Math.Abs(differenceM) <= allowedM))
                throw new StartException(StartErrors.PositionNotConfirmed, FormattableString.Invariant(
                    $"hoist {i + 1}: its drum encoder reads {input.Hoists[i].RopeLengthM:0.000} m of rope, the journal says {known.RopeLengthM:0.000} m {(known.AtRest ? "at rest" : "in motion")}; allowed: a difference of {allowedM:0.00} m"));
            state.Hoists[i].DepthOffsetM = known.DepthOffsetM;
        }
    }

    /// <summary>How far a moving weight can have come since the journal was written [m].</summary>
    public static double MovingM(PlantParameters plant) =>
        plant.Motion.MaxSpeedMps * plant.Protection.OverspeedTrip * (JournalAgeS + plant.Drive.CommunicationTimeoutS + BrakeStopS);
}
