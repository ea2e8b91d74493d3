using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Power;

/// <summary>
/// Keeps the weights' depths apart and a reserve of travel in each, as far as the charge leaves both; docs/power.md, "Depths".
/// Looked at along the direction of motion: travel left to the landing ahead, the rear is the weight with most of it.
/// </summary>
public sealed class SpreadPolicy
{
    /// <summary>Shares of the charge at which the spread of the ends holds; beyond it falls to none.</summary>
    public const double EndShare = 0.1;
    /// <summary>The reserve never takes more than this share of the mean travel left: the rest is what keeps depths apart.</summary>
    public const double ReserveShare = 0.66;
    /// <summary>A hoist is relieved for another only when that has more travel by this share of the mean, so that they do not change places without end.</summary>
    private const double GainShare = 0.08, LeastGainM = 4, GreatestGainM = 10;

    /// <summary>Half-spreads below this are not worth a start [m].</summary>
    private const double LeastHalfM = 10;

    private readonly PlantParameters _plant;
    private readonly SpeedPlan _plan;
    private readonly double _reserveM;
    private readonly bool _keeps;
    private double _requiredM, _reserveNowM, _gainM, _leastM, _mostM, _stayingM, _secondM;

    public SpreadPolicy(PlantParameters plant, SpeedPlan plan)
    {
        _plant = plant;
        _plan = plan;
        _reserveM = plant.Dispatch.ReserveS * plant.Losses.BaseSpeedMps;
        _keeps = plant.Dispatch.SpreadMiddleM > 0 || plant.Dispatch.SpreadEndsM > 0;
    }

    /// <summary>Half-spread to keep [m] when the mean weight has gone this share of the stroke.</summary>
    public static double HalfSpreadM(DispatchParameters dispatch, double share)
    {
        double fromEnd = Math.Min(share, 1 - share);
        if (fromEnd <= 0) return 0;
        if (fromEnd < EndShare) return dispatch.SpreadEndsM * fromEnd / EndShare;
        return dispatch.SpreadEndsM + (dispatch.SpreadMiddleM - dispatch.SpreadEndsM) * (fromEnd - EndShare) / (0.5 - EndShare);
    }

    /// <summary>Takes in where all weights are; call before the questions below.</summary>
    public void Look(ControllerState state, int direction)
    {
        double sumM = 0;
        int count = 0;
        (_leastM, _mostM, _stayingM, _secondM) = (double.MaxValue, 0, 0, 0);
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!Counts(h)) continue;
            double left = LeftM(h, direction);
            sumM += left;
            count++;
            _leastM = Math.Min(_leastM, left);
            _mostM = Math.Max(_mostM, left);
            if (h.Duty == HoistDuty.Active) continue;
            if (left > _stayingM) (_stayingM, _secondM) = (left, _stayingM);
            else if (left > _secondM) _secondM = left;
        }
        double mean = count == 0 ? 0 : sumM / count;
        _gainM = Math.Min(Math.Max(GainShare * mean, LeastGainM), GreatestGainM);
        double halfM = _keeps ? HalfSpreadM(_plant.Dispatch, mean / _plant.Shaft.StrokeM) : 0;
        _requiredM = halfM < LeastHalfM ? 0 : 2 * halfM;
        _reserveNowM = _keeps ? Math.Min(_reserveM, ReserveShare * mean) : 0;
    }

    /// <summary>Travel left [m] to the landing ahead.</summary>
    public double LeftM(in HoistState h, int direction) =>
        direction > 0 ? _plant.Shaft.LowerLandingDepthM - h.WeightDepthM : h.WeightDepthM - _plant.Shaft.UpperLandingDepthM;

    /// <summary>True when this hoist may begin to run without costing the spread or its own reserve.</summary>
    public bool MayRun(in HoistState h, int direction)
    {
        if (!_keeps) return true;
        double left = LeftM(h, direction);
        if (left < _reserveNowM + _gainM) return false;
        // Only the weight at the rear keeps the depths apart, and only while no other stays behind with it.
        return left < _mostM || _secondM - _leastM >= _requiredM || left - _leastM - WayM(h) - _gainM >= _requiredM;
    }

    /// <summary>Whether this running hoist should make room for another: 0 = no, else the least travel [m] that the other must have.</summary>
    public double ReliefM(in HoistState h, int direction)
    {
        if (!_keeps) return 0;
        double left = LeftM(h, direction), way = WayM(h);
        if (left - way < _reserveNowM) return Math.Max(left, _reserveNowM) + _gainM;
        bool rear = left >= _mostM;
        if (rear && _stayingM - _leastM < _requiredM && left - way - _leastM < _requiredM) return Math.Max(_reserveNowM + _gainM, 1);
        bool front = left <= _leastM + _gainM;
        double bandM = _plant.Dispatch.SpreadBandM;
        return front && _mostM - left + way > _requiredM + bandM ? left + 0.8 * bandM + _gainM : 0;
    }

    /// <summary>True when the weights are nearer to each other than the policy asks for [half-spread m].</summary>
    public bool IsShort(out double halfM, out double requiredM)
    {
        halfM = 0.5 * Math.Max(_mostM - _leastM, 0);
        requiredM = 0.5 * _requiredM;
        return halfM < 0.8 * requiredM - GreatestGainM;
    }

    // Travel of a hoist from the decision until it stands.
    private double WayM(in HoistState h) => Math.Abs(h.SpeedRefMps) * Allocator.StartLeadS + _plan.ReliefDistanceM(h.SpeedRefMps);

    private static bool Counts(in HoistState h) => h.Verdict < Reaction.ControlledStop && h.Mode is not (HoistMode.Tripped or HoistMode.Inspection);
}
