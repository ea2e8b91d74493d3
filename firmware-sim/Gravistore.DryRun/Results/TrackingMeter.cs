namespace Gravistore.DryRun.Results;

/// <summary>Measures how power answers to set points that change at once. Of several steps of the same size the worst counts.</summary>
internal sealed class TrackingMeter(double ratedPowerW)
{
    /// <summary>Steps kept; later ones are not measured.</summary>
    public const int MaxSteps = 64;
    /// <summary>A step within this share of the largest is as large.</summary>
    private const double SameSize = 0.999;
    /// <summary>Smaller changes are no steps, share of rated power.</summary>
    private const double SmallestStep = 0.01;

    private readonly List<StepResponse> _steps = [];
    private StepResponse? _current;

    /// <summary>The set point changes at once.</summary>
    public void StepTo(double fromW, double toW)
    {
        Release();
        if (Math.Abs(toW - fromW) < SmallestStep * ratedPowerW || _steps.Count >= MaxSteps) return;
        _current = new StepResponse(fromW, toW);
        _steps.Add(_current);
    }

    /// <summary>The set point changes in another way, or the plant parks: the answer to the last step is over.</summary>
    public void Release() => _current = null;

    /// <summary>One cycle with its mean true grid power has passed.</summary>
    public void Add(double powerW, double durationS) => _current?.Add(powerW, durationS);

    /// <summary>The figures of the largest steps.</summary>
    public TrackingFigures Figures()
    {
        double largestW = _steps.Count == 0 ? 0 : _steps.Max(s => s.SizeW);
        StepResponse[] largest = [.. _steps.Where(s => s.SizeW >= SameSize * largestW)];
        double? riseS = Array.TrueForAll(largest, s => s.RiseTimeS is not null) ? largest.Max(s => s.RiseTimeS) : null;
        return new TrackingFigures(riseS, Percent(largest.Max(s => s.PeakW)), Percent(largest.Max(s => s.SettledW)), Percent(largest.Max(s => s.RmsW)));
    }

    private double? Percent(double? powerW) => 100 * powerW / ratedPowerW;
}
