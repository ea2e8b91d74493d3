using System.Runtime.CompilerServices;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>
/// Turns the power set point into a speed plan for every open hoist, v = P / F with the static force and the losses inverted.
/// The measured force never enters: fed back it would feed the rope's bounce. Hoists that are held by a limit (acceleration,
/// landing, rating) keep what they can give; the others share the remainder, and so a hand-over or a start leaves no gap.
/// </summary>
public sealed class PowerSharing
{
    /// <summary>A hoist may exceed its rated power by this factor while it covers a hand-over.</summary>
    private const double HandOverFactor = 1.1;
    /// <summary>A hoist counts as held by a limit when it is short of its share by more than this: taking over what a plan merely lags behind a
    /// moving target would make the others accelerate, which costs power itself, and all plans would chatter [W].</summary>
    private const double ShareToleranceW = 500;
    /// <summary>
    /// The loss of a hoist that proves torque comes and goes at once; the others take it over within a second, a cycle.
    /// Not at once: lowering, the power to accelerate them within a quarter of a second would be a larger gap than the loss itself.
    /// </summary>
    private const double HoldingGain = 0.01;
    /// <summary>Rounds in which the power is shared.</summary>
    private const int Passes = 3;
    /// <summary>
    /// A hoist takes up its share with this part of the planned acceleration while others carry it: a third faster than
    /// <see cref="SpeedPlan.HandOverShare"/>, with which another gives it up, because it starts later and may be the lighter one.
    /// </summary>
    private const double JoinShare = 0.12;
    /// <summary>The same when the others run at the limit that holds during a hand-over.</summary>
    private const double HastyJoinShare = 0.4;
    /// <summary>A hoist that accelerates with this part of the planned acceleration cannot take over more.</summary>
    private const double BusyShare = 0.9;

    private readonly PlantParameters _plant;
    private readonly LossModel _losses;
    private readonly SpeedPlan _plan;
    private readonly double[] _nextMps;
    private readonly double[] _nextAcceleration;
    private readonly double[] _nextForceN;
    private readonly double[] _nextPowerW;
    private readonly double[] _holdingW;
    private readonly bool[] _settled, _limited;
    private readonly double _ratedW, _limitW;
    private double _roomW;

    public PowerSharing(PlantParameters plant, LossModel losses, SpeedPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _plant = plant;
        _losses = losses;
        _plan = plan;
        _nextMps = new double[plant.HoistCount];
        _nextAcceleration = new double[plant.HoistCount];
        _nextForceN = new double[plant.HoistCount];
        _nextPowerW = new double[plant.HoistCount];
        _holdingW = new double[plant.HoistCount];
        (_settled, _limited) = (new bool[plant.HoistCount], new bool[plant.HoistCount]);
        // The rating holds at the grid; the front end carries the hoist's share of transformer and auxiliaries besides.
        _ratedW = losses.BusPowerW(plant.HoistRatedPowerW * plant.HoistCount) / plant.HoistCount;
        _limitW = losses.BusPowerW(plant.HoistRatedPowerW * HandOverFactor * plant.HoistCount) / plant.HoistCount;
    }

    /// <summary>Plans one cycle for all hoists. With <paramref name="running"/> false every open hoist follows its own target.</summary>
    public void Plan(ControllerState state, bool running)
    {
        ArgumentNullException.ThrowIfNull(state);
        double busW = running ? _losses.BusPowerW(state.Plant.PowerSetPointW + state.Plant.MeterCorrectionW) : 0;
        double remainderW = busW - PlanFixed(state, running);
        if (running)
        {
            _roomW = -1;
            remainderW = Share(state, yielding: true, remainderW);
            remainderW = Share(state, yielding: false, remainderW);
            state.Plant.JoiningShare = JoiningShare(state.Plant);
        }
        Commit(state, running, remainderW);
    }

