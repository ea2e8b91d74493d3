using Gravistore.Core.Dictionary;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Power;

/// <summary>
/// Decides every 100 ms how many hoists share the set point and which. Few at full speed beat many at part speed, because the
/// copper loss of holding does not fall with speed. A hoist that nears the end of its travel retires in time for another to take over,
/// and one that the <see cref="SpreadPolicy"/> wants to keep back is relieved in mid-stroke.
/// </summary>
public sealed class Allocator
{
    /// <summary>Cycles between decisions.</summary>
    public const int PeriodCycles = 10;
    /// <summary>Time from the decision to start a hoist until it can take power: torque proof, brake opening, acceleration [s].</summary>
    internal const double StartLeadS = 3.0;
    /// <summary>A start wears brake and drive as much as this travel: of equals the one with fewer starts begins, and the one with fewer ends [m].</summary>
    private const double StartWorthM = 0.001;
    /// <summary>A hoist starts only with at least this share of the stroke left in the needed direction.</summary>
    private const double StartTravelShare = 0.08;
    /// <summary>Fewer hoists only when they would run below this share of their rating.</summary>
    private const double ReleaseShare = 0.8;
    /// <summary>Hoists kept ready share up to this part of their rating each; below the other one is dropped again.</summary>
    private const double ReadyAddShare = 0.8, ReadyDropShare = 0.6;
    /// <summary>A weight within this share of the landing tolerance has arrived; its last power is then too small to leave a gap.</summary>
    private const double ArrivedShare = 0.2;
    /// <summary>Power above this share of one hoist's rating is worth the last metres of the stroke.</summary>
    private const double FirmShare = 0.3;
    /// <summary>A relieved hoist has handed over at this speed [m/s].</summary>
    private const double RelievedMps = 0.005;
    /// <summary>A relieved hoist is not needed soon: its brakes close without waiting.</summary>
    private const int CloseAtOnceCycles = 1_000_000;
    /// <summary>
    /// Hoists take over one after the other, so long apart [cycles]: the loss of holding one comes and goes at once, by 0.7 % of the
    /// reference plant's power, and the others answer it within a quarter of a second.
    /// </summary>
    private const int ChangePauseCycles = 100;
    private const double CycleS = 0.01;

    private readonly PlantParameters _plant;
    private readonly SpeedPlan _plan;
    private readonly SpreadPolicy _spread;
    private readonly EventRecorder _events;
    private readonly double _startM;

    public Allocator(PlantParameters plant, SpeedPlan plan, EventRecorder events)
    {
        ArgumentNullException.ThrowIfNull(plant);
        _plant = plant;
        _plan = plan;
        _spread = new SpreadPolicy(plant, plan);
        _events = events;
        _startM = StartTravelShare * plant.Shaft.StrokeM;
    }

    /// <summary>One decision; call every <see cref="PeriodCycles"/> cycles while Running.</summary>
    public void Decide(ControllerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ref PlantState plant = ref state.Plant;
        if (Math.Abs(plant.PowerSetPointW) > 0.002 * _plant.RatedPowerW)
            plant.Direction = plant.PowerSetPointW > 0 ? 1 : -1;
        else if (plant.Direction == 0) plant.Direction = 1;
        int needed = Needed(plant);
        plant.NeededHoists = needed;
        plant.ChangePauseCycles = Math.Max(plant.ChangePauseCycles - PeriodCycles, 0);
        _spread.Look(state, plant.Direction);
        Retire(state, plant.Direction);
        Relieve(state, plant.Direction);
        Fill(state, CountActive(state), needed);
        Release(state, CountActive(state), needed);
        KeepReady(state);
        MarkHandOvers(state, needed);
        TellSpread(ref plant);
    }

