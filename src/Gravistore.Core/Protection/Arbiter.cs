using System.Runtime.CompilerServices;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;

namespace Gravistore.Core.Protection;

/// <summary>
/// Picks the most restrictive reaction for every hoist and for the plant, latches what must latch, and is the only one to write outputs.
/// Warnings and limits go with their cause after a hold-off. From a controlled stop upwards a reaction stays until a reset edge finds its cause gone.
/// </summary>
public sealed class Arbiter
{
    /// <summary>A warning is told again only after it has been gone for this long.</summary>
    private const int WarnHoldOffCycles = 500;
    private const double StandstillMps = 0.01;
    /// <summary>A request to open the chain is held for this long.</summary>
    public const int TripRequestCycles = 50;

    private readonly EventRecorder _events;

    public Arbiter(EventRecorder events) => _events = events;

    /// <summary>Takes the plant's proposal into the plant's verdict.</summary>
    public void Judge(in Proposal proposal, ref PlantState plant)
    {
        if (plant.TripRequestCycles > 0) plant.TripRequestCycles--;
        RequestTrip(proposal.Reaction, ref plant);
        plant.CausePresent = proposal.Reaction >= Reaction.ControlledStop ? 1 : 0;
        if (proposal.Reaction >= Reaction.ControlledStop && proposal.Reaction > plant.Latched)
        {
            plant.Latched = proposal.Reaction;
            plant.LatchedCause = proposal.Cause;
            plant.ResetPending = 0;
            if (plant.FirstOut == 0) plant.FirstOut = proposal.Cause;
            _events.Add(proposal.Cause, -1, proposal.Value, proposal.Limit);
        }
        bool latched = plant.Latched >= proposal.Reaction && plant.Latched != Reaction.None;
        plant.Verdict = latched ? plant.Latched : proposal.Reaction;
        plant.VerdictCause = latched ? plant.LatchedCause : proposal.Cause;
        Warn(proposal, -1, ref plant.WarnedBits, ref plant.WarnHoldOffCycles);
    }

    /// <summary>Takes a hoist's proposal into its verdict; what its devices cannot carry out becomes the next higher reaction at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Judge(in Proposal proposal, in HoistInput input, ref HoistState h, ref PlantState plant, int hoist)
    {
        Reaction asked = Escalate(proposal.Reaction, input, h);
        RequestTrip(asked, ref plant);
        h.CausePresent = asked >= Reaction.ControlledStop ? 1 : 0;
        if (asked >= Reaction.ControlledStop && asked > h.Latched)
        {
            h.Latched = asked;
            h.LatchedCause = proposal.Cause;
            h.ResetPending = 0;
            if (plant.FirstOut == 0) plant.FirstOut = proposal.Cause;
            _events.Add(proposal.Cause, hoist, proposal.Value, proposal.Limit);
        }
        h.Latched = Escalate(h.Latched, input, h);
        bool latched = h.Latched >= asked && h.Latched != Reaction.None;
        h.Verdict = latched ? h.Latched : asked;
        h.VerdictCause = latched ? h.LatchedCause : proposal.Cause;
        Warn(proposal, hoist, ref h.WarnedBits, ref h.WarnHoldOffCycles);
    }

    // What only a full brake stop can answer is asked of the hard-wired chain too. The request ends with its cause; the chain stays open until its key.
    private static void RequestTrip(Reaction asked, ref PlantState plant)
    {
        if (asked >= Reaction.FullBrakeStop) plant.TripRequestCycles = TripRequestCycles;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Reaction Escalate(Reaction reaction, in HoistInput input, in HoistState h)
    {
        if (!HoistModes.IsEnergised(h.Mode)) return reaction;
        bool driveObeys = h.DriveFresh == 1 && (input.Drive & (DriveFlags.Faulted | DriveFlags.CommunicationError)) == 0;
        if (reaction is Reaction.ControlledStop or Reaction.DriveRampStop && !driveObeys) reaction = Reaction.GradedBrakeStop;
        if (reaction == Reaction.GradedBrakeStop && h.BrakeFresh == 0) reaction = Reaction.FullBrakeStop;
        return reaction;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Warn(in Proposal proposal, int hoist, ref int told, ref int holdOff)
    {
        bool present = proposal.Reaction is Reaction.Warn or Reaction.LimitPower or Reaction.LimitSpeed;
        if (!present)
        {
            if (told != 0 && ++holdOff > WarnHoldOffCycles) told = 0;
            return;
        }
        holdOff = 0;
        int bit = 1 << (proposal.Cause & 31);
        if ((told & bit) != 0) return;
        told |= bit;
        _events.Add(proposal.Cause, hoist, proposal.Value, proposal.Limit);
    }

    /// <summary>Makes the outputs of one hoist of what its sequence proposes, unless the verdict overrides that. The plant's verdict counts for every hoist.</summary>
    /// <param name="input">The hoist's images.</param>
    /// <param name="h">Remembers the brake command.</param>
    /// <param name="plant">Verdict of the plant.</param>
    /// <param name="output">Holds the proposal and becomes what is sent.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(in HoistInput input, ref HoistState h, in PlantState plant, ref HoistOutput output)
    {
        Reaction verdict = h.Verdict > plant.Verdict ? h.Verdict : plant.Verdict;
        output.Verdict = verdict;
        output.VerdictCause = h.Verdict > plant.Verdict ? h.VerdictCause : plant.VerdictCause;
        if (verdict >= Reaction.DriveRampStop || h.Mode == HoistMode.Tripped) Override(verdict, input, h, ref output);
        h.LastBrakeCommand = output.BrakeCommand;
    }

    // Torque stays on while the brakes take hold; only a hoist at rest on set brakes is switched off.
    private static void Override(Reaction verdict, in HoistInput input, in HoistState h, ref HoistOutput output)
    {
        bool set = (input.Signals & HoistSignals.BrakeASet) != 0 && (input.Signals & HoistSignals.BrakeBSet) != 0;
        bool atRest = h.DriveFresh == 1 && Math.Abs(h.SpeedMps) < StandstillMps;
        output.SpeedReferenceMps = 0;
        if (set && atRest)
        {
            output.ForceFeedForwardN = 0;
            output.DriveCommand = h.ResetPulse == 1 ? DriveCommand.FaultReset : DriveCommand.Off;
            output.BrakeCommand = verdict >= Reaction.FullBrakeStop ? BrakeCommand.ApplyFull : BrakeCommand.Apply;
            return;
        }
        output.DriveCommand = DriveCommand.EmergencyRamp;
        output.ForceFeedForwardN = h.StaticForceN;
        if (verdict == Reaction.DriveRampStop && !atRest && h.LastBrakeCommand == BrakeCommand.Release) output.BrakeCommand = BrakeCommand.Release;
        else output.BrakeCommand = verdict >= Reaction.FullBrakeStop ? BrakeCommand.ApplyFull : BrakeCommand.Apply;
    }
}
