using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>
/// What has to be spent of power while weights are lowered, where exact power is unstable: on the surplus of energy that it cannot hold
/// (<see cref="UnstableMode"/>), and a little on the bounce that all ropes share; docs/power.md 8.
/// </summary>
internal sealed class LoweringStabiliser(PlantParameters plant)
{
    /// <summary>A hoist below this planned speed is left to its own loop [m/s].</summary>
    private const double LeastMps = 0.05;
    /// <summary>Rounds a cycle with which the mode is followed, and found anew after a step of power.</summary>
    private const int Rounds = 3, StepRounds = 20;

    private readonly UnstableMode _mode = new(plant);
    private readonly double _drumKg = plant.Hoist.DrumSideMassKg;
    private readonly double _stiffnessN = plant.Hoist.RopeAxialStiffnessN;

    /// <summary>Power beyond the plan's [W].</summary>
    /// <param name="state">State of the controller; holds the mode.</param>
    /// <param name="shares">Hoists that give power together.</param>
    /// <param name="referenceMps">Planned speed of each hoist for the force observed [m/s].</param>
    /// <param name="exchange">Share of a hoist's deviation in power that others take over.</param>
    /// <param name="gains">Gains for the present spread of rates.</param>
    public double SpentW(ControllerState state, ReadOnlySpan<bool> shares, ReadOnlySpan<double> referenceMps, double exchange, in LoweringGains gains)
    {
        bool step = state.Plant.StepCycles > 0;
        double bounceW = 0, surplusJ = 0, fastest = FastestMps(shares, referenceMps);
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            // After a step the mode of the speeds to come is looked for at once: the way there takes half a second.
            double speed = step ? Math.Max(referenceMps[i], h.SpeedTargetMps * h.Rope.SpeedRatio) : referenceMps[i];
            if (!shares[i] || speed < LeastMps)
            {
                _mode.Leave(i, ref h.Rope);
                continue;
            }
            UnstableMode.Link link = LinkOf(h, speed, Math.Min(speed / fastest, 1), gains);
            _mode.Join(i, link, ref h.Rope);
            bounceW += Of(h, referenceMps[i], link.PowerBySpeed, link.PowerByRope, link.PowerByWeight);
        }
        double ratePerS = _mode.Follow(state, exchange, step ? StepRounds : Rounds);
        for (int i = 0; i < state.Hoists.Length; i++)
        {
            ref HoistState h = ref state.Hoists[i];
            surplusJ += Of(h, referenceMps[i], h.Rope.ModeSpeed, h.Rope.ModeForce, h.Rope.ModeWeight);
        }
        return bounceW + (1 + gains.SpeedPole) * ratePerS * surplusJ;
    }

    private static double Of(in HoistState h, double referenceMps, double bySpeed, double byRope, double byWeight) =>
        bySpeed * (h.Rope.NextSpeedMps - referenceMps) + byRope * PowerLaw.Swing(h) + byWeight * (h.Rope.NextWeightSpeedMps - referenceMps);

    private static double FastestMps(ReadOnlySpan<bool> shares, ReadOnlySpan<double> referenceMps)
    {
        double fastest = LeastMps;
        for (int i = 0; i < shares.Length; i++)
            if (shares[i]) fastest = Math.Max(fastest, referenceMps[i]);
        return fastest;
    }

    // The power that damps the bounce of one hoist alone: its poles under exact power, z' and a growing pair, with only the pair moved.
    // A slow hoist counts by the square of its lever: alone its speed would have a fast pole that total power need not know of.
    private UnstableMode.Link LinkOf(in HoistState h, double speedMps, double lever, in LoweringGains gains)
    {
        double k = _stiffnessN / Math.Max(h.RopeLengthM, 1), rate2 = k / h.MovingMassKg, ratio = k / _drumKg;
        double z = h.Rope.SteadyForceN / (speedMps * _drumKg), eps = ratio * z / (z * z + rate2);
        for (int round = 0; round < 2; round++) eps = ratio * (z - eps) / ((z - eps) * (z - eps) + rate2);
        double rest = z - eps, moved2 = rate2 * z / rest, sigma2 = gains.Placed * eps;
        double loop = _drumKg * gains.LoopPerS, unit = lever * lever * speedMps * _drumKg;
        return new UnstableMode.Link
        {
            SpeedMps = speedMps,
            ForceN = h.Rope.SteadyForceN,
            StiffnessNPerM = k,
            MassKg = h.MovingMassKg,
            ForceBySpeed = loop,
            ForceByRope = gains.RopeShare - loop * 2 * gains.Damping * Math.Sqrt(rate2) / k,
            PowerBySpeed = unit * (eps + sigma2),
            PowerByRope = unit * (rate2 + ratio - moved2 + sigma2 * rest) / k,
            PowerByWeight = unit * (rest - rest * moved2 / rate2 - sigma2),
        };
    }
}
