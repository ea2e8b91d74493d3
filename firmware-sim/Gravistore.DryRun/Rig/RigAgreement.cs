using System.Globalization;

namespace Gravistore.DryRun.Rig;

/// <summary>Holds a run through the wire against the dry run of the same scenario, from the first power on.</summary>
/// <param name="PowerRmsPercent">Root mean square of the difference of grid power [% of rated power].</param>
/// <param name="DepthRmsPercent">Root mean square of the difference of depths over all hoists [% of the stroke].</param>
/// <param name="Seconds">How long they were compared [s].</param>
public sealed record RigAgreement(double PowerRmsPercent, double DepthRmsPercent, double Seconds)
{
    /// <summary>Both must stay within this [%].</summary>
    public const double LimitPercent = 1;
    private const double RowS = 0.01;

    /// <summary>Both are within the limit.</summary>
    public bool Holds => Seconds > 0 && PowerRmsPercent <= LimitPercent && DepthRmsPercent <= LimitPercent;

    /// <summary>Compares.</summary>
    /// <param name="run">Through the wire.</param>
    /// <param name="dryCsv">The dry run as a table with a row every 10 ms.</param>
    public static RigAgreement Of(RigRun run, string dryCsv)
    {
        ArgumentNullException.ThrowIfNull(run);
        int hoists = run.Request.Plant.HoistCount;
        List<double[]> dry = Table(dryCsv, hoists);
        // A row bears the time at its end, a cycle the time at its beginning.
        double firstS = run.FirstSetPointS, dryFirstS = dry.FindIndex(r => r[^1] != 0) * RowS, powerSum = 0, depthSum = 0;
        if (dryFirstS < 0) return new RigAgreement(double.NaN, double.NaN, 0);
        int rows = 0;
        for (int row = Math.Max(0, run.Truth.RowAt(run.TruthOffsetS + firstS)); row < run.Truth.Count; row++)
        {
            double timeS = run.Truth.TimeS(row) - run.TruthOffsetS;
            int other = (int)Math.Round((timeS - firstS + dryFirstS) / RowS) - 1;
            if (timeS > run.LengthS || other >= dry.Count || double.IsInfinity(firstS)) break;
            if (other < 0) continue;
            rows++;
            double differenceW = run.Truth.PowerW(row) - 1000 * dry[other][0];
            powerSum += differenceW * differenceW;
            for (int i = 0; i < hoists; i++)
            {
                double differenceM = run.Truth.Hoist(row, i).DepthM - dry[other][1 + i];
                depthSum += differenceM * differenceM / hoists;
            }
        }
        return rows == 0 ? new RigAgreement(double.NaN, double.NaN, 0)
            : new RigAgreement(100 * Math.Sqrt(powerSum / rows) / run.Request.Plant.RatedPowerW, 100 * Math.Sqrt(depthSum / rows) / run.Request.Plant.Shaft.StrokeM, rows * RowS);
    }

    private static List<double[]> Table(string csv, int hoists)
    {
        using StringReader reader = new(csv);
        string[] names = (reader.ReadLine() ?? "").Split(',');
        int[] columns = [Array.IndexOf(names, "power_kW"), .. Enumerable.Range(1, hoists).Select(i => Array.IndexOf(names, $"h{i}_depth_m")), Array.IndexOf(names, "set_point_kW")];
        List<double[]> rows = [];
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            rows.Add([.. columns.Select(c => double.Parse(cells[c], CultureInfo.InvariantCulture))]);
        }
        return rows;
    }
}
