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
    private const double RemainderToleranceMps = 1e-4;

    private readonly PlantParameters _plant;
    private readonly LossModel _losses;
    private readonly SpeedPlan _plan;
    private readonly double[] _nextMps;
    private readonly double[] _nextAcceleration;
    private readonly bool[] _settled;

    public PowerSharing(PlantParameters plant, LossModel losses, SpeedPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _plant = plant;
        _losses = losses;
        _plan = plan;
        _nextMps = new double[plant.HoistCount];
        _nextAcceleration = new double[plant.HoistCount];
        _settled = new bool[plant.HoistCount];
    }

    /// <summary>Plans one cycle for all hoists. With <paramref name="running"/> false every open hoist follows its own target.</summary>
    public void Plan(ControllerState state, bool running)
    {
        ArgumentNullException.ThrowIfNull(state);
        double busW = running ? _losses.BusPowerW(state.Plant.PowerSetPointW + state.Plant.MeterCorrectionW) : 0;
        double remainderW = busW - PlanFixed(state, running);
        if (running)
        {
            remainderW = Share(state, HoistDuty.Retiring, remainderW);
            remainderW = Share(state, HoistDuty.Active, remainderW);
        }
        Commit(state, running, remainderW);
    }

    // Hoists that do not share: closed ones, those proving torque, those that stop or travel to a landing.
    private double PlanFixed(ControllerState state, bool running)
    {
        double powerW = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            _settled[i] = !(running && Shares(h));
            if (!_settled[i]) continue;
            if (HoistModes.IsOpen(h.Mode)) SetNext(ref h, i, h.SpeedTargetMps, AccelerationLimit(h));
            else { _nextMps[i] = 0; _nextAcceleration[i] = 0; }
            if (HoistModes.IsEnergised(h.Mode)) powerW += PowerW(h, i);
        }
        return powerW;
    }

    private static bool Shares(in HoistState h) =>
        h.Duty != HoistDuty.Idle && HoistModes.IsOpen(h.Mode) && h.Mode != HoistMode.Stopping && h.Verdict < Protection.Reaction.ControlledStop;

    private double AccelerationLimit(in HoistState h) =>
        h.Mode == HoistMode.Stopping ? _plant.Motion.StopRetardationMps2 : _plant.Motion.AccelerationMps2;

    // A retiring hoist keeps the share of a needed hoist; the active ones divide what is left.
    // Two passes: who is held by a limit is settled in the first, the others take over in the second.
    private double Share(ControllerState state, HoistDuty duty, double remainderW)
    {
        double wholeW = duty == HoistDuty.Retiring ? remainderW - HoldingOfActive(state) : remainderW;
        for (int pass = 0; pass < 2; pass++)
        {
            int open = Count(state, duty);
            if (open == 0) return remainderW;
            double each = duty == HoistDuty.Retiring ? wholeW / Math.Max(state.Plant.NeededHoists, open) : remainderW / open;
            for (int i = 0; i < state.Hoists.Length; i++)
            {
                ref HoistState h = ref state.Hoists[i];
                if (_settled[i] || h.Duty != duty) continue;
                double target = TargetMps(h, each);
                SetNext(ref h, i, target, _plant.Motion.AccelerationMps2);
                bool limited = Math.Abs(_nextMps[i] - target) > RemainderToleranceMps || h.SpeedTargetMps != target;
                if (pass == 1 || limited || duty == HoistDuty.Retiring)
                {
                    _settled[i] = true;
                    remainderW -= PowerW(h, i);
                }
            }
        }
        return remainderW;
    }

    // A hoist that has just opened brings the loss of holding its weight; the retiring one goes on covering it until power moves over.
    private double HoldingOfActive(ControllerState state)
    {
        double powerW = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_settled[i] && h.Duty == HoistDuty.Active) powerW += _losses.FrontEndPowerW(h.StaticForceN, 0);
        }
        return powerW;
    }

    private int Count(ControllerState state, HoistDuty duty)
    {
        int count = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (!_settled[i] && state.Hoists[i].Duty == duty) count++;
        return count;
    }

    private double TargetMps(in HoistState h, double powerW)
    {
        double rated = _plant.HoistRatedPowerW * HandOverFactor;
        // The rating holds at the grid; the front end carries the hoist's share of transformer and auxiliaries besides.
        double limit = _losses.BusPowerW(rated * _plant.HoistCount) / _plant.HoistCount;
        double p = Math.Min(limit, Math.Max(-limit, powerW));
        return _losses.SpeedForPowerMps(p, h.StaticForceN, h.SpeedRefMps);
    }

    private void SetNext(ref HoistState h, int i, double targetMps, double accelerationMps2)
    {
        double clipped = SpeedPlan.Clip(h, targetMps);
        h.SpeedTargetMps = clipped;
        (_nextMps[i], _nextAcceleration[i]) = _plan.Next(h.SpeedRefMps, h.AccelerationRefMps2, clipped, accelerationMps2);
    }

    private double PowerW(in HoistState h, int i) =>
        _losses.FrontEndPowerW(_losses.MotorForceN(h.StaticForceN, h.MovingMassKg, _nextMps[i], _nextAcceleration[i]), _nextMps[i]);

    private void Commit(ControllerState state, bool running, double remainderW)
    {
        double plannedW = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            h.SpeedRefMps = _nextMps[i];
            h.AccelerationRefMps2 = _nextAcceleration[i];
            h.PlannedPowerW = HoistModes.IsEnergised(h.Mode) ? PowerW(h, i) : 0;
            plannedW += h.PlannedPowerW;
        }
        state.Plant.ExpectedPowerW = _losses.GridPowerW(plannedW) - (running ? state.Plant.MeterCorrectionW : 0);
        state.Plant.PowerLimited = running && Math.Abs(remainderW) > 0.02 * _plant.RatedPowerW ? 1 : 0;
    }
}
