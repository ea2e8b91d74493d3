using System.Runtime.CompilerServices;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Protection;

/// <summary>
/// The protections of one hoist. Each compares what is measured with what is planned or allowed and proposes a reaction;
/// none acts. Numbers and limits: <see cref="ProtectionNumber"/>, docs/control.md, "Protection limits".
/// </summary>
public sealed class HoistProtections
{
    private const double CycleS = 0.01;
    /// <summary>Temperatures of a brake disc that warn and stop [deg C].</summary>
    public const double DiscWarnC = 150, DiscStopC = 250;
    /// <summary>Time beyond torque proving that a drive may take to become ready [s].</summary>
    private const double ReadyTimeoutS = 2.0;
    /// <summary>Time the drive may take to come to rest before its brake closes [s].</summary>
    private const double ClosingAllowanceS = 3.0;

    private readonly PlantParameters _plant;
    private readonly ProtectionParameters _p;
    private readonly RetardationEnvelope _envelope;
    private readonly double _maxSpeedMps;
    private readonly double _overloadN;
    private readonly double _upperEndM;
    private readonly double _lowerEndM;

    public HoistProtections(PlantParameters plant, RetardationEnvelope envelope, Rope rope)
    {
        ArgumentNullException.ThrowIfNull(plant);
        ArgumentNullException.ThrowIfNull(rope);
        _plant = plant;
        _p = plant.Protection;
        _envelope = envelope;
        _maxSpeedMps = plant.Motion.MaxSpeedMps;
        _overloadN = rope.StaticForceN(plant.Shaft.LowerLandingDepthM) + _p.OverloadBreakingShare * plant.Hoist.RopeBreakingForceN;
        _upperEndM = plant.Shaft.UpperLandingDepthM - plant.Shaft.OvertravelM;
        _lowerEndM = plant.Shaft.LowerLandingDepthM + plant.Shaft.OvertravelM;
    }

