using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Power;

/// <summary>
/// Turns the speed plan into motor forces that keep total power exact and every rope at rest; docs/power.md derives it.
/// Each hoist follows its plan softly and damps its own bounce; what that costs in power is taken back along the common direction.
/// Lowering at exact power is unstable, so there a little power is spent to hold the common speed.
/// </summary>
internal sealed class PowerLaw
{
    private const double SpeedLoopPerS = 3;
    private const double DampingLowering = 0.06;
    private const double DampingRaising = 0.12;
    /// <summary>The law acts on estimates that have been fed for this long.</summary>
    private const int SettledCycles = 30;
    /// <summary>Mean speeds between which power becomes exact; below, the plan's speed alone gives it [m/s].</summary>
    private const double LoweringFromMps = 0.12, LoweringToMps = 0.25;
    private const double RaisingFromMps = 0.02, RaisingToMps = 0.08;
    private const double RatioGain = 0.02, RatioRange = 0.08, RatioFromMps = 0.05;
    /// <summary>Force along the common direction at most, share of the static force.</summary>
    private const double CommonShare = 0.3;
    /// <summary>
    /// Damping beyond the least costs power. Hoists whose ropes swing at different rates damp each other and need little of it;
    /// hoists of one rate have nothing else. Spread of the rates (standard deviation over mean) from which on the former holds, and below which the latter.
    /// </summary>
    private const double AlikeSpread = 0.03, ApartSpread = 0.08;
    private const double ExtraApart = 0.005, ExtraAlike = 0.05;
    private const double PlacedApart = 1, PlacedAlike = 1.5;
    /// <summary>How the mean of the power spent is followed, a cycle: within 3 s.</summary>
    private const double SpentGain = 1.0 / 300;
    private const double LeastForceShare = 0.02, GreatestForceShare = 1.75;

    private readonly bool _enabled;
    private readonly LossModel _losses;
    private readonly RopeObserver _observer;
    private readonly double _greatestMps;
    private readonly double _drumKg;
    private readonly double _stiffnessN;
    private readonly double _greatestUpMps2, _greatestDownMps2;
    private readonly double[] _forceN;
    private readonly double[] _referenceMps;
    private readonly bool[] _acts;

    public PowerLaw(PlantParameters plant, LossModel losses, RopeObserver observer)
    {
        _enabled = plant.Motion.PowerByTorque;
        _losses = losses;
        _observer = observer;
        _greatestMps = plant.Motion.MaxSpeedMps;
        _drumKg = plant.Hoist.DrumSideMassKg;
        _stiffnessN = plant.Hoist.RopeAxialStiffnessN;
        (_greatestDownMps2, _greatestUpMps2) = (plant.Motion.StepLoweringMps2, plant.Motion.StepRaisingMps2);
        _forceN = new double[plant.HoistCount];
        _referenceMps = new double[plant.HoistCount];
        _acts = new bool[plant.HoistCount];
    }

