using System.Runtime.CompilerServices;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Core.Power;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Modes;

/// <summary>Leads the plant through its modes: commands, resets, verdicts and the hoists' progress become edges.</summary>
public sealed class PlantSequence
{
    private const double CycleS = 0.01;
    /// <summary>Images must be fresh for this long before the self-test is done; it ends in any case after the second figure.</summary>
    private const int SelfTestCycles = 20;
    private const int SelfTestLimitCycles = 500;
    /// <summary>A reset takes effect only within this time of its edge.</summary>
    private const int ResetWindowCycles = 100;
    private const int FaultResetPulseCycles = 10;
    /// <summary>Hoists that are no longer held close one after the other, so that their holding power does not end all at once [s].</summary>
    private const double CloseAfterS = 4;

    private readonly PlantParameters _plant;
    private readonly PlantModes _modes;
    private readonly HoistModes[] _hoistModes;
    private readonly EventRecorder _events;

    public PlantSequence(PlantParameters plant, PlantModes modes, HoistModes[] hoistModes, EventRecorder events)
    {
        _plant = plant;
        _modes = modes;
        _hoistModes = hoistModes;
        _events = events;
    }

    /// <summary>True once protections can judge: before, nothing has been received yet and nothing may move.</summary>
    public static bool Watching(PlantMode mode) => mode is not (PlantMode.Off or PlantMode.SelfTest);

