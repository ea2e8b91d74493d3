using Gravistore.Core.Parameters;
using Gravistore.DryRun.Scenarios;

namespace Gravistore.DryRun.Loop;

/// <summary>Potential energy of weight and rope against depth, in relation to its value at the upper landing; stretch is left out.</summary>
internal sealed class StoredEnergy(ShaftParameters shaft, HoistParameters hoist)
{
    /// <summary>Halvings of the stroke until a depth is exact to a micrometre.</summary>
    private const int Halvings = 40;

    /// <summary>Share of a hoist's full charge at a weight depth: 1 at the upper landing, 0 at the lower.</summary>
    public double ShareAt(double depthM) => Raw(depthM) / Raw(shaft.UpperLandingDepthM);

    /// <summary>Depths at which each weight of a run starts.</summary>
    public double[] StartDepths(InitialState initial, int hoistCount)
    {
        if (initial.WeightDepthsM is { } given) return [.. given];
        double[] depths = new double[hoistCount];
        if (initial.StateOfChargePercent is { } percent) FillAtCharge(depths, percent / 100, initial.SpreadM);
        else Array.Fill(depths, initial.Landing == Landing.Upper ? shaft.UpperLandingDepthM : shaft.LowerLandingDepthM);
        return depths;
    }

    private void FillAtCharge(double[] depths, double share, double spreadM)
    {
        double upperM = shaft.UpperLandingDepthM, lowerM = shaft.LowerLandingDepthM;
        for (int i = 0; i < Halvings; i++)
        {
            double middleM = 0.5 * (upperM + lowerM);
            Spread(depths, middleM, spreadM);
            if (MeanShare(depths) > share) upperM = middleM;
            else lowerM = middleM;
        }
        Spread(depths, share >= 1 ? shaft.UpperLandingDepthM : share <= 0 ? shaft.LowerLandingDepthM : 0.5 * (upperM + lowerM), spreadM);
    }

    private void Spread(double[] depths, double middleM, double spreadM)
    {
        for (int i = 0; i < depths.Length; i++)
        {
            double offset = depths.Length == 1 ? 0 : 2.0 * i / (depths.Length - 1) - 1;
            depths[i] = Math.Clamp(middleM + offset * spreadM, shaft.UpperLandingDepthM, shaft.LowerLandingDepthM);
        }
    }

    /// <summary>Mean share of all hoists at their depths.</summary>
    public double MeanShare(ReadOnlySpan<double> depthsM)
    {
        double sum = 0;
        foreach (double depthM in depthsM) sum += ShareAt(depthM);
        return sum / depthsM.Length;
    }

    // Energy above the lower landing over gravity [kg m]: the weight, and the rope, whose paid-out part shortens as it is wound up.
    private double Raw(double depthM)
    {
        double lowerM = shaft.LowerLandingDepthM;
        return hoist.WeightMassKg * (lowerM - depthM) + 0.5 * hoist.RopeMassPerMetreKg * (lowerM * lowerM - depthM * depthM);
    }
}
