namespace Gravistore.DryRun.Results;

/// <summary>Sums what a followed law asks and what the plant gives, on the same cycles, and counts the cycles in which the two agree.</summary>
internal sealed class FollowMeter
{
    private const double JoulePerKWh = 3.6e6;

    private const double NarrowW = 6e3, WideW = 10e3;

    private double _exportedJ, _importedJ, _idealExportedJ, _idealImportedJ;
    private long _samples, _narrow, _wide;

    /// <summary>One cycle of following has passed.</summary>
    /// <param name="idealW">Power that the law asks for [W].</param>
    /// <param name="powerW">Mean true grid power [W].</param>
    /// <param name="durationS">Length of the cycle [s].</param>
    public void Add(double idealW, double powerW, double durationS)
    {
        _samples++;
        double deviationW = Math.Abs(powerW - idealW);
        if (deviationW <= NarrowW) _narrow++;
        if (deviationW <= WideW) _wide++;
        Sum(idealW * durationS, ref _idealExportedJ, ref _idealImportedJ);
        Sum(powerW * durationS, ref _exportedJ, ref _importedJ);
    }

    /// <summary>The figures, or null when nothing was followed.</summary>
    public FollowFigures? Figures() =>
        _samples == 0 ? null : new FollowFigures(_exportedJ / JoulePerKWh, _importedJ / JoulePerKWh, _idealExportedJ / JoulePerKWh, _idealImportedJ / JoulePerKWh)
        {
            Within6KWPercent = 100.0 * _narrow / _samples,
            Within10KWPercent = 100.0 * _wide / _samples,
        };

    private static void Sum(double energyJ, ref double exportedJ, ref double importedJ)
    {
        if (energyJ > 0) exportedJ += energyJ;
        else importedJ -= energyJ;
    }
}
