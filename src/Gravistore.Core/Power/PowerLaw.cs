using System.Runtime.CompilerServices;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;

namespace Gravistore.Core.Power;

/// <summary>
/// Turns the speed plan into motor forces that keep total power exact and every rope at rest; docs/power.md derives it.
/// Each hoist follows its plan softly and damps its own bounce; hoists of other rates take over what that costs in power, and the rest is
/// taken back along the common direction. Lowering at exact power is unstable, so there a little power is spent to hold the common speed.
/// </summary>
internal sealed class PowerLaw
{
    private const double RaisingLoopPerS = 3;
    private const double RaisingDamping = 0.12;
    /// <summary>The law acts on estimates that have been fed for this long.</summary>
    private const int SettledCycles = 30;
    /// <summary>Mean speeds between which power becomes exact; below, the plan's speed alone gives it [m/s].</summary>
    private const double LoweringFromMps = 0.12, LoweringToMps = 0.25;
    private const double RaisingFromMps = 0.006, RaisingToMps = 0.025;
    private const double LeastLever = 1e-9;
    private const double RaisingLeverShare = 0.5;
    /// <summary>Cycles after a step in which raising counts power at the front ends and expects at the meter what it gives beyond the plan, and over which that fades before.</summary>
    private const double RecentCycles = 900, RecentFadeCycles = 100;
    /// <summary>Square of the mean planned speed over the mean square from which on hoists exchange fully, and below which not at all.</summary>
    private const double EvenFrom = 0.98, UnevenTo = 0.92;
    private const double RatioGain = 0.02, RatioRange = 0.08, RatioFromMps = 0.05;
    /// <summary>Force along the common direction at most, share of the static force.</summary>
    private const double CommonShare = 0.6;
    /// <summary>Share of the greatest planned speed below it from which on a hoist takes over ever less that would speed it up.</summary>
    private const double FreeShare = 0.1;
    /// <summary>Shares of the time off its plan that trips a hoist, between which it takes over ever less that keeps it there.</summary>
    private const double PatientShare = 0.4, ImpatientShare = 0.8;
    /// <summary>Shares of the deviation from its plan that trips a hoist, between which raising pushes it farther ever less.</summary>
    private const double FreeDeviationShare = 0.5, BoundShare = 0.9;
    private const double CycleS = 0.01;
    /// <summary>How the mean of the power spent is followed, a cycle: within 3 s.</summary>
    private const double SpentGain = 1.0 / 300;
    private const double LeastForceShare = 0.02, GreatestForceShare = 1.75;

    private readonly bool _enabled;
    private readonly LossModel _losses;
    private readonly RopeObserver _observer;
    private readonly LoweringStabiliser _stabiliser;
    private readonly RaisingDamper _damper;
    private readonly double _greatestMps, _tripCycles, _tripMps;
    private readonly double _drumKg;
    private readonly double _stiffnessN;
    private readonly double _greatestUpMps2, _greatestDownMps2;
    private readonly double[] _forceN;
    private readonly double[] _referenceMps;
    private readonly double[] _rate2;
    private readonly bool[] _acts, _shares;

    public PowerLaw(PlantParameters plant, LossModel losses, RopeObserver observer)
    {
        _enabled = plant.Motion.PowerByTorque;
        _losses = losses;
        _observer = observer;
        _stabiliser = new LoweringStabiliser(plant);
        _damper = new RaisingDamper(plant);
        _greatestMps = plant.Motion.MaxSpeedMps;
        _tripMps = plant.Protection.SpeedDeviation * plant.Motion.MaxSpeedMps;
        _tripCycles = plant.Protection.SpeedDeviationS / CycleS;
        _drumKg = plant.Hoist.DrumSideMassKg;
        _stiffnessN = plant.Hoist.RopeAxialStiffnessN;
        (_greatestDownMps2, _greatestUpMps2) = (plant.Motion.StepLoweringMps2, plant.Motion.StepRaisingMps2);
        _forceN = new double[plant.HoistCount];
        _referenceMps = new double[plant.HoistCount];
        _rate2 = new double[plant.HoistCount];
        (_acts, _shares) = (new bool[plant.HoistCount], new bool[plant.HoistCount]);
    }