    /// <summary>Proposal of all protections of one hoist in this cycle.</summary>
    /// <param name="input">What is measured.</param>
    /// <param name="h">The hoist's state.</param>
    /// <param name="hoist">Its number from 0.</param>
    /// <param name="recorder">Is told what each of them asks for; null = nobody.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Proposal Evaluate(in HoistInput input, ref HoistState h, int hoist = 0, ProposalRecorder? recorder = null)
    {
        Proposal p = new(recorder, hoist);
        Images(input, h, ref p);
        Drive(input, h, ref p);
        if (h.DriveFresh == 1)
        {
            Speed(ref h, ref p);
            Position(h, ref p);
            Direction(ref h, ref p);
        }
        if (h.IoFresh == 1) RopeForce(input, ref h, ref p);
        Brake(input, ref h, ref p);
        return p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Images(in HoistInput input, in HoistState h, ref Proposal p)
    {
        double ageS = input.DriveAgeNs * 1e-9;
        if (h.DriveFresh == 0)
        {
            bool lost = input.DriveQuality == Quality.Never || ageS > _p.StaleTripS || h.DriveStuckCycles * CycleS > _p.StaleTripS;
            p.Take(lost ? Reaction.GradedBrakeStop : Reaction.ControlledStop, lost ? ProtectionNumber.DriveLost : ProtectionNumber.DriveStale, ageS, lost ? _p.StaleTripS : _p.StaleStopS);
        }
        if (h.IoFresh == 0) p.Take(Reaction.ControlledStop, ProtectionNumber.IoStale, input.IoAgeNs * 1e-9, _p.StaleStopS);
        if (h.BrakeFresh == 0) p.Take(Reaction.ControlledStop, ProtectionNumber.BrakeUnitStale, input.BrakeAgeNs * 1e-9, _p.StaleStopS);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Drive(in HoistInput input, in HoistState h, ref Proposal p)
    {
        bool energised = HoistModes.IsEnergised(h.Mode);
        if ((input.Drive & DriveFlags.Faulted) != 0)
            p.Take(energised ? Reaction.GradedBrakeStop : Reaction.ControlledStop, ProtectionNumber.DriveFault, input.FaultCode, 0);
        if (energised && h.DriveFresh == 1 && (input.Drive & DriveFlags.Remote) == 0)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.DriveLocal, 0, 1);
        if (h.Mode == HoistMode.ProvingTorque)
        {
            double t = h.ModeCycles * CycleS;
            if ((input.Drive & DriveFlags.OperationEnabled) == 0)
            {
                if (t > ReadyTimeoutS) p.Take(Reaction.GradedBrakeStop, ProtectionNumber.DriveNotReady, t, ReadyTimeoutS);
            }
            else if (t > ReadyTimeoutS + _plant.Drive.ProveTimeoutS)
                p.Take(Reaction.GradedBrakeStop, ProtectionNumber.TorqueNotProven, t, ReadyTimeoutS + _plant.Drive.ProveTimeoutS);
        }
        else if (HoistModes.IsOpen(h.Mode) && h.DriveFresh == 1 && (input.Drive & DriveFlags.OperationEnabled) == 0)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.DriveNotReady, 0, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Speed(ref HoistState h, ref Proposal p)
    {
        double v = Math.Abs(h.SpeedMps) / _maxSpeedMps;
        if (v > _p.OverspeedTrip) p.Take(Reaction.GradedBrakeStop, ProtectionNumber.OverspeedTrip, v * _maxSpeedMps, _p.OverspeedTrip * _maxSpeedMps);
        else if (v > _p.OverspeedStop) p.Take(Reaction.ControlledStop, ProtectionNumber.OverspeedStop, v * _maxSpeedMps, _p.OverspeedStop * _maxSpeedMps);
        else if (v > _p.OverspeedWarn) p.Take(Reaction.Warn, ProtectionNumber.OverspeedWarning, v * _maxSpeedMps, _p.OverspeedWarn * _maxSpeedMps);
        bool off = HoistModes.IsOpen(h.Mode) && Math.Abs(h.SpeedMps - h.SpeedRefMps) > _p.SpeedDeviation * _maxSpeedMps;
        h.SpeedDeviationCycles = off ? h.SpeedDeviationCycles + 1 : 0;
        if (h.SpeedDeviationCycles * CycleS > _p.SpeedDeviationS)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.SpeedDeviation, h.SpeedMps - h.SpeedRefMps, _p.SpeedDeviation * _maxSpeedMps);
        if (Math.Abs(h.EncoderDriftM) > _p.EncoderDifferenceM)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.EncoderDifference, h.EncoderDriftM, _p.EncoderDifferenceM);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Position(in HoistState h, ref Proposal p)
    {
        if (h.RopeLengthM < -1 || h.RopeLengthM > _plant.Shaft.DepthM + 1)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.PositionLost, h.RopeLengthM, _plant.Shaft.DepthM);
        double z = h.WeightDepthM;
        double distance = h.SpeedMps >= 0 ? _lowerEndM - z : z - _upperEndM;
        double limit = _envelope.TripSpeedMps(distance);
        if (Math.Abs(h.SpeedMps) > limit && Math.Abs(h.SpeedMps) > 0.01)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.Envelope, h.SpeedMps, limit);
        Overtravel(_plant.Shaft.UpperLandingDepthM - z, ProtectionNumber.OverwindSoft, ProtectionNumber.OverwindHard, ref p);
        Overtravel(z - _plant.Shaft.LowerLandingDepthM, ProtectionNumber.UnderwindSoft, ProtectionNumber.UnderwindHard, ref p);
        double magnet = Math.Abs(h.MagnetErrorM);
        if (magnet > _p.MagnetTripM) p.Take(Reaction.ControlledStop, ProtectionNumber.MagnetTrip, h.MagnetErrorM, _p.MagnetTripM);
        else if (magnet > _p.MagnetWarnM) p.Take(Reaction.LimitSpeed, ProtectionNumber.MagnetWarning, h.MagnetErrorM, _p.MagnetWarnM);
    }

    private void Overtravel(double beyondM, int soft, int hard, ref Proposal p)
    {
        if (beyondM > _p.OvertravelHardM) p.Take(Reaction.GradedBrakeStop, hard, beyondM, _p.OvertravelHardM);
        else if (beyondM > _p.OvertravelSoftM) p.Take(Reaction.ControlledStop, soft, beyondM, _p.OvertravelSoftM);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Direction(ref HoistState h, ref Proposal p)
    {
        bool planned = HoistModes.IsOpen(h.Mode) && Math.Abs(h.SpeedRefMps) > 0.02;
        bool against = planned && h.SpeedMps * h.SpeedRefMps < 0 && Math.Abs(h.SpeedMps) > 0.005;
        h.WrongDirectionM = against ? h.WrongDirectionM + Math.Abs(h.SpeedMps) * CycleS : planned ? 0 : h.WrongDirectionM;
        if (!HoistModes.IsOpen(h.Mode)) h.WrongDirectionM = 0;
        if (h.WrongDirectionM > _p.WrongDirectionM)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.WrongDirection, h.WrongDirectionM, _p.WrongDirectionM);
        if (h.Mode != HoistMode.OpeningBrake) return;
        double rolled = h.RopeLengthM - h.OpeningLengthM;
        if (Math.Abs(rolled) > _p.RollBackM) p.Take(Reaction.GradedBrakeStop, ProtectionNumber.RollBack, rolled, _p.RollBackM);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RopeForce(in HoistInput input, ref HoistState h, ref Proposal p)
    {
        bool open = HoistModes.IsOpen(h.Mode) || h.Mode == HoistMode.OpeningBrake;
        if (input.RopeForceQuality != Quality.Good)
        {
            if (open) p.Take(Reaction.ControlledStop, ProtectionNumber.RopeForceLost, 0, 1);
            return;
        }
        double expected = h.StaticForceN, force = input.RopeForceN;
        if (force > _overloadN) p.Take(Reaction.GradedBrakeStop, ProtectionNumber.Overload, force, _overloadN);
        h.SlackTripCycles = open && force < _p.SlackTrip * expected ? h.SlackTripCycles + 1 : 0;
        h.SlackWarnCycles = open && force < _p.SlackWarn * expected ? h.SlackWarnCycles + 1 : 0;
        if (h.SlackTripCycles * CycleS >= _p.SlackTripS)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.SlackTrip, force, _p.SlackTrip * expected);
        else if (h.SlackWarnCycles * CycleS >= _p.SlackWarnS)
            p.Take(Reaction.Warn, ProtectionNumber.SlackWarning, force, _p.SlackWarn * expected);
        if (open && (input.Signals & HoistSignals.SlackRope) != 0)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.SlackTrip, force, _p.SlackTrip * expected);
        if ((input.Signals & (HoistSignals.UpperOvertravel | HoistSignals.LowerOvertravel)) != 0)
            p.Take(Reaction.FullBrakeStop, ProtectionNumber.OvertravelSwitch, h.WeightDepthM, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Brake(in HoistInput input, ref HoistState h, ref Proposal p)
    {
        if (input.BrakeState == BrakeUnitState.Fault && h.BrakeFresh == 1)
            p.Take(Reaction.ControlledStop, ProtectionNumber.BrakeUnitFault, input.BrakeFaultBits, 0);
        if (h.BrakeFresh == 1 && input.DiscTemperatureC > DiscStopC) p.Take(Reaction.ControlledStop, ProtectionNumber.DiscHot, input.DiscTemperatureC, DiscStopC);
        else if (h.BrakeFresh == 1 && input.DiscTemperatureC > DiscWarnC) p.Take(Reaction.Warn, ProtectionNumber.DiscHot, input.DiscTemperatureC, DiscWarnC);
        if (h.IoFresh == 0) return;
        bool lifted = (input.Signals & HoistSignals.BrakeALifted) != 0 && (input.Signals & HoistSignals.BrakeBLifted) != 0;
        bool set = (input.Signals & HoistSignals.BrakeASet) != 0 && (input.Signals & HoistSignals.BrakeBSet) != 0;
        double allowed = _p.BrakeFeedbackS + (h.Mode == HoistMode.OpeningBrake ? _plant.Hoist.BrakeOpeningTimeS
            : _plant.Hoist.BrakeDeadTimeS + _plant.Hoist.BrakeRiseTimeS + (h.Mode == HoistMode.ClosingBrake ? ClosingAllowanceS : 0));
        bool asked = h.LastBrakeCommand == BrakeCommand.Release;
        bool wrong = asked ? h.Mode == HoistMode.OpeningBrake && !lifted : !set;
        h.BrakeFeedbackCycles = wrong ? h.BrakeFeedbackCycles + 1 : 0;
        if (HoistModes.IsOpen(h.Mode) && asked && !lifted)
            p.Take(Reaction.GradedBrakeStop, ProtectionNumber.BrakeLost, 0, 1);
        else if (wrong && h.BrakeFeedbackCycles * CycleS > allowed)
            p.Take(asked ? Reaction.GradedBrakeStop : Reaction.FullBrakeStop, asked ? ProtectionNumber.BrakeNotLifted : ProtectionNumber.BrakeNotSet, h.BrakeFeedbackCycles * CycleS, allowed);
    }
}
