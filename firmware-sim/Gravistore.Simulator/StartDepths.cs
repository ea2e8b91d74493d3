using Gravistore.FirmwareSim.Plant;

namespace Gravistore.Simulator;

/// <summary>Depths at which the weights start, from a state of charge: share of the energy between the landings, stretch left out.</summary>
internal static class StartDepths
{
    /// <summary>Halvings of the stroke until a depth is exact to a micrometre.</summary>
    private const int Halvings = 40;

    /// <param name="truth">The plant.</param>
    /// <param name="percent">State of charge, 0 to 100.</param>
    /// <param name="spreadM">Half of the distance between highest and lowest weight [m]; cut off at the landings.</param>
    public static double[] AtCharge(PlantTruth truth, double percent, double spreadM)
    {
        double upperM = truth.Shaft.UpperLandingDepthM, lowerM = truth.Shaft.LowerLandingDepthM;
        double highM = upperM, lowM = lowerM;
        for (int i = 0; i < Halvings; i++)
        {
            double middleM = 0.5 * (highM + lowM);
            if (MeanShare(truth, Spread(truth, middleM, spreadM)) > percent / 100) highM = middleM;
            else lowM = middleM;
        }
        return Spread(truth, percent >= 100 ? upperM : percent <= 0 ? lowerM : 0.5 * (highM + lowM), spreadM);
    }

    private static double[] Spread(PlantTruth truth, double middleM, double spreadM)
    {
        double[] depths = new double[truth.HoistCount];
        for (int i = 0; i < depths.Length; i++)
        {
            double offset = depths.Length == 1 ? 0 : 2.0 * i / (depths.Length - 1) - 1;
            depths[i] = Math.Clamp(middleM + offset * spreadM, truth.Shaft.UpperLandingDepthM, truth.Shaft.LowerLandingDepthM);
        }
        return depths;
    }

    private static double MeanShare(PlantTruth truth, double[] depthsM) =>
        depthsM.Average(d => RawEnergy(truth, d)) / RawEnergy(truth, truth.Shaft.UpperLandingDepthM);

    // Energy above the lower landing over gravity [kg m].
    private static double RawEnergy(PlantTruth truth, double depthM)
    {
        double lowerM = truth.Shaft.LowerLandingDepthM;
        return truth.Mechanics.WeightMassKg * (lowerM - depthM) + 0.5 * truth.Mechanics.RopeMassPerMetreKg * (lowerM * lowerM - depthM * depthM);
    }
}
