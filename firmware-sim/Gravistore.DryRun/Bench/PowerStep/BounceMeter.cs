namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>Follows the rope force of every hoist after a step and tells what is left of its first swing ten seconds later.</summary>
internal sealed class BounceMeter
{
    /// <summary>Half-swings count from here to there [s].</summary>
    public const double LateFromS = 9, LateToS = 10;
    /// <summary>They are taken about the mean over this time, which lies around them [s].</summary>
    public const double MeanS = 4;
    /// <summary>The first peak lies before this time: the slowest bounce has passed one period by then [s].</summary>
    public const double FirstS = 2.5;
    private const double LastS = 0.5 * (LateFromS + LateToS + MeanS);

    private readonly int _hoists, _samples;
    private readonly double _cycleS;
    private readonly double[] _forceN;
    private int _count;

    /// <param name="hoistCount">Hoists.</param>
    /// <param name="cycleS">Time between samples [s].</param>
    public BounceMeter(int hoistCount, double cycleS)
    {
        _hoists = hoistCount;
        _cycleS = cycleS;
        _samples = (int)Math.Round(LastS / cycleS);
        _forceN = new double[hoistCount * _samples];
    }

    /// <summary>Takes one sample of every hoist's rope force [N]; the first at the end of the first cycle after the step.</summary>
    public void Add(ReadOnlySpan<double> forcesN)
    {
        if (_count == _samples) return;
        for (int i = 0; i < _hoists; i++) _forceN[i * _samples + _count] = forcesN[i];
        _count++;
    }

    /// <summary>Half-swing left over the first peak, worst hoist; null when the run was over before, or when nothing swung at first.</summary>
    public double? Ratio()
    {
        if (_count < _samples) return null;
        double worst = 0;
        for (int i = 0; i < _hoists; i++)
        {
            ReadOnlySpan<double> forceN = _forceN.AsSpan(i * _samples, _samples);
            double firstN = HalfSwing(forceN, 0, FirstS, 0);
            if (firstN == 0) return null;
            worst = Math.Max(worst, HalfSwing(forceN, LateFromS, LateToS, LastS - MeanS) / firstN);
        }
        return worst;
    }

    private double HalfSwing(ReadOnlySpan<double> forceN, double fromS, double toS, double meanFromS)
    {
        double meanN = 0;
        ReadOnlySpan<double> mean = forceN[At(meanFromS)..At(meanFromS + MeanS)];
        foreach (double n in mean) meanN += n / mean.Length;
        double swingN = 0;
        foreach (double n in forceN[At(fromS)..At(toS)]) swingN = Math.Max(swingN, Math.Abs(n - meanN));
        return swingN;
    }

    private int At(double timeS) => (int)Math.Round(timeS / _cycleS);
}