    /// <summary>Sets the additive force of every hoist for this cycle.</summary>
    public void Act(ControllerState state, bool running)
    {
        int direction = Look(state, running && _enabled);
        LoweringGains gains = LoweringGains.For(direction > 0 ? RateSpread(state) : 1);
        for (int i = 0; i < state.Hoists.Length; i++)
            if (_acts[i]) Local(i, ref state.Hoists[i], gains);
        if (direction != 0) Common(state, direction, gains);
        for (int i = 0; i < state.Hoists.Length; i++) Command(i, ref state.Hoists[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Command(int i, ref HoistState h)
    {
        h.CommandForceN = h.PlannedForceN;
        h.CommandSpeedMps = h.SpeedRefMps;
        if (!_acts[i]) return;
        double force = Math.Min(Math.Max(_forceN[i], LeastForceShare * h.StaticForceN), GreatestForceShare * h.StaticForceN);
        h.CommandSpeedMps = Math.Min(Math.Max(_observer.ReferenceMps(h.SpeedRefMps, h.Rope), -_greatestMps), _greatestMps);
        h.CommandForceN = _observer.AdditiveN(force, h.CommandSpeedMps, h.Rope);
    }

    // Who is led by the law. Gives the direction that all share, 0 = none.
    private int Look(ControllerState state, bool running)
    {
        bool down = false, up = false;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            _acts[i] = running && h.Rope.Moving == 1 && h.Rope.FedCycles > SettledCycles && HoistModes.IsOpen(h.Mode) && h.Verdict < Reaction.ControlledStop;
            _shares[i] = _acts[i] && PowerSharing.Shares(h);
            if (!_acts[i]) continue;
            _rate2[i] = _stiffnessN / (Math.Max(h.RopeLengthM, 1) * h.MovingMassKg);
            if (_shares[i]) (down, up) = (down || h.SpeedRefMps > 0, up || h.SpeedRefMps < 0);
        }
        return down == up ? 0 : down ? 1 : -1;
    }

    // Standard deviation of the ropes' rates over their mean, each hoist counted by the square of its speed as in the exchange.
    private double RateSpread(ControllerState state)
    {
        double levers = LeastLever, sum = 0, squares = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_shares[i]) continue;
            double lever = h.Rope.NextSpeedMps * h.Rope.NextSpeedMps;
            levers += lever;
            sum += lever * Math.Sqrt(_rate2[i]);
            squares += lever * _rate2[i];
        }
        double mean = sum / levers;
        return mean > 0 ? Math.Sqrt(Math.Max(squares / levers - mean * mean, 0)) / mean : 0;
    }

    // Every hoist alone: follow the plan, damp the bounce.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Local(int i, ref HoistState h, in LoweringGains gains)
    {
        ref RopeEstimate e = ref h.Rope;
        if (Math.Abs(h.SpeedRefMps) > RatioFromMps)
        {
            double ratio = _losses.MotorForceN(h.StaticForceN, 0, h.SpeedRefMps, 0) / e.SteadyForceN;
            ratio = Math.Min(Math.Max(ratio, 1 - RatioRange), 1 + RatioRange);
            e.SpeedRatio += RatioGain * (ratio - e.SpeedRatio);
        }
        double reference = h.SpeedRefMps * e.SpeedRatio, k = _rate2[i] * h.MovingMassKg, rate = Math.Sqrt(_rate2[i]);
        _referenceMps[i] = reference;
        double swing = Swing(h), balance = e.NextRopeForceN + e.DrumForceN - _drumKg * h.AccelerationRefMps2;
        if (h.SpeedRefMps > 0)
        {
            double d = 2 * gains.Damping * rate / k;
            _forceN[i] = balance - (1 - gains.RopeShare) * swing + _drumKg * gains.LoopPerS * (e.NextSpeedMps - reference - d * swing);
        }
        else
        {
            double d = 2 * RaisingDamping * rate / k;
            _forceN[i] = balance + _drumKg * (RaisingLoopPerS * (e.NextSpeedMps - reference - d * swing) - d * k * (e.NextWeightSpeedMps - e.NextSpeedMps));
        }
    }

