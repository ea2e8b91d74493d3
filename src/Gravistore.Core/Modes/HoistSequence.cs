using System.Runtime.CompilerServices;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Power;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Modes;

/// <summary>
/// Leads one hoist through its modes: finds the edges, fires them, sets the speed target of hoists that do not share power,
/// and proposes the drive and brake commands of each mode.
/// </summary>
public sealed class HoistSequence
{
    private const double CycleS = 0.01;
    /// <summary>A plan above this speed is motion [m/s], one below <see cref="RestMps"/> is rest.</summary>
    private const double MotionMps = 0.002;
    private const double RestMps = 0.0005;
    private const double StandstillMps = 0.004;
    /// <summary>Travel to a landing for parking goes at this share of the greatest speed.</summary>
    private const double ParkSpeedShare = 0.2;
    /// <summary>After the lift switches the drive needs this long to follow its references [s].</summary>
    private const double FollowingDelayS = 0.1;

    private readonly PlantParameters _plant;
    private readonly HoistModes[] _modes;
    private readonly EventRecorder _events;

    public HoistSequence(PlantParameters plant, HoistModes[] modes, EventRecorder events)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _plant = plant;
        _modes = modes;
        _events = events;
    }

    /// <summary>Fires this cycle's edges of one hoist. <paramref name="wantsOpen"/>: the plant wants it held on its motor or moving.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(int i, in HoistInput input, ref HoistState h, in PlantState plant, bool wantsOpen)
    {
        HoistMode before = h.Mode;
        HoistModes modes = _modes[i];
        Reaction verdict = h.Verdict > plant.Verdict ? h.Verdict : plant.Verdict;
        if (verdict >= Reaction.DriveRampStop && h.Mode != HoistMode.Tripped && (h.Mode != HoistMode.Parked || h.Verdict >= Reaction.DriveRampStop))
            modes.Fire(HoistTrigger.Trip);
        else
            Follow(modes, input, ref h, wantsOpen && verdict < Reaction.ControlledStop, verdict >= Reaction.ControlledStop);
        if (h.Mode != before) Entered(i, ref h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Follow(HoistModes modes, in HoistInput input, ref HoistState h, bool wantsOpen, bool stop)
    {
        switch (h.Mode)
        {
            case HoistMode.Parked:
                if (wantsOpen) modes.Fire(HoistTrigger.Start);
                break;
            case HoistMode.ProvingTorque:
                if (!wantsOpen) modes.Fire(HoistTrigger.Close);
                else if ((input.Drive & DriveFlags.BrakeOpenCommand) != 0) modes.Fire(HoistTrigger.TorqueProven);
                break;
            case HoistMode.OpeningBrake:
                if (!wantsOpen) modes.Fire(HoistTrigger.Close);
                else if (Lifted(input) && h.ModeCycles * CycleS > FollowingDelayS) modes.Fire(HoistTrigger.BrakesLifted);
                break;
            case HoistMode.Stopping:
                h.SpeedTargetMps = 0;
                if (Math.Abs(h.SpeedRefMps) < RestMps && Math.Abs(h.SpeedMps) < StandstillMps) modes.Fire(HoistTrigger.Standstill);
                break;
            case HoistMode.ClosingBrake:
                bool released = (input.Drive & (DriveFlags.Modulating | DriveFlags.BrakeOpenCommand)) == 0;
                if (Set(input) && released) modes.Fire(HoistTrigger.BrakesSet);
                break;
            case HoistMode.HoldingOnMotor or HoistMode.Lowering or HoistMode.Raising or HoistMode.Approaching:
                FollowOpen(modes, ref h, wantsOpen, stop);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FollowOpen(HoistModes modes, ref HoistState h, bool wantsOpen, bool stop)
    {
        if (h.Duty == HoistDuty.Idle || stop) h.SpeedTargetMps = stop || h.ParkAtLanding == 0 ? 0 : ParkSpeed(h);
        bool moving = Math.Abs(h.SpeedRefMps) > MotionMps;
        bool resting = Math.Abs(h.SpeedRefMps) < RestMps;
        if (stop || (!wantsOpen && !resting))
        {
            modes.Fire(HoistTrigger.Stop);
            return;
        }
        if (!wantsOpen && h.Mode == HoistMode.HoldingOnMotor && Math.Abs(h.SpeedMps) < StandstillMps) modes.Fire(HoistTrigger.Close);
        else if (resting && h.Mode != HoistMode.HoldingOnMotor) modes.Fire(HoistTrigger.Hold);
        else if (moving) FireDirection(modes, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FireDirection(HoistModes modes, in HoistState h)
    {
        bool down = h.SpeedRefMps > 0;
        double left = down ? _plant.Shaft.LowerLandingDepthM - h.WeightDepthM : h.WeightDepthM - _plant.Shaft.UpperLandingDepthM;
        bool underWay = h.Mode is HoistMode.Lowering or HoistMode.Raising or HoistMode.Approaching;
        bool approaching = underWay && left < _plant.Motion.CreepDistanceM;
        if (approaching)
        {
            if (h.Mode != HoistMode.Approaching) modes.Fire(HoistTrigger.Approach);
        }
        else if (down && h.Mode != HoistMode.Lowering) modes.Fire(HoistTrigger.Lower);
        else if (!down && h.Mode != HoistMode.Raising) modes.Fire(HoistTrigger.Raise);
    }

    private double ParkSpeed(in HoistState h)
    {
        double distance = h.ParkDepthM - h.WeightDepthM;
        if (Math.Abs(distance) < 0.2 * _plant.Motion.LandingToleranceM) return 0;
        return Math.Sign(distance) * ParkSpeedShare * _plant.Motion.MaxSpeedMps;
    }

    private void Entered(int i, ref HoistState h)
    {
        _events.Add(EventNumber.HoistMode, i, (int)h.Mode);
        if (h.Mode == HoistMode.ProvingTorque) h.Starts++;
        if (h.Mode == HoistMode.OpeningBrake) h.OpeningLengthM = h.RopeLengthM;
        if (h.Mode is HoistMode.Parked or HoistMode.Tripped)
        {
            h.SpeedRefMps = h.AccelerationRefMps2 = h.SpeedTargetMps = 0;
            h.Duty = HoistDuty.Idle;
            h.IdleCycles = 0;
        }
        int direction = h.Mode == HoistMode.Lowering ? 1 : h.Mode == HoistMode.Raising ? -1 : 0;
        if (direction == 0) return;
        if (h.LastDirection == -direction) h.Reversals++;
        h.LastDirection = direction;
    }

    /// <summary>The commands that the present mode asks for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Propose(in HoistInput input, in HoistState h, ref HoistOutput output)
    {
        output.Mode = h.Mode;
        output.SpeedReferenceMps = 0;
        output.ForceFeedForwardN = 0;
        output.DriveCommand = h.ResetPulse == 1 ? DriveCommand.FaultReset : DriveCommand.Off;
        output.BrakeCommand = BrakeCommand.Apply;
        switch (h.Mode)
        {
            case HoistMode.ProvingTorque:
                output.DriveCommand = TowardsRun(input);
                output.ForceFeedForwardN = h.StaticForceN;
                break;
            case HoistMode.OpeningBrake:
                output.DriveCommand = DriveCommand.Run;
                output.ForceFeedForwardN = h.StaticForceN;
                output.BrakeCommand = BrakeCommand.Release;
                break;
            case HoistMode.ClosingBrake:
                output.ForceFeedForwardN = h.StaticForceN;
                break;
            default:
                if (!HoistModes.IsOpen(h.Mode)) break;
                output.DriveCommand = DriveCommand.Run;
                output.BrakeCommand = BrakeCommand.Release;
                output.SpeedReferenceMps = h.CommandSpeedMps;
                output.ForceFeedForwardN = h.CommandForceN;
                break;
        }
    }

    // The drive must pass through its states one after the other: off, ready to switch on, ready to operate, run.
    private static DriveCommand TowardsRun(in HoistInput input)
    {
        if ((input.Drive & DriveFlags.SwitchOnInhibited) != 0 || (input.Drive & (DriveFlags.ReadyToSwitchOn | DriveFlags.ReadyToOperate)) == 0) return DriveCommand.Off;
        return (input.Drive & DriveFlags.ReadyToOperate) != 0 ? DriveCommand.Run : DriveCommand.Ready;
    }

    private static bool Lifted(in HoistInput input) =>
        (input.Signals & HoistSignals.BrakeALifted) != 0 && (input.Signals & HoistSignals.BrakeBLifted) != 0;

    private static bool Set(in HoistInput input) =>
        (input.Signals & HoistSignals.BrakeASet) != 0 && (input.Signals & HoistSignals.BrakeBSet) != 0;
}