    /// <summary>All hoists leave duty, as when the plant stops.</summary>
    public static void Dismiss(ControllerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            state.Hoists[i].Duty = HoistDuty.Idle;
            state.Hoists[i].HandOver = state.Hoists[i].Relieved = 0;
        }
        state.Plant.SurplusCycles = state.Plant.ChangePauseCycles = 0;
        state.Plant.NeededHoists = 0;
    }

    private int Needed(in PlantState plant)
    {
        double each = _plant.HoistRatedPowerW * (plant.ReadyHoists > 0 ? ReadyAddShare : 1);
        double count = Math.Ceiling(Math.Abs(plant.PowerSetPointW) / each - 0.001);
        return (int)Math.Min(_plant.HoistCount, Math.Max(Math.Max(1, plant.ReadyHoists), count));
    }

    // The ends of the stroke are used only for power that is really asked for: around zero they would start and stop without end.
    private bool Firm(in PlantState plant) => Math.Abs(plant.PowerSetPointW) > FirmShare * _plant.HoistRatedPowerW * Math.Max(plant.ReadyHoists, 1);

    private void Retire(ControllerState state, int direction)
    {
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (h.Duty == HoistDuty.Idle) continue;
            double left = _spread.LeftM(h, direction);
            double need = Math.Abs(h.SpeedRefMps) * StartLeadS + _plan.HandOverDistanceM(h.SpeedRefMps);
            bool handedOver = h.Relieved == 1 && h.HandOver == 1 && h.ReliefLimitMps < RelievedMps;
            if (h.Verdict >= Reaction.ControlledStop || left < ArrivedShare * _plant.Motion.LandingToleranceM || handedOver) Leave(ref h, handedOver);
            else if (h.Duty == HoistDuty.Active && left < need) h.Duty = HoistDuty.Retiring;
            else if (h.Duty == HoistDuty.Retiring && h.Relieved == 0 && left > need + _startM) h.Duty = HoistDuty.Active;
        }
    }

    private static void Leave(ref HoistState h, bool handedOver)
    {
        h.Duty = HoistDuty.Idle;
        h.Relieved = 0;
        if (handedOver) h.IdleCycles = CloseAtOnceCycles;
    }

    // A hoist makes room only while another can take its place, never in a power step, and never more than half of them at a time.
    private void Relieve(ControllerState state, int direction)
    {
        if (state.Plant.StepCycles > 0) return;
        bool firm = Firm(state.Plant);
        int most = Math.Max(state.Plant.NeededHoists / 2, 1);
        for (int i = 0; i < state.Hoists.Length; i++)
            if (state.Hoists[i].Relieved == 1) most--;
        for (int i = 0; i < state.Hoists.Length && most > 0 && state.Plant.ChangePauseCycles == 0; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (h.Duty != HoistDuty.Active || !HoistModes.IsOpen(h.Mode)) continue;
            double least = _spread.ReliefM(h, direction);
            if (least == 0) continue;
            int other = Best(state, direction, firm ? least : Math.Max(least, _startM), kept: true);
            if (other < 0) continue;
            h.Duty = HoistDuty.Retiring;
            h.Relieved = 1;
            _events.Add(EventNumber.HoistRelieved, i, _spread.LeftM(h, direction));
            Engage(state, other, direction);
            state.Plant.ChangePauseCycles = ChangePauseCycles;
            _spread.Look(state, direction);
            most--;
        }
    }

    private void Fill(ControllerState state, int active, int needed)
    {
        int direction = state.Plant.Direction;
        bool firm = Firm(state.Plant), carried = CountSharing(state) >= needed && state.Plant.StepCycles == 0;
        while (active < needed && !(carried && state.Plant.ChangePauseCycles > 0))
        {
            int best = Best(state, direction, _startM, kept: true);
            if (best < 0) best = Best(state, direction, _startM, kept: false);
            if (best < 0 && firm) best = Best(state, direction, 3 * _plant.Motion.CreepDistanceM, kept: false);
            if (best < 0) return;
            Engage(state, best, direction);
            _spread.Look(state, direction);
            state.Plant.ChangePauseCycles = ChangePauseCycles;
            active++;
        }
    }

    // Ready hoists that have come to the end of their travel wait there, held on their motors, for the other direction: around zero
    // they would close and open their brakes at every change of sign.
    private void KeepReady(ControllerState state)
    {
        int left = state.Plant.ReadyHoists - CountActive(state);
        for (int i = 0; i < state.Hoists.Length && left > 0; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (h.Duty != HoistDuty.Idle || !HoistModes.IsEnergised(h.Mode)) continue;
            if (_spread.LeftM(h, state.Plant.Direction) > _startM) continue;
            h.IdleCycles = 0;
            left--;
        }
    }

    private static int CountActive(ControllerState state)
    {
        int count = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (state.Hoists[i].Duty == HoistDuty.Active) count++;
        return count;
    }

    private static int CountSharing(ControllerState state)
    {
        int count = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (PowerSharing.Shares(state.Hoists[i])) count++;
        return count;
    }

    // The idle hoist with most travel; an open one saves a brake opening, which is worth a tenth of the stroke. Equals take turns.
    private int Best(ControllerState state, int direction, double leastTravelM, bool kept)
    {
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (h.Duty != HoistDuty.Idle || !Available(h)) continue;
            double left = _spread.LeftM(h, direction);
            if (left < leastTravelM || (kept && !_spread.MayRun(h, direction))) continue;
            if (state.Plant.ReadyHoists > 0) left = Math.Min(left, _spread.LeftM(h, -direction));
            double score = left + (HoistModes.IsOpen(h.Mode) ? 0.1 * _plant.Shaft.StrokeM : 0) - StartWorthM * h.Starts;
            if (best < 0 || score > bestScore) (bestScore, best) = (score, i);
        }
        return best;
    }

    private void Engage(ControllerState state, int i, int direction)
    {
        state.Hoists[i].Duty = HoistDuty.Active;
        state.Hoists[i].IdleCycles = 0;
        state.Hoists[i].Joining = 1;
        _events.Add(EventNumber.HoistEngaged, i, _spread.LeftM(state.Hoists[i], direction));
    }

    private static bool Available(in HoistState h) =>
        h.Verdict < Reaction.ControlledStop && h.Mode is not (HoistMode.Tripped or HoistMode.Inspection or HoistMode.ClosingBrake or HoistMode.Stopping);

    // As many retiring hoists may hand over as the open active ones can replace.
    private static void MarkHandOvers(ControllerState state, int needed)
    {
        int surplus = -needed;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (h.Duty != HoistDuty.Retiring) h.HandOver = 0;
            if (h.Duty != HoistDuty.Idle && HoistModes.IsOpen(h.Mode) && h.HandOver == 0) surplus++;
        }
        for (int i = 0; i < state.Hoists.Length && surplus > 0; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (h.Duty != HoistDuty.Retiring || h.HandOver == 1) continue;
            h.HandOver = 1;
            surplus--;
        }
    }

    private void Release(ControllerState state, int active, int needed)
    {
        ref PlantState plant = ref state.Plant;
        double eachW = plant.ReadyHoists > 0 ? active * ReadyDropShare : (active - 1) * ReleaseShare;
        bool surplus = active > needed && Math.Abs(plant.PowerSetPointW) < eachW * _plant.HoistRatedPowerW;
        plant.SurplusCycles = surplus ? plant.SurplusCycles + PeriodCycles : 0;
        if (plant.SurplusCycles * CycleS < _plant.Motion.IdleHoldS) return;
        int least = -1;
        double leastLeft = double.MaxValue;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            if (state.Hoists[i].Duty != HoistDuty.Active) continue;
            double left = _spread.LeftM(state.Hoists[i], plant.Direction) + StartWorthM * state.Hoists[i].Starts;
            if (left < leastLeft) { leastLeft = left; least = i; }
        }
        if (least < 0) return;
        state.Hoists[least].Duty = HoistDuty.Idle;
        plant.SurplusCycles = 0;
        _events.Add(EventNumber.HoistReleased, least, _spread.LeftM(state.Hoists[least], plant.Direction));
    }

    private void TellSpread(ref PlantState plant)
    {
        int isShort = _spread.IsShort(out double halfM, out double requiredM) ? 1 : 0;
        if (isShort == plant.SpreadShort || (isShort == 0 && halfM < requiredM)) return;
        plant.SpreadShort = isShort;
        _events.Add(isShort == 1 ? EventNumber.SpreadShort : EventNumber.SpreadKept, -1, halfM, requiredM);
    }
}
