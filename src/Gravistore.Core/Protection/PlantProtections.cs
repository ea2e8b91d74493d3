using Gravistore.Core.Images;
using Gravistore.Core.Modes;

namespace Gravistore.Core.Protection;

/// <summary>The protections whose scope is the whole plant.</summary>
public static class PlantProtections
{
    /// <summary>Ages above which images are stale [s].</summary>
    public const double IoStaleS = 0.2, MeterStaleS = 0.5;

    /// <summary>Proposal of all protections of the plant in this cycle.</summary>
    /// <param name="input">What is measured.</param>
    /// <param name="plant">The plant's state.</param>
    /// <param name="recorder">Is told what each of them asks for; null = nobody.</param>
    public static Proposal Evaluate(in PlantInput input, in PlantState plant, ProposalRecorder? recorder = null)
    {
        Proposal p = new(recorder, -1);
        if (plant.IoFresh == 0)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.PlantIoStale, input.IoAgeNs * 1e-9, IoStaleS);
        else
        {
            if ((input.Signals & PlantSignals.EmergencyStop) != 0)
                p.Take(Reaction.FullBrakeStop, ProtectionNumber.EmergencyStop, 1, 0);
            if ((input.Signals & PlantSignals.Overspeed) != 0)
                p.Take(Reaction.FullBrakeStop, ProtectionNumber.OverspeedTrip, 1, 0);
            if ((input.Signals & PlantSignals.ChainClosed) == 0)
                p.Take(Reaction.GradedBrakeStop, ProtectionNumber.ChainOpen, 0, 1);
        }
        if (plant.MeterFresh == 0 && plant.Mode == PlantMode.Running)
            p.Take(Reaction.Warn, ProtectionNumber.MeterStale, input.MeterAgeNs * 1e-9, MeterStaleS);
        return p;
    }
}
