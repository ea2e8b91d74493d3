namespace Gravistore.Core.Power;

/// <summary>
/// Lets hoists of other rates take over what one hoist's damping costs in power. Hoist i takes of hoist j's deviation the share
/// W_ij = v_i^2 ((r_i/r_j - 1)^2 + d) / S_j, with v its speed, r the squared rate of its rope and S_j such that all shares of j make one: the further
/// apart the rates, the less the taker's own rope answers, and the slower a hoist, the less its force is a lever for power.
/// The square makes the sum over all pairs one over all hoists.
/// </summary>
public struct BounceExchange
{
    /// <summary>Least weight d: hoists of one rate share evenly.</summary>
    public const double Least = 0.006;

    private double _levers, _rates, _squares, _even, _inverse, _inverseSquare;

    /// <summary>Counts a hoist with this squared rate [1/s2] and speed [m/s] in; all hoists before the first deviation.</summary>
    public void Join(double rate2, double speedMps)
    {
        double lever = speedMps * speedMps;
        _levers += lever;
        _rates += lever * rate2;
        _squares += lever * rate2 * rate2;
    }

    /// <summary>Deviation of a hoist's power [W] from its plan.</summary>
    public void Add(double rate2, double deviationW)
    {
        double inverse = 1 / rate2;
        double shares = (_squares * inverse - 2 * _rates) * inverse + (1 + Least) * _levers;
        double part = deviationW / shares;
        _even += (1 + Least) * part;
        _inverse += part * inverse;
        _inverseSquare += part * inverse * inverse;
    }

    /// <summary>Force [N] with which a hoist with this squared rate and speed takes its share over; all deviations before the first question.</summary>
    public readonly double TakenN(double rate2, double speedMps) => speedMps * ((_inverseSquare * rate2 - 2 * _inverse) * rate2 + _even);
}
