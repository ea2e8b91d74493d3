namespace Gravistore.Core.Power;

/// <summary>
/// Gains of the law while lowering, by how far apart the rates of the ropes are: docs/power.md, "Gains". Hoists of one rate can be damped only
/// by power, hoists of different rates damp each other.
/// </summary>
internal readonly record struct LoweringGains
{
    /// <summary>Soft loop of each hoist on its planned speed [1/s].</summary>
    public double LoopPerS { get; init; }
    /// <summary>Damping ratio that each hoist asks for by itself.</summary>
    public double Damping { get; init; }
    /// <summary>Share of the swing of the rope force that the motor answers with its own.</summary>
    public double RopeShare { get; init; }
    /// <summary>Damping of the bounce by power, as multiple of half the growth under exact power: -1 = none.</summary>
    public double Placed { get; init; }
    /// <summary>Where the unstable pole is moved, as multiple of its mirror image.</summary>
    public double SpeedPole { get; init; }
    /// <summary>Share of a hoist's own deviation in power that hoists of other rates take over.</summary>
    public double Exchange { get; init; }

    /// <summary>Spread of the rates (standard deviation over mean) for which each set of gains holds; between, in proportion.</summary>
    private const double AlikeTo = 0.015, NearFrom = 0.035, NearTo = 0.06, ApartFrom = 0.13;
    private static readonly LoweringGains Alike = new() { LoopPerS = 3.8, Damping = 0.10, RopeShare = 0.50, Placed = -0.16, SpeedPole = 1, Exchange = 0.95 };
    private static readonly LoweringGains Near = new() { LoopPerS = 3.0, Damping = 0.04, RopeShare = 0.48, Placed = -0.8, SpeedPole = 3.2, Exchange = 0.90 };
    private static readonly LoweringGains Apart = new() { LoopPerS = 7.0, Damping = 0.15, RopeShare = 0.60, Placed = -0.78, SpeedPole = 1.4, Exchange = 0.70 };

    /// <summary>Gains for a spread of the rates.</summary>
    public static LoweringGains For(double spread) => spread < NearFrom
        ? Between(Alike, Near, (spread - AlikeTo) / (NearFrom - AlikeTo))
        : Between(Near, Apart, (spread - NearTo) / (ApartFrom - NearTo));

    private static LoweringGains Between(in LoweringGains a, in LoweringGains b, double share)
    {
        double x = Math.Min(Math.Max(share, 0), 1);
        return new LoweringGains
        {
            LoopPerS = a.LoopPerS + x * (b.LoopPerS - a.LoopPerS),
            Damping = a.Damping + x * (b.Damping - a.Damping),
            RopeShare = a.RopeShare + x * (b.RopeShare - a.RopeShare),
            Placed = a.Placed + x * (b.Placed - a.Placed),
            SpeedPole = a.SpeedPole + x * (b.SpeedPole - a.SpeedPole),
            Exchange = a.Exchange + x * (b.Exchange - a.Exchange),
        };
    }
}