    // Every energised hoist costs what holding its weight costs; power is shared beyond that.
    // Here: the holding of all, and what the hoists beyond sharing add to it: those that stop or travel to a landing.
    private double PlanFixed(ControllerState state, bool running)
    {
        double movingW = 0, holdingW = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            _holdingW[i] = HoistModes.IsEnergised(h.Mode) ? _losses.FrontEndPowerW(h.StaticForceN, 0) : 0;
            holdingW += _holdingW[i];
            _settled[i] = !(running && Shares(h));
            h.Covered = 0;
            if (!_settled[i]) continue;
            h.Joining = 1;
            if (HoistModes.IsOpen(h.Mode)) SetNext(ref h, i, h.SpeedTargetMps, AccelerationLimit(h));
            else Rest(h, i);
            movingW += _nextPowerW[i] - _holdingW[i];
        }
        ref double taken = ref state.Plant.HoldingPowerW;
        taken = running ? taken + (holdingW - taken) * HoldingGain : holdingW;
        return movingW + taken;
    }

    /// <summary>True for a hoist that has a share of the power.</summary>
    internal static bool Shares(in HoistState h) =>
        h.Duty != HoistDuty.Idle && HoistModes.IsOpen(h.Mode) && h.Mode != HoistMode.Stopping && h.Verdict < Protection.Reaction.ControlledStop;

    private double AccelerationLimit(in HoistState h) =>
        h.Mode == HoistMode.Stopping ? _plant.Motion.StopRetardationMps2 : _plant.Motion.AccelerationMps2;

    // A hoist that yields to a successor keeps the share of a needed hoist as long as it can; the others divide what is left.
    // Who is held by a limit is settled first and the others take over: those with less room in the first pass, joining hoists that
    // have more than an even share of the first pass in the second.
    private double Share(ControllerState state, bool yielding, double remainderW)
    {
        double wholeW = remainderW;
        for (int pass = 1; pass <= Passes; pass++)
        {
            int open = Count(state, yielding);
            if (open == 0) break;
            double each = yielding ? wholeW / YieldingShares(state, wholeW, open) : remainderW / open;
            int limited = 0;
            for (int i = 0; i < state.Hoists.Length; i++)
            {
                ref HoistState h = ref state.Hoists[i];
                _limited[i] = !_settled[i] && Yields(h) == yielding && PlanShare(ref h, i, each, open, state.Plant);
                if (_limited[i]) limited++;
            }
            bool last = yielding || limited == 0 || limited == open || pass == Passes;
            for (int i = 0; i < state.Hoists.Length; i++)
            {
                ref HoistState h = ref state.Hoists[i];
                if (_settled[i] || Yields(h) != yielding || !(last || _limited[i])) continue;
                _settled[i] = true;
                remainderW -= _nextPowerW[i] - _holdingW[i];
                if (!_limited[i] || state.Plant.StepCycles > 0) h.Joining = 0;
                LookForRoom(h, i, each);
            }
            if (state.Plant.StepCycles == 0 && Count(state, yielding: false) > 0) Cover(state, yielding);
        }
        return remainderW;
    }

    // Yielding hoists have the share of a needed one each. There may be more of them than are needed, on their last metres: an even share
    // would then take from those that are still fast at once. Only where together they give more than is asked for is it even.
    private int YieldingShares(ControllerState state, double wholeW, int open)
    {
        if (open <= state.Plant.NeededHoists) return state.Plant.NeededHoists;
        double givenW = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (!_settled[i] && Yields(state.Hoists[i])) givenW += state.Hoists[i].PlannedPowerW - _holdingW[i];
        return givenW / wholeW < 1 ? state.Plant.NeededHoists : open;
    }

    // The others take over what these are short of.
    private void Cover(ControllerState state, bool yielding)
    {
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (_settled[i] && Shares(h) && Yields(h) == yielding) h.Covered = 1;
        }
    }

    // How much more a hoist could take that has its share: nothing where a landing holds it or it accelerates with all it may.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LookForRoom(in HoistState h, int i, double eachW)
    {
        bool free = h.Joining == 0 && h.SpeedTargetMps > -h.LimitUpMps && h.SpeedTargetMps < h.LimitDownMps
            && Math.Abs(_nextAcceleration[i]) < BusyShare * _plant.Motion.AccelerationMps2;
        if (free) _roomW = Math.Max(_roomW, Math.Max(_limitW - Math.Abs(_holdingW[i] + eachW), 0));
    }

    // Hoists take up their share as gently as the others can carry it: the less room those have above their rating, the faster, and as fast
    // as the plan allows where power is missing.
    private double JoiningShare(in PlantState plant)
    {
        if (_roomW < 0 || plant.PowerLimited == 1) return 1;
        double busy = 1 - Math.Min(_roomW / (_limitW - _ratedW), 1);
        return JoinShare + (HastyJoinShare - JoinShare) * busy * busy;
    }

    // Plans a hoist for its share; true when a limit holds it short of that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool PlanShare(ref HoistState h, int i, double eachW, int sharing, in PlantState plant)
    {
        bool step = plant.StepCycles > 0;
        double target = TargetMps(h, _holdingW[i] + eachW + LeadW(h, plant, sharing));
        if (!step && plant.PowerLimited == 0 && Yields(h)) target = NoFaster(target, h.SpeedRefMps);
        if (step) StepNext(ref h, i, target);
        else SetNext(ref h, i, target, (h.Joining == 1 ? plant.JoiningShare : 1) * _plant.Motion.AccelerationMps2);
        return step ? Math.Abs(h.SpeedTargetMps) < Math.Abs(target) : ShortOfShare(i, eachW);
    }

    // One that yields takes over nothing more: its speed would rise at once and take the power from those that are to carry what it gives up.
    private static double NoFaster(double targetMps, double speedMps) => Math.Abs(targetMps) > Math.Abs(speedMps) && targetMps * speedMps > 0 ? speedMps : targetMps;

    // Held by its landing, its rating or its acceleration. A hoist that still gives more than its share is merely on its way down and may be
    // asked for more. In a power step all accelerate, and none can take over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ShortOfShare(int i, double eachW)
    {
        // Not by Math.Sign: the base library comes compiled with older instructions, and every change between them and this code's costs as much as a hoist.
        double shortW = eachW - (_nextPowerW[i] - _holdingW[i]);
        return (eachW > 0 ? shortW : eachW < 0 ? -shortW : 0) > ShareToleranceW;
    }

    // Lowering faster takes power from the fall for the inertia, and cannot be made up for by torque (docs/power.md 3). While the set point
    // moves steadily, a speed that is ahead of it by inertia x speed / force gives just the power asked for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double LeadW(in HoistState h, in PlantState plant, int sharing)
    {
        if (h.SpeedRefMps <= 0 || plant.StepCycles > 0) return 0;
        double leadS = (_plant.Hoist.DrumSideMassKg + h.MovingMassKg) * h.SpeedRefMps / h.StaticForceN;
        return plant.SetPointRateWPerS * leadS / sharing;
    }

    private static bool Yields(in HoistState h) => h.Duty == HoistDuty.Retiring && h.HandOver == 1;

    private int Count(ControllerState state, bool yielding)
    {
        int count = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (!_settled[i] && Yields(state.Hoists[i]) == yielding) count++;
        return count;
    }

    private double TargetMps(in HoistState h, double powerW)
    {
        double p = Math.Min(_limitW, Math.Max(-_limitW, powerW));
        return _losses.SpeedForPowerMps(p, h.StaticForceN, h.SpeedRefMps);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetNext(ref HoistState h, int i, double targetMps, double accelerationMps2)
    {
        double clipped = SpeedPlan.Clip(h, targetMps);
        h.SpeedTargetMps = clipped;
        // What a power step has left of its acceleration goes as fast as it came: shed at the plan's own jerk it would overshoot the speed.
        (_nextMps[i], _nextAcceleration[i]) = Math.Abs(h.AccelerationRefMps2) > accelerationMps2
            ? SpeedPlan.Next(h.SpeedRefMps, h.AccelerationRefMps2, clipped, accelerationMps2, _plant.Motion.StepRaisingMps2 / SpeedPlan.StepRiseS)
            : _plan.Next(h.SpeedRefMps, h.AccelerationRefMps2, clipped, accelerationMps2);
        Price(h, i);
    }

    // A power step: as fast as rope and motor allow, all hoists in the same time.
    private void StepNext(ref HoistState h, int i, double targetMps)
    {
        double clipped = SpeedPlan.Clip(h, targetMps);
        h.SpeedTargetMps = clipped;
        bool down = clipped > h.SpeedRefMps;
        double size = Math.Min(Math.Abs(clipped - h.SpeedRefMps) / _plant.Losses.BaseSpeedMps + Math.Abs(h.SpeedRefMps) / _plant.Losses.BaseSpeedMps, 1);
        // Slowing a falling weight costs power that is to be shed: that is done gently.
        double most = down ? _plant.Motion.StepLoweringMps2 * size : h.SpeedRefMps > 0 ? _plant.Motion.AccelerationMps2 : _plant.Motion.StepRaisingMps2 * size;
        double jerk = most / SpeedPlan.StepRiseS;
        if (!down && h.SpeedRefMps < 0)
        {
            double left = _losses.MotorForceN(h.StaticForceN, 0, clipped, 0) * (clipped / h.SpeedRefMps - 1) / (_plant.Hoist.DrumSideMassKg + h.MovingMassKg);
            most = Math.Max(Math.Min(most, left), 0);
        }
        (_nextMps[i], _nextAcceleration[i]) = SpeedPlan.Next(h.SpeedRefMps, h.AccelerationRefMps2, clipped, most, jerk);
        Price(h, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Price(in HoistState h, int i)
    {
        _nextForceN[i] = _losses.MotorForceN(h.StaticForceN, h.MovingMassKg, _nextMps[i], _nextAcceleration[i]);
        _nextPowerW[i] = _losses.FrontEndPowerW(_nextForceN[i], _nextMps[i]);
    }

    private void Rest(in HoistState h, int i)
    {
        _nextMps[i] = _nextAcceleration[i] = 0;
        _nextForceN[i] = HoistModes.IsEnergised(h.Mode) ? h.StaticForceN : 0;
        _nextPowerW[i] = _holdingW[i];
    }

    private void Commit(ControllerState state, bool running, double remainderW)
    {
        double plannedW = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            h.SpeedRefMps = _nextMps[i];
            h.AccelerationRefMps2 = _nextAcceleration[i];
            h.PlannedForceN = _nextForceN[i];
            h.PlannedPowerW = _nextPowerW[i];
            plannedW += h.PlannedPowerW;
        }
        state.Plant.ExpectedPowerW = _losses.GridPowerW(plannedW) - (running ? state.Plant.MeterCorrectionW : 0);
        state.Plant.PowerLimited = running && Math.Abs(remainderW) > 0.02 * _plant.RatedPowerW ? 1 : 0;
    }
}