    /// <summary>Starting: power on, self-test, then tripped with the first-out "start".</summary>
    public void Begin(in PlantInput input, ControllerState state)
    {
        ref PlantState plant = ref state.Plant;
        // A key that is already turned when the controller starts is no edge.
        if (!Watching(plant.Mode)) plant.LastResetKey = Key(input, plant);
        if (plant.Mode == PlantMode.Off) Fire(PlantTrigger.PowerOn, ref plant);
        if (plant.Mode != PlantMode.SelfTest) return;
        bool fresh = plant.IoFresh == 1;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            fresh &= h.DriveFresh == 1 && h.IoFresh == 1 && h.BrakeFresh == 1;
            // Devices that are still starting may send a first position that is none: comparisons begin with the protections.
            h.EncoderDriftM = h.MagnetErrorM = 0;
        }
        if (!(fresh && plant.ModeCycles > SelfTestCycles) && plant.ModeCycles < SelfTestLimitCycles) return;
        plant.Latched = Reaction.ControlledStop;
        plant.LatchedCause = plant.FirstOut = ProtectionNumber.Start;
        _events.Add(ProtectionNumber.Start, -1);
        Fire(PlantTrigger.SelfTestDone, ref plant);
    }

    /// <summary>The reset key's edge, and what it clears within its window.</summary>
    public void Reset(in PlantInput input, ControllerState state)
    {
        ref PlantState plant = ref state.Plant;
        int key = Key(input, plant);
        if (key == 1 && plant.LastResetKey == 0) BeginReset(state);
        plant.LastResetKey = key;
        if (plant.ResetWindowCycles == 0) return;
        plant.ResetWindowCycles--;
        bool pulse = plant.ResetWindowCycles >= ResetWindowCycles - FaultResetPulseCycles;
        bool cleared = ClearPlant(ref plant);
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            h.ResetPulse = pulse && h.ResetPending == 1 ? 1 : 0;
            cleared |= ClearHoist(i, ref h, plant.Verdict < Reaction.ControlledStop);
        }
        if (cleared) _events.Add(EventNumber.Reset, -1, plant.FirstOut);
        if (plant.Verdict < Reaction.ControlledStop && !AnyLatched(state)) plant.FirstOut = 0;
    }

    // The edge counts for what is latched now; what trips later waits for an edge of its own.
    private static void BeginReset(ControllerState state)
    {
        state.Plant.ResetWindowCycles = ResetWindowCycles;
        state.Plant.ResetPending = state.Plant.Latched != Reaction.None ? 1 : 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            state.Hoists[i].ResetPending = state.Hoists[i].Latched != Reaction.None || state.Hoists[i].Mode == HoistMode.Tripped ? 1 : 0;
    }

    private static int Key(in PlantInput input, in PlantState plant) =>
        plant.IoFresh == 1 && (input.Signals & PlantSignals.ResetKey) != 0 ? 1 : 0;

    private bool ClearPlant(ref PlantState plant)
    {
        if (plant.ResetPending == 0 || plant.CausePresent == 1) return false;
        if (plant.Mode is not (PlantMode.Tripped or PlantMode.Parked or PlantMode.Lockout)) return false;
        plant.ResetPending = 0;
        plant.Latched = Reaction.None;
        plant.Verdict = Reaction.None;
        Fire(PlantTrigger.Reset, ref plant);
        return true;
    }

    private bool ClearHoist(int i, ref HoistState h, bool plantClear)
    {
        if (!plantClear || h.CausePresent == 1) return false;
        bool resting = h.Mode is HoistMode.Tripped or HoistMode.Parked && Math.Abs(h.SpeedMps) < 0.01 && h.LastBrakeCommand != BrakeCommand.Release;
        if (h.ResetPending == 0 || !resting) return false;
        h.ResetPending = 0;
        h.Latched = Reaction.None;
        h.Verdict = Reaction.None;
        h.MagnetErrorM = 0;
        h.EncoderDriftM = 0;
        if (h.Mode == HoistMode.Tripped && _hoistModes[i].Fire(HoistTrigger.Reset)) _events.Add(EventNumber.HoistMode, i, (int)h.Mode);
        return true;
    }

    private static bool AnyLatched(ControllerState state)
    {
        for (int i = 0; i < state.Hoists.Length; i++)
            if (state.Hoists[i].Latched != Reaction.None) return true;
        return false;
    }

    /// <summary>Takes the commands of the cycle, oldest first. What cannot be done is refused with an event, never silently.</summary>
    public void Take(CycleInput input, ControllerState state)
    {
        int count = Math.Min(input.CommandCount, CycleInput.MaxCommands);
        for (int c = 0; c < count; c++)
            if (!Take(input.Commands[c], state)) _events.Add(EventNumber.CommandRefused, -1, (int)input.Commands[c].Kind, (int)state.Plant.Mode);
    }

    private bool Take(in Command command, ControllerState state)
    {
        ref PlantState plant = ref state.Plant;
        switch (command.Kind)
        {
            case CommandKind.Arm:
                return plant.Mode == PlantMode.Parked && plant.Verdict < Reaction.ControlledStop && !NoneAvailable(state) && Fire(PlantTrigger.Arm, ref plant);
            case CommandKind.SetPower:
                return SetPower(command, ref plant);
            case CommandKind.Park or CommandKind.ParkAtLanding or CommandKind.Stop:
                if (plant.Mode is not (PlantMode.Arming or PlantMode.Armed or PlantMode.Running or PlantMode.Parked)) return false;
                plant.ParkAtLanding = command.Kind == CommandKind.ParkAtLanding ? 1 : 0;
                if (plant.Mode == PlantMode.Parked) return command.Kind != CommandKind.ParkAtLanding;
                return Fire(command.Kind == CommandKind.Stop ? PlantTrigger.Stop : PlantTrigger.Park, ref plant);
            case CommandKind.BrakeStop:
                return BrakeStop(ProtectionNumber.BrakeStopAsked, ref plant);
            case CommandKind.TripOnSlips:
                return BrakeStop(ProtectionNumber.CycleSlips, ref plant);
            default:
                return false;
        }
    }

    // Latches like a protection's proposal of the same reaction; it clears by the same reset edge.
    private bool BrakeStop(int cause, ref PlantState plant)
    {
        if (!Watching(plant.Mode)) return false;
        if (plant.Latched >= Reaction.GradedBrakeStop) return true;
        plant.Latched = plant.Verdict = Reaction.GradedBrakeStop;
        plant.LatchedCause = plant.VerdictCause = cause;
        plant.ResetPending = 0;
        if (plant.FirstOut == 0) plant.FirstOut = cause;
        _events.Add(cause, -1);
        return true;
    }

    private bool SetPower(in Command command, ref PlantState plant)
    {
        if (!double.IsFinite(command.PowerW) || !double.IsFinite(command.RateWPerS) || command.RateWPerS < 0 || command.ReadyHoists < 0)
        {
            _events.Add(EventNumber.CommandInvalid, -1, (int)command.Kind);
            return false;
        }
        if (plant.Mode == PlantMode.Armed)
        {
            plant.PowerSetPointW = 0;
            Fire(PlantTrigger.Run, ref plant);
        }
        if (plant.Mode != PlantMode.Running) return false;
        double limit = _plant.RatedPowerW, power = command.PowerW;
        bool beyond = Math.Abs(power) > limit;
        if (beyond && plant.PowerTargetW != Math.CopySign(limit, power)) _events.Add(EventNumber.SetPointLimited, -1, power, limit);
        plant.PowerTargetW = beyond ? Math.CopySign(limit, power) : power;
        plant.PowerRateWPerS = command.RateWPerS;
        int ready = Math.Min(command.ReadyHoists, _plant.HoistCount);
        if (command.ReadyHoists > ready && plant.ReadyHoists != ready) _events.Add(EventNumber.ReadyHoistsLimited, -1, command.ReadyHoists, ready);
        plant.ReadyHoists = ready;
        return true;
    }

    /// <summary>Verdicts and the hoists' progress become edges of the plant.</summary>
    public void Progress(ControllerState state)
    {
        ref PlantState plant = ref state.Plant;
        if (plant.Verdict == Reaction.Lockout) Fire(PlantTrigger.Lock, ref plant);
        else if (plant.Verdict >= Reaction.DriveRampStop) Fire(PlantTrigger.Trip, ref plant);
        else if (plant.Verdict == Reaction.ControlledStop && plant.Mode is PlantMode.Arming or PlantMode.Armed or PlantMode.Running) Fire(PlantTrigger.Stop, ref plant);
        if (plant.Mode == PlantMode.Arming && All(state, HoistMode.HoldingOnMotor)) Fire(PlantTrigger.AllHolding, ref plant);
        if (plant.Mode == PlantMode.Stopping && All(state, HoistMode.Parked) && plant.ModeCycles > 2 && AtLandings(state)) Fire(PlantTrigger.AllParked, ref plant);
        if (plant.Mode is PlantMode.Arming or PlantMode.Armed or PlantMode.Running && NoneAvailable(state)) Fire(PlantTrigger.Stop, ref plant);
    }

    private static bool All(ControllerState state, HoistMode mode)
    {
        for (int i = 0; i < state.Hoists.Length; i++)
            if (state.Hoists[i].Mode != mode && state.Hoists[i].Mode != HoistMode.Tripped && !(state.Hoists[i].Verdict >= Reaction.ControlledStop && state.Hoists[i].Mode == HoistMode.Parked)) return false;
        return true;
    }

    private static bool NoneAvailable(ControllerState state)
    {
        for (int i = 0; i < state.Hoists.Length; i++)
            if (state.Hoists[i].Verdict < Reaction.ControlledStop) return false;
        return true;
    }

    private bool AtLandings(ControllerState state)
    {
        if (state.Plant.ParkAtLanding == 0) return true;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (state.Hoists[i].Mode == HoistMode.Parked && state.Hoists[i].Verdict < Reaction.ControlledStop && !AtLanding(state.Hoists[i])) return false;
        return true;
    }

    private bool AtLanding(in HoistState h) => Math.Abs(h.WeightDepthM - NearestLandingM(h)) <= _plant.Motion.LandingToleranceM;

    private double NearestLandingM(in HoistState h)
    {
        double middle = 0.5 * (_plant.Shaft.UpperLandingDepthM + _plant.Shaft.LowerLandingDepthM);
        return h.WeightDepthM < middle ? _plant.Shaft.UpperLandingDepthM : _plant.Shaft.LowerLandingDepthM;
    }

    /// <summary>Whether the plant wants this hoist's brakes open in this cycle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool WantsOpen(int i, in PlantState plant, ref HoistState h)
    {
        h.ParkAtLanding = 0;
        switch (plant.Mode)
        {
            case PlantMode.Arming or PlantMode.Armed:
                h.IdleCycles = 0;
                return true;
            case PlantMode.Running:
                h.IdleCycles = h.Duty == HoistDuty.Idle ? h.IdleCycles + 1 : 0;
                return h.Duty != HoistDuty.Idle || (HoistModes.IsEnergised(h.Mode) && h.IdleCycles * CycleS < _plant.Motion.IdleHoldS + i * CloseAfterS);
            case PlantMode.Stopping when plant.ParkAtLanding == 1:
                bool there = AtLanding(h) && Math.Abs(h.SpeedRefMps) < 0.0005;
                h.ParkAtLanding = 1;
                h.ParkDepthM = NearestLandingM(h);
                return !there;
            default:
                return false;
        }
    }

    private bool Fire(PlantTrigger trigger, ref PlantState plant)
    {
        if (!_modes.Fire(trigger)) return false;
        _events.Add(EventNumber.PlantMode, -1, (int)plant.Mode);
        if (plant.Mode is not PlantMode.Running) plant.PowerTargetW = plant.PowerSetPointW = 0;
        return true;
    }
}