    /// <summary>Sets the additive force of every hoist for this cycle.</summary>
    public void Act(ControllerState state, bool running)
    {
        int direction = Local(state, running && _enabled);
        if (direction != 0) Common(state, direction);
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            h.CommandForceN = h.PlannedForceN;
            h.CommandSpeedMps = h.SpeedRefMps;
            if (!_acts[i]) continue;
            double force = Math.Min(Math.Max(_forceN[i], LeastForceShare * h.StaticForceN), GreatestForceShare * h.StaticForceN);
            h.CommandSpeedMps = Math.Min(Math.Max(_observer.ReferenceMps(h.SpeedRefMps, h.Rope), -_greatestMps), _greatestMps);
            h.CommandForceN = _observer.AdditiveN(force, h.CommandSpeedMps, h.Rope);
        }
    }

    // Every hoist alone: follow the plan, damp the bounce. Gives the direction that all share, 0 = none.
    private int Local(ControllerState state, bool running)
    {
        bool down = false, up = false;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            ref RopeEstimate e = ref h.Rope;
            _acts[i] = running && e.Moving == 1 && e.FedCycles > SettledCycles && HoistModes.IsOpen(h.Mode) && h.Verdict < Reaction.ControlledStop;
            if (!_acts[i]) continue;
            if (Shares(h)) (down, up) = (down || h.SpeedRefMps > 0, up || h.SpeedRefMps < 0);
            double steady = e.WeightForceN + e.DrumForceN;
            if (Math.Abs(h.SpeedRefMps) > RatioFromMps)
            {
                double ratio = _losses.MotorForceN(h.StaticForceN, 0, h.SpeedRefMps, 0) / steady;
                ratio = Math.Min(Math.Max(ratio, 1 - RatioRange), 1 + RatioRange);
                e.SpeedRatio += RatioGain * (ratio - e.SpeedRatio);
            }
            double reference = h.SpeedRefMps * e.SpeedRatio;
            _referenceMps[i] = reference;
            double k = _stiffnessN / Math.Max(h.RopeLengthM, 1), w0 = Math.Sqrt(k / h.MovingMassKg);
            double d = 2 * (h.SpeedRefMps > 0 ? DampingLowering : DampingRaising) * w0 / k;
            double swing = Swing(h);
            _forceN[i] = e.NextRopeForceN + e.DrumForceN - _drumKg * h.AccelerationRefMps2
                + _drumKg * SpeedLoopPerS * (e.NextSpeedMps - reference - d * swing)
                - _drumKg * d * k * (e.NextWeightSpeedMps - e.NextSpeedMps);
        }
        return down == up ? 0 : down ? 1 : -1;
    }

    // Rope force beyond what the plan's acceleration needs.
    private static double Swing(in HoistState h) =>
        h.Rope.NextRopeForceN - (h.Rope.WeightForceN - h.MovingMassKg * h.AccelerationRefMps2);

    private static bool Shares(in HoistState h) => h.Duty != HoistDuty.Idle && h.Mode != HoistMode.Stopping;

    private void Common(ControllerState state, int direction)
    {
        double squares = 0, along = 0, local = 0, wanted = 0, baseW = 0, extraW = 0;
        int count = 0;
        double apart = direction > 0 ? Apart(state) : 1;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_acts[i] || !Shares(h)) continue;
            double v = h.Rope.NextSpeedMps;
            squares += v * v;
            along += Math.Min(direction * v, direction * h.SpeedRefMps);
            local += _forceN[i] * v;
            count++;
            if (direction < 0) wanted += _losses.MotorForceN(h.StaticForceN, 0, h.SpeedTargetMps, 0) * h.SpeedTargetMps;
            else
            {
                double steady = h.Rope.WeightForceN + h.Rope.DrumForceN;
                wanted += (steady - (_drumKg + h.MovingMassKg) * h.AccelerationRefMps2) * _referenceMps[i];
                Stabilise(h, steady, _referenceMps[i], 0.5 * (PlacedAlike + apart * (PlacedApart - PlacedAlike)), ref baseW, ref extraW);
            }
        }
        // What of the motion is really along the direction: near rest, where speeds differ in sign, power is left to the plan.
        double mean = along / count;
        double from = direction > 0 ? LoweringFromMps : RaisingFromMps, to = direction > 0 ? LoweringToMps : RaisingToMps;
        double share = Math.Min(Math.Max((mean - from) / (to - from), 0), 1);
        if (share == 0) return;
        double clip = (ExtraAlike + apart * (ExtraApart - ExtraAlike)) * Math.Abs(wanted);
        double spentW = baseW + Math.Min(Math.Max(extraW, -clip), clip);
        wanted += spentW;
        // What is spent on purpose to hold the common speed must not be taken for an error by the correction to the meter.
        // Its slow mean is a fault of the estimates and stays an error.
        ref double meanW = ref state.Plant.SpentMeanW;
        meanW += SpentGain * (share * spentW - meanW);
        state.Plant.ExpectedPowerW += share * spentW - meanW;
        double factor = share * (wanted - local) / squares;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_acts[i] || !Shares(h)) continue;
            double most = CommonShare * h.StaticForceN;
            double common = factor * h.Rope.NextSpeedMps;
            _forceN[i] += Math.Min(Math.Max(common, -most), most);
            if (direction < 0) Limit(h, ref _forceN[i]);
        }
    }

    // 0 = all ropes swing at one rate, 1 = at rates far enough apart to damp each other.
    private double Apart(ControllerState state)
    {
        double sum = 0, squares = 0;
        int count = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_acts[i] || !Shares(h)) continue;
            double rate = Math.Sqrt(_stiffnessN / (Math.Max(h.RopeLengthM, 1) * h.MovingMassKg));
            sum += rate;
            squares += rate * rate;
            count++;
        }
        double mean = sum / count, spread = Math.Sqrt(Math.Max(squares / count - mean * mean, 0)) / mean;
        return Math.Min(Math.Max((spread - AlikeSpread) / (ApartSpread - AlikeSpread), 0), 1);
    }

    // Power that holds the common speed: poles of the common direction placed, the bounce pair at a damping that takes least power.
    private void Stabilise(in HoistState h, double steadyN, double reference, double placed, ref double baseW, ref double extraW)
    {
        if (reference < RatioFromMps) return;
        double k = _stiffnessN / Math.Max(h.RopeLengthM, 1), w2 = k / h.MovingMassKg, kj = k / _drumKg;
        double z = steadyN / (reference * _drumKg);
        double eps = kj * z / (z * z + w2);
        for (int i = 0; i < 2; i++)
        {
            double shifted = z - eps;
            eps = kj * shifted / (shifted * shifted + w2);
        }
        double zp = z - eps, om2 = w2 * z / zp;
        double dv = h.Rope.NextSpeedMps - reference, dw = h.Rope.NextWeightSpeedMps - reference, dT = Swing(h);
        double gain = reference * _drumKg;
        double least = gain * Placed(z, zp, -0.5 * eps, w2, om2, k, kj, dv, dT, dw);
        baseW += least;
        extraW += gain * Placed(z, zp, placed * eps, w2, om2, k, kj, dv, dT, dw) - least;
    }

    private static double Placed(double z, double zp, double sigma, double w2, double om2, double k, double kj, double dv, double dT, double dw)
    {
        double p1 = z + zp + 2 * sigma, p2 = (w2 + kj - om2 - 2 * sigma * zp) / k, p3 = zp * om2 / w2 - zp - 2 * sigma;
        return p1 * dv + p2 * dT + p3 * dw;
    }

    private void Limit(in HoistState h, ref double forceN)
    {
        double balance = h.Rope.NextRopeForceN + h.Rope.DrumForceN;
        forceN = Math.Min(Math.Max(forceN, balance - _drumKg * _greatestDownMps2), balance + _drumKg * _greatestUpMps2);
    }
}