    /// <summary>Rope force beyond what the plan's acceleration needs [N].</summary>
    internal static double Swing(in HoistState h) =>
        h.Rope.NextRopeForceN - (h.Rope.WeightForceN - h.MovingMassKg * h.AccelerationRefMps2);

    private void Common(ControllerState state, int direction, in LoweringGains gains)
    {
        double share = LeverShare(state, direction), spent = 0;
        if (share == 0) return;
        if (direction > 0)
        {
            double even = EvenShare(state);
            Exchange(state, share * gains.Exchange * even);
            spent = _stabiliser.SpentW(state, _shares, _referenceMps, gains.Exchange * even, gains);
        }
        // What is spent on purpose to hold the common speed must not be taken for an error by the correction to the meter.
        // Its slow mean is a fault of the estimates and stays an error.
        ref double meanW = ref state.Plant.SpentMeanW;
        meanW += SpentGain * (share * spent - meanW);
        if (direction > 0) Lower(state, share, spent, meanW);
        else Raise(state, share);
    }

    private void Lower(ControllerState state, double share, double spentW, double meanW)
    {
        double squares = 0, wanted = spentW;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_shares[i]) continue;
            double v = h.Rope.NextSpeedMps;
            squares += v * v;
            wanted += PlannedW(h, i) - _forceN[i] * v;
        }
        state.Plant.ExpectedPowerW += share * spentW - meanW;
        double factor = share * wanted / squares;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (_shares[i]) _forceN[i] += AlongN(state.Hoists[i], factor * state.Hoists[i].Rope.NextSpeedMps);
    }

    // Power counts where it is sold: copper and inverter lose more while a rope pulls harder, and shaft power held exact would let grid power swing with the
    // ropes by 0.7 % after a step. While the set point merely moves on, shaft power follows it more closely. Two rounds: shaft power exact, then what that misses at the front ends.
    private void Raise(ControllerState state, double share)
    {
        double lever = LeastLever, shaft = 0, spent = _damper.SpentW(state, _shares), wanted = spent;
        double recent = Share((RecentCycles - state.Plant.SinceStepCycles) / RecentFadeCycles);
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_shares[i]) continue;
            double v = h.Rope.NextSpeedMps;
            (double forceN, double speedMps) = Asked(h);
            lever += RaisingLeverMps(h) * Math.Min(v, 0);
            shaft += forceN * speedMps - _forceN[i] * v;
            wanted += _losses.FrontEndPowerW(forceN, speedMps);
        }
        double factor = share * shaft / lever, given = 0, expected = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (_shares[i]) given += GivenW(state.Hoists[i], Raised(state.Hoists[i], i, _forceN[i], factor));
        factor += share * (recent * (wanted - given) + (1 - recent) * spent) / lever;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_shares[i]) continue;
            _forceN[i] = Raised(h, i, _forceN[i], factor);
            expected += GivenW(h, _forceN[i]) - h.PlannedPowerW;
        }
        // That is no error for the correction to the meter while the step is recent. What stays off longer is one: near rest, where power is left to the plan.
        state.Plant.ExpectedPowerW += recent * share * expected;
    }

    // The speed along which a hoist's force is moved for power. After a reversal one weight may still sink while the others rise: moved along its own speed it
    // would be driven on downwards, faster and faster. So every hoist is moved along half of its planned speed at least.
    private static double RaisingLeverMps(in HoistState h) => Math.Min(h.Rope.NextSpeedMps, RaisingLeverShare * Math.Min(h.SpeedRefMps, 0));

    // A hoist that is nearly as far off its plan as trips it is not pushed farther: where a second step comes before the first is over, the hoists that are under
    // way would else give the power of those that are still on their way, until they trip. Power waits for those.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Raised(in HoistState h, int i, double forceN, double factor)
    {
        double along = AlongN(h, factor * RaisingLeverMps(h)), ahead = _referenceMps[i] - h.Rope.NextSpeedMps;
        if (ahead > 0 != along > 0) return Limited(h, forceN + along);
        return Limited(h, forceN + Share((BoundShare - Math.Abs(ahead) / _tripMps) / (BoundShare - FreeDeviationShare)) * along);
    }

    private double GivenW(in HoistState h, double forceN) => _losses.FrontEndPowerW(forceN, h.Rope.NextSpeedMps);

    // How much of a lever force is for power: the mean speed along the direction, each hoist counted by its speed.
    // Near rest, where speeds differ in sign, power is left to the plan.
    private double LeverShare(ControllerState state, int direction)
    {
        double squares = 0, speeds = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_shares[i]) continue;
            double along = Math.Max(Math.Min(direction * h.Rope.NextSpeedMps, direction * h.SpeedRefMps), 0);
            squares += along * along;
            speeds += Math.Abs(h.Rope.NextSpeedMps);
        }
        if (squares == 0) return 0;
        double from = direction > 0 ? LoweringFromMps : RaisingFromMps, to = direction > 0 ? LoweringToMps : RaisingToMps;
        return Math.Min(Math.Max((squares / speeds - from) / (to - from), 0), 1);
    }

    // Power of the plan's motion with the steady force observed [W].
    private double PlannedW(in HoistState h, int i) =>
        (h.Rope.SteadyForceN - (_drumKg + h.MovingMassKg) * h.AccelerationRefMps2) * _referenceMps[i];

    // Raising, power is exact at once, ahead of the plan's speed; but where others cover what a hoist is short of, it gives no more than its plan.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (double ForceN, double SpeedMps) Asked(in HoistState h) =>
        h.Covered == 1 ? (h.PlannedForceN, h.SpeedRefMps) : (_losses.MotorForceN(h.StaticForceN, 0, h.SpeedTargetMps, 0), h.SpeedTargetMps);

    // Hoists exchange only while their planned speeds are alike: where one hands over to another, its deviation is mostly speed, and the
    // other's motion must not answer it.
    private double EvenShare(ControllerState state)
    {
        double sum = 0, squares = 0;
        int count = 0;
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            if (!_shares[i]) continue;
            sum += _referenceMps[i];
            squares += _referenceMps[i] * _referenceMps[i];
            count++;
        }
        if (squares == 0) return 0;
        return Math.Min(Math.Max((sum * sum / (count * squares) - UnevenTo) / (EvenFrom - UnevenTo), 0), 1);
    }

    private void Exchange(ControllerState state, double part)
    {
        if (part == 0) return;
        BounceExchange exchange = default;
        for (int i = 0; i < state.Hoists.Length; i++)
            if (_shares[i]) exchange.Join(_rate2[i], state.Hoists[i].Rope.NextSpeedMps);
        for (int i = 0; i < state.Hoists.Length; i++)
            if (_shares[i]) exchange.Add(_rate2[i], _forceN[i] * state.Hoists[i].Rope.NextSpeedMps - PlannedW(state.Hoists[i], i));
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            if (!_shares[i]) continue;
            double most = CommonShare * h.StaticForceN, taken = part * exchange.TakenN(_rate2[i], h.Rope.NextSpeedMps);
            // Less force speeds a falling weight up: one that is at its greatest planned speed takes no more of that from the others, and one that has been
            // off its plan for most of the time that would trip it is not pushed farther.
            double patience = Share((ImpatientShare - h.SpeedDeviationCycles / _tripCycles) / (ImpatientShare - PatientShare));
            bool ahead = h.Rope.NextSpeedMps > _referenceMps[i];
            double faster = most * Share((_greatestMps - h.Rope.NextSpeedMps) / (FreeShare * _greatestMps)) * (ahead ? patience : 1);
            double slower = most * (ahead ? 1 : patience);
            _forceN[i] -= Math.Min(Math.Max(taken, -slower), faster);
        }
    }

    private static double Share(double x) => Math.Min(Math.Max(x, 0), 1);

    private static double AlongN(in HoistState h, double forceN)
    {
        double most = CommonShare * h.StaticForceN;
        return Math.Min(Math.Max(forceN, -most), most);
    }

    private double Limited(in HoistState h, double forceN)
    {
        double balance = h.Rope.NextRopeForceN + h.Rope.DrumForceN;
        return Math.Min(Math.Max(forceN, balance - _drumKg * _greatestDownMps2), balance + _drumKg * _greatestUpMps2);
    }
}
