using Gravistore.Core.Dictionary;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Power;

/// <summary>
/// Decides every 100 ms how many hoists share the set point and which. Few at full speed beat many at part speed, because the
/// copper loss of holding does not fall with speed. A hoist that nears the end of its travel retires in time for another to take over.
/// </summary>
public sealed class Allocator
{
    /// <summary>Cycles between decisions.</summary>
    public const int PeriodCycles = 10;
    /// <summary>Time from the decision to start a hoist until it can take power: torque proof, brake opening, acceleration [s].</summary>
    private const double StartLeadS = 3.0;
    /// <summary>A hoist starts only with at least this share of the stroke left in the needed direction.</summary>
    private const double StartTravelShare = 0.08;
    /// <summary>Fewer hoists only when they would run below this share of their rating.</summary>
    private const double ReleaseShare = 0.8;
    /// <summary>A weight within this share of the landing tolerance has arrived; its last power is then too small to leave a gap.</summary>
    private const double ArrivedShare = 0.2;
    /// <summary>Power above this share of one hoist's rating is worth the last metres of the stroke.</summary>
    private const double FirmShare = 0.4;
    private const double CycleS = 0.01;

    private readonly PlantParameters _plant;
    private readonly SpeedPlan _plan;
    private readonly EventRecorder _events;

    public Allocator(PlantParameters plant, SpeedPlan plan, EventRecorder events)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _plant = plant;
        _plan = plan;
        _events = events;
    }

    /// <summary>One decision; call every <see cref="PeriodCycles"/> cycles while Running.</summary>
    public void Decide(ControllerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ref PlantState plant = ref state.Plant;
        if (Math.Abs(plant.PowerSetPointW) > 0.002 * _plant.RatedPowerW)
            plant.Direction = plant.PowerSetPointW > 0 ? 1 : -1;
        else if (plant.Direction == 0) plant.Direction = 1;
        int needed = Needed(plant.PowerSetPointW);
        plant.NeededHoists = needed;
        Retire(state, plant.Direction);
        int active = CountActive(state);
        while (active < needed && Engage(state, plant.Direction, StartTravelShare * _plant.Shaft.StrokeM)) active++;
        // The ends of the stroke are used only for power that is really asked for: around zero they would start and stop without end.
        bool firm = Math.Abs(plant.PowerSetPointW) > FirmShare * _plant.HoistRatedPowerW;
        while (firm && active < needed && Engage(state, plant.Direction, 3 * _plant.Motion.CreepDistanceM)) active++;
        Release(state, active, needed);
        MarkHandOvers(state);
    }

    private static void MarkHandOvers(ControllerState state)
    {
        bool successor = false;
        for (int i = 0; i < state.Hoists.Length; i++)
            successor |= state.Hoists[i].Duty == HoistDuty.Active && HoistModes.IsOpen(state.Hoists[i].Mode);
        for (int i = 0; i < state.Hoists.Length; i++)
            state.Hoists[i].HandOver = successor && state.Hoists[i].Duty == HoistDuty.Retiring ? 1 : 0;
    }

    /// <summary>All hoists leave duty, as when the plant stops.</summary>
    public static void Dismiss(ControllerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            state.Hoists[i].Duty = HoistDuty.Idle;
            state.Hoists[i].HandOver = 0;
        }
        state.Plant.SurplusCycles = 0;
        state.Plant.NeededHoists = 0;
    }

    private int Needed(double powerW)
    {
        double count = Math.Ceiling(Math.Abs(powerW) / _plant.HoistRatedPowerW - 0.001);
        return (int)Math.Min(_plant.HoistCount, Math.Max(1, count));
    }

    private double TravelLeftM(in HoistState h, int direction) =>
        direction > 0 ? _plant.Shaft.LowerLandingDepthM - h.WeightDepthM : h.WeightDepthM - _plant.Shaft.UpperLandingDepthM;

    private void Retire(ControllerState state, int direction)
    {
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (h.Duty == HoistDuty.Idle) continue;
            double left = TravelLeftM(h, direction);
            double need = Math.Abs(h.SpeedRefMps) * StartLeadS + _plan.HandOverDistanceM(h.SpeedRefMps);
            if (h.Verdict >= Reaction.ControlledStop || left < ArrivedShare * _plant.Motion.LandingToleranceM) h.Duty = HoistDuty.Idle;
            else if (h.Duty == HoistDuty.Active && left < need) h.Duty = HoistDuty.Retiring;
            else if (h.Duty == HoistDuty.Retiring && left > need + StartTravelShare * _plant.Shaft.StrokeM) h.Duty = HoistDuty.Active;
        }
    }

    private static int CountActive(ControllerState state)
    {
        int count = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (state.Hoists[i].Duty == HoistDuty.Active) count++;
        return count;
    }

    private bool Engage(ControllerState state, int direction, double leastTravelM)
    {
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (h.Duty != HoistDuty.Idle || !Available(h)) continue;
            double left = TravelLeftM(h, direction);
            if (left < leastTravelM) continue;
            // An open hoist saves a brake opening; that is worth a tenth of the stroke.
            double score = left + (HoistModes.IsOpen(h.Mode) ? 0.1 * _plant.Shaft.StrokeM : 0);
            if (score > bestScore) { bestScore = score; best = i; }
        }
        if (best < 0) return false;
        state.Hoists[best].Duty = HoistDuty.Active;
        state.Hoists[best].IdleCycles = 0;
        _events.Add(EventNumber.HoistEngaged, best, bestScore);
        return true;
    }

    private static bool Available(in HoistState h) =>
        h.Verdict < Reaction.ControlledStop && h.Mode is not (HoistMode.Tripped or HoistMode.Inspection or HoistMode.ClosingBrake or HoistMode.Stopping);

    private void Release(ControllerState state, int active, int needed)
    {
        ref PlantState plant = ref state.Plant;
        bool surplus = active > needed
            && Math.Abs(plant.PowerSetPointW) < (active - 1) * _plant.HoistRatedPowerW * ReleaseShare;
        plant.SurplusCycles = surplus ? plant.SurplusCycles + PeriodCycles : 0;
        if (plant.SurplusCycles * CycleS < _plant.Motion.IdleHoldS) return;
        int least = -1;
        double leastLeft = double.MaxValue;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            if (state.Hoists[i].Duty != HoistDuty.Active) continue;
            double left = TravelLeftM(state.Hoists[i], plant.Direction);
            if (left < leastLeft) { leastLeft = left; least = i; }
        }
        if (least < 0) return;
        state.Hoists[least].Duty = HoistDuty.Idle;
        plant.SurplusCycles = 0;
        _events.Add(EventNumber.HoistReleased, least, leastLeft);
    }
}
