using Gravistore.Core.Parameters;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>
/// Depths drawn at random among those that the spread policy allows: weights between the landings, the charge as asked, travel for a minute of full speed
/// in the step's direction, and a half-spread of at least 100 m of a stroke of 500 m at 50 % charge and 48 m at 10 and 90 %, in proportion on other strokes.
/// </summary>
internal sealed class AllowedDepths(PlantParameters plant)
{
    /// <summary>Least half-spread over the stroke, in the middle and near the ends.</summary>
    public const double MiddleShare = 100.0 / 500, EndShare = 48.0 / 500;
    /// <summary>Half-spreads are drawn up to this many times the least one.</summary>
    private const double MostOverLeast = 2;
    /// <summary>Charges from here to there count as the middle [%].</summary>
    private const int MiddleFromPercent = 30, MiddleToPercent = 70;
    /// <summary>Travel for this long at full speed is left, but no more than that share of the stroke is asked for [s].</summary>
    private const double TravelS = 60, TravelShare = 0.07;
    /// <summary>Weights are drawn towards one end by powers up to this.</summary>
    private const int MaxPower = 5;
    /// <summary>Weights keep this far from a landing [m].</summary>
    private const double LandingM = 0.5;
    private const int Halvings = 40, MaxDraws = 100_000;

    private readonly double _travelM = Math.Min(TravelS * plant.Motion.MaxSpeedMps, TravelShare * plant.Shaft.StrokeM);
    private readonly StoredEnergy _stored = new(plant.Shaft, plant.Hoist);

    /// <summary>Least half-spread at a charge [m].</summary>
    public double LeastHalfSpreadM(int chargePercent) =>
        plant.Shaft.StrokeM * (chargePercent is > MiddleFromPercent and < MiddleToPercent ? MiddleShare : EndShare);

    /// <summary>Depths of a seed [m].</summary>
    /// <exception cref="BenchException">No depths at this charge keep spread and travel.</exception>
    public double[] Draw(StepDirection direction, int chargePercent, ulong seed)
    {
        Xoshiro256 random = new(seed);
        double leastM = LeastHalfSpreadM(chargePercent), mostM = Math.Min(MostOverLeast * leastM, 0.5 * plant.Shaft.StrokeM - LandingM);
        for (int draw = 0; draw < MaxDraws; draw++)
        {
            double[] places = Places(random);
            double halfM = leastM + (mostM - leastM) * random.NextUniform();
            if (Place(places, halfM, 0.01 * chargePercent) is { } depthsM && LeavesTravel(depthsM, direction)) return depthsM;
        }
        throw new BenchException(FormattableString.Invariant($"{plant.Name}: no depths at {chargePercent} % charge keep a half-spread of {leastM:0.##} m and {_travelM:0.##} m of travel; choose other cells or another plant"));
    }

    private bool LeavesTravel(double[] depthsM, StepDirection direction) => direction == StepDirection.Lower
        ? plant.Shaft.LowerLandingDepthM - depthsM.Max() >= _travelM
        : depthsM.Min() - plant.Shaft.UpperLandingDepthM >= _travelM;

    // Numbers from -1 to 1 that reach both ends, crowded towards one of them by chance.
    private double[] Places(Xoshiro256 random)
    {
        double[] places = new double[plant.HoistCount];
        int power = 1 + (int)(random.NextUniform() * MaxPower);
        bool mirrored = random.NextUniform() < 0.5;
        for (int i = 0; i < places.Length; i++) places[i] = Crowded(random.NextUniform(), power, mirrored);
        double least = places.Min(), greatest = places.Max();
        for (int i = 0; i < places.Length; i++) places[i] = greatest > least ? 2 * (places[i] - least) / (greatest - least) - 1 : 0;
        return places;
    }

    private double[]? Place(double[] places, double halfM, double share)
    {
        double upperM = plant.Shaft.UpperLandingDepthM + LandingM + halfM, lowerM = plant.Shaft.LowerLandingDepthM - LandingM - halfM;
        if (lowerM < upperM || ShareAt(places, halfM, upperM) < share || ShareAt(places, halfM, lowerM) > share) return null;
        for (int i = 0; i < Halvings; i++)
        {
            double middleM = 0.5 * (upperM + lowerM);
            if (ShareAt(places, halfM, middleM) > share) upperM = middleM;
            else lowerM = middleM;
        }
        return Depths(places, halfM, upperM);
    }

    private double ShareAt(double[] places, double halfM, double middleM) => _stored.MeanShare(Depths(places, halfM, middleM));

    private static double[] Depths(double[] places, double halfM, double middleM) => [.. places.Select(p => middleM + halfM * p)];

    private static double Crowded(double uniform, int power, bool mirrored)
    {
        double place = 1;
        for (int i = 0; i < power; i++) place *= uniform;
        return mirrored ? -place : place;
    }
}
