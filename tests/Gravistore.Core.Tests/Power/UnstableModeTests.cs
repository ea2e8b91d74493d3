using CsCheck;
using Gravistore.Core.Power;

namespace Gravistore.Core.Tests.Power;

/// <summary>
/// The surplus that exact power cannot hold is found right: against the closed form for one hoist, and against the linear equations of docs/power.md 1, 6 and 7
/// written out in full, for hoists of any depths.
/// </summary>
public sealed class UnstableModeTests
{
    private static readonly double DrumKg = TestPlants.Reference(1).Hoist.DrumSideMassKg;
    private const double Gravity = 9.81, StiffnessN = 318e6, Loop = 4, RopeShare = 0.3, Damping = 0.1, Exchanged = 0.8;

    /// <summary>One hoist: y = m_J V (v + eps/k dT + eps/z' (w - V)) in the units of the class, z' = z - eps.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(265)]
    [InlineData(500)]
    public void One_hoist_as_in_closed_form(double lengthM)
    {
        (ControllerState state, UnstableMode mode, UnstableMode.Link[] links) = Plant([lengthM]);
        double rate = mode.Follow(state, Exchanged, 2000);
        UnstableMode.Link link = links[0];
        double z = link.ForceN / (link.SpeedMps * DrumKg), ratio = link.StiffnessNPerM / DrumKg, rate2 = link.StiffnessNPerM / link.MassKg, eps = 0;
        for (int i = 0; i < 20; i++) eps = ratio * (z - eps) / ((z - eps) * (z - eps) + rate2);
        RopeEstimate e = state.Hoists[0].Rope;
        double unit = DrumKg * link.SpeedMps;
        Assert.Equal(1, rate / (z - eps), 3);
        Assert.Equal(1, e.ModeSpeed / unit, 6);
        Assert.Equal(1, e.ModeForce / (unit * eps / link.StiffnessNPerM), 2);
        Assert.Equal(1, e.ModeWeight / (unit * eps / (z - eps)), 2);
    }

    [Fact]
    public void Several_hoists_as_the_left_eigenvector_of_the_whole() => Gen.Double[20, 500].Array[2, 8].Sample(lengths =>
    {
        (ControllerState state, UnstableMode mode, UnstableMode.Link[] links) = Plant(lengths);
        double rate = mode.Follow(state, Exchanged, 2000);
        double[] y = [.. Enumerable.Range(0, lengths.Length).SelectMany(i => new[] { state.Hoists[i].Rope.ModeSpeed, state.Hoists[i].Rope.ModeForce, state.Hoists[i].Rope.ModeWeight })];
        double[,] whole = Whole(links);
        for (int column = 0; column < y.Length; column++)
        {
            double sum = 0, size = 0;
            for (int row = 0; row < y.Length; row++)
            {
                sum += y[row] * whole[row, column];
                size += Math.Abs(y[row] * whole[row, column]);
            }
            Assert.Equal(rate * y[column], sum, tolerance: 2e-3 * size);
        }
    }, iter: 50);

    /// <summary>Power p beyond the plan's, laid on all along their speeds, takes p of the surplus.</summary>
    [Fact]
    public void Power_takes_of_the_surplus_what_it_is()
    {
        (ControllerState state, UnstableMode mode, UnstableMode.Link[] links) = Plant([120, 250, 300, 480]);
        mode.Follow(state, Exchanged, 100);
        double squares = links.Sum(l => l.SpeedMps * l.SpeedMps);
        double taken = links.Select((l, i) => state.Hoists[i].Rope.ModeSpeed * l.SpeedMps / (DrumKg * squares)).Sum();
        Assert.Equal(1, taken, 9);
    }

    [Fact]
    public void Hoist_that_leaves_counts_for_nothing()
    {
        (ControllerState state, UnstableMode mode, UnstableMode.Link[] links) = Plant([100, 400]);
        mode.Follow(state, Exchanged, 50);
        mode.Leave(1, ref state.Hoists[1].Rope);
        double rate = mode.Follow(state, Exchanged, 2000);
        (ControllerState alone, UnstableMode other, _) = Plant([100]);
        Assert.Equal(other.Follow(alone, Exchanged, 2000), rate, 6);
        Assert.Equal(0, state.Hoists[1].Rope.ModeSpeed);
        Assert.Equal(alone.Hoists[0].Rope.ModeForce / alone.Hoists[0].Rope.ModeSpeed, state.Hoists[0].Rope.ModeForce / state.Hoists[0].Rope.ModeSpeed, 9);
        Assert.Equal(2, links.Length);
    }

    private static (ControllerState State, UnstableMode Mode, UnstableMode.Link[] Links) Plant(double[] lengthsM)
    {
        UnstableMode mode = new(TestPlants.Reference(lengthsM.Length));
        ControllerState state = new(lengthsM.Length);
        UnstableMode.Link[] links = [.. lengthsM.Select(LinkOf)];
        for (int i = 0; i < links.Length; i++) mode.Join(i, links[i], ref state.Hoists[i].Rope);
        return (state, mode, links);
    }

    private static UnstableMode.Link LinkOf(double lengthM)
    {
        double mass = 60e3 + 8 * lengthM, k = StiffnessN / lengthM, force = (60e3 + 24 * lengthM) * Gravity;
        return new UnstableMode.Link
        {
            SpeedMps = 280e3 / force,
            ForceN = force,
            StiffnessNPerM = k,
            MassKg = mass,
            ForceBySpeed = DrumKg * Loop,
            ForceByRope = RopeShare - DrumKg * Loop * 2 * Damping * Math.Sqrt(k / mass) / k,
        };
    }

    // The linear equations: states v, dT, w of each hoist; forces by own wish, exchange and projection.
    private static double[,] Whole(UnstableMode.Link[] links)
    {
        int n = links.Length;
        double[,] force = new double[n, 3 * n], whole = new double[3 * n, 3 * n];
        double squares = links.Sum(l => l.SpeedMps * l.SpeedMps);
        for (int j = 0; j < n; j++)
        {
            UnstableMode.Link of = links[j];
            double[] shares = [.. links.Select(l => l.SpeedMps * l.SpeedMps * (Math.Pow(Rate2(l) / Rate2(of) - 1, 2) + BounceExchange.Least))];
            double all = shares.Sum();
            foreach ((int state, double own, double steady) in new[] { (0, of.ForceBySpeed, of.ForceN), (1, of.ForceByRope, 0) })
            {
                double power = of.SpeedMps * own + steady;
                for (int i = 0; i < n; i++)
                {
                    double v = links[i].SpeedMps;
                    force[i, 3 * j + state] = (i == j ? own : 0) - Exchanged * shares[i] / all * power / v - (1 - Exchanged) * power * v / squares;
                }
            }
        }
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < 3 * n; c++) whole[3 * i, c] = -force[i, c] / DrumKg;
            whole[3 * i, 3 * i + 1] += 1 / DrumKg;
            whole[3 * i + 1, 3 * i] = -links[i].StiffnessNPerM;
            whole[3 * i + 1, 3 * i + 2] = links[i].StiffnessNPerM;
            whole[3 * i + 2, 3 * i + 1] = -1 / links[i].MassKg;
        }
        return whole;
    }

    private static double Rate2(in UnstableMode.Link link) => link.StiffnessNPerM / link.MassKg;
}
