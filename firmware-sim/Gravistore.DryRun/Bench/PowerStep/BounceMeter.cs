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
    /// <summary>A rope that swings less than this share of its mean force at first has not answered the step at all: its hoist stood.</summary>
    public const double LeastShare = 1e-3;
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

    /// <summary>Half-swing left over the first peak, worst of the hoists that moved; null when none did, or when the run was over before.</summary>
    public double? Ratio()
    {
        if (_count < _samples) return null;
        double? worst = null;
        for (int i = 0; i < _hoists; i++)
        {
            ReadOnlySpan<double> forceN = _forceN.AsSpan(i * _samples, _samples);
            double earlyN = MeanN(forceN, 0), lateN = MeanN(forceN, LastS - MeanS);
            double firstN = HalfSwingN(forceN, 0, FirstS, earlyN);
            if (firstN > LeastShare * earlyN) worst = Math.Max(worst ?? 0, HalfSwingN(forceN, LateFromS, LateToS, lateN) / firstN);
        }
        return worst;
    }

    private double MeanN(ReadOnlySpan<double> forceN, double fromS)
    {
        double sumN = 0;
        ReadOnlySpan<double> part = forceN[At(fromS)..At(fromS + MeanS)];
        foreach (double n in part) sumN += n;
        return sumN / part.Length;
    }

    private double HalfSwingN(ReadOnlySpan<double> forceN, double fromS, double toS, double meanN)
    {
        double swingN = 0;
        foreach (double n in forceN[At(fromS)..At(toS)]) swingN = Math.Max(swingN, Math.Abs(n - meanN));
        return swingN;
    }

    private int At(double timeS) => (int)Math.Round(timeS / _cycleS);
}
