using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>
/// The one thing that exact power cannot hold while weights are lowered: a surplus of energy in the motion of all, y [J], for which y' = z y - p holds
/// with p the power beyond the plan's [W]. It is the left eigenvector of the unstable pole z of everything that the law does to the hoists, found by power
/// iteration over the adjoint of <see cref="PowerLaw"/>, a few rounds a cycle; docs/power.md 8. Spending p = (1 + x) z y moves that pole to -x z and no other.
/// </summary>
public sealed class UnstableMode
{
    /// <summary>Time of a round [s]: within it no rope swings far (19 1/s at 15 m).</summary>
    private const double RoundS = 0.005;
    private const double LeastShare = 1e-3;

    private readonly Link[] _links;
    private readonly double _drumKg;
    private double _levers, _rates, _rateSquares;

    public UnstableMode(PlantParameters plant)
    {
        _links = new Link[plant.HoistCount];
        _drumKg = plant.Hoist.DrumSideMassKg;
    }

    /// <summary>What the law does with one hoist at its operating point.</summary>
    public struct Link
    {
        /// <summary>Speed [m/s], steady motor force [N], stiffness of the rope [N/m] and moving mass [kg].</summary>
        public double SpeedMps, ForceN, StiffnessNPerM, MassKg;
        /// <summary>Force that the hoist asks for by itself, by drum speed [N s/m] and by rope force.</summary>
        public double ForceBySpeed, ForceByRope;
        /// <summary>Power spent on its bounce, by drum speed [N], rope force [m/s] and weight speed [N].</summary>
        public double PowerBySpeed, PowerByRope, PowerByWeight;

        internal double Rate2, PerShares;
        internal int On;
    }

    /// <summary>Takes a hoist out of the mode.</summary>
    public void Leave(int i, ref RopeEstimate e)
    {
        _links[i].On = 0;
        e.ModeSpeed = e.ModeForce = e.ModeWeight = 0;
    }

    /// <summary>States a hoist's part. One that was not in the mode begins as if rope and drum were rigid.</summary>
    public void Join(int i, in Link link, ref RopeEstimate e)
    {
        _links[i] = link;
        _links[i].On = 1;
        _links[i].Rate2 = link.StiffnessNPerM / link.MassKg;
        if (e.ModeSpeed != 0) return;
        e.ModeSpeed = _drumKg * link.SpeedMps;
        e.ModeWeight = link.MassKg * link.SpeedMps;
    }

    /// <summary>Some rounds of power iteration over all hoists that joined.</summary>
    /// <param name="state">Holds the mode.</param>
    /// <param name="exchange">Share of a hoist's deviation in power that others take over.</param>
    /// <param name="rounds">Rounds.</param>
    /// <returns>The unstable pole z [1/s]; 0 = no hoist is in the mode.</returns>
    public double Follow(ControllerState state, double exchange, int rounds)
    {
        Prepare();
        if (_levers == 0) return 0;
        double rate = 0;
        for (int n = 0; n < rounds; n++)
        {
            double before = Scale(state);
            Round(state, exchange);
            double grown = Weight(state) / before;
            rate = (grown - 1) / RoundS;
        }
        Scale(state);
        return rate;
    }

    private void Prepare()
    {
        _levers = _rates = _rateSquares = 0;
        for (int i = 0; i < _links.Length; i++)
        {
            ref Link l = ref _links[i];
            if (l.On == 0) continue;
            double lever = l.SpeedMps * l.SpeedMps;
            _levers += lever;
            _rates += lever * l.Rate2;
            _rateSquares += lever * l.Rate2 * l.Rate2;
        }
        for (int i = 0; i < _links.Length; i++)
        {
            ref Link l = ref _links[i];
            if (l.On == 1) l.PerShares = 1 / ((_rateSquares / l.Rate2 - 2 * _rates) / l.Rate2 + (1 + BounceExchange.Least) * _levers);
        }
    }

    private double Weight(ControllerState state)
    {
        double sum = 0;
        for (int i = 0; i < _links.Length; i++)
            if (_links[i].On == 1) sum += state.Hoists[i].Rope.ModeSpeed * _links[i].SpeedMps;
        return sum;
    }

    // In such units that power p takes p of the surplus. A mode that has lost its weight begins anew.
    private double Scale(ControllerState state)
    {
        double whole = _drumKg * _levers, weight = Weight(state);
        bool lost = !(weight > LeastShare * whole);
        double factor = lost ? 1 : whole / weight;
        for (int i = 0; i < _links.Length; i++)
        {
            ref Link l = ref _links[i];
            if (l.On == 0) continue;
            ref RopeEstimate e = ref state.Hoists[i].Rope;
            (e.ModeSpeed, e.ModeForce, e.ModeWeight) = lost
                ? (_drumKg * l.SpeedMps, 0, l.MassKg * l.SpeedMps)
                : (e.ModeSpeed * factor, e.ModeForce * factor, e.ModeWeight * factor);
        }
        return whole;
    }

    private void Round(ControllerState state, double exchange)
    {
        double all = 0, byRate = 0, byRate2 = 0;
        for (int i = 0; i < _links.Length; i++)
        {
            ref Link l = ref _links[i];
            if (l.On == 0) continue;
            double lever = -state.Hoists[i].Rope.ModeSpeed / _drumKg * l.SpeedMps;
            all += lever;
            byRate += lever * l.Rate2;
            byRate2 += lever * l.Rate2 * l.Rate2;
        }
        double common = all / _levers;
        for (int i = 0; i < _links.Length; i++)
        {
            ref Link l = ref _links[i];
            if (l.On == 0) continue;
            double taken = ((byRate2 / l.Rate2 - 2 * byRate) / l.Rate2 + (1 + BounceExchange.Least) * all) * l.PerShares;
            Advance(l, common, -exchange * taken - (1 - exchange) * common, ref state.Hoists[i].Rope);
        }
    }

    // What a hoist's deviations do to the surplus: through its own force, through the power that others or all take over, through its rope.
    private void Advance(in Link l, double common, double byPower, ref RopeEstimate e)
    {
        double own = e.ModeSpeed / _drumKg, byForce = -own + byPower * l.SpeedMps;
        double speed = byForce * l.ForceBySpeed + byPower * l.ForceN + common * l.PowerBySpeed - e.ModeForce * l.StiffnessNPerM;
        double rope = own + byForce * l.ForceByRope + common * l.PowerByRope - e.ModeWeight / l.MassKg;
        double weight = e.ModeForce * l.StiffnessNPerM + common * l.PowerByWeight;
        e.ModeSpeed += RoundS * speed;
        e.ModeForce += RoundS * rope;
        e.ModeWeight += RoundS * weight;
    }
}
