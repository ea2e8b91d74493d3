namespace Gravistore.DryRun.Results;

/// <summary>Follows the answer to one step of the power set point.</summary>
internal sealed class StepResponse
{
    /// <summary>From when on a deviation counts as settled, and the window of the root mean square [s].</summary>
    public const double SettledFromS = 1.5, RmsFromS = 5, LastS = 60;
    /// <summary>Share of the step that counts as risen.</summary>
    public const double RiseShare = 0.9;

    private readonly double _fromW, _toW;
    private long _cycles;
    private double _peakW;
    private double? _settledW;
    private double _sumSquares, _squaresS;

    public StepResponse(double fromW, double toW)
    {
        _fromW = fromW;
        _toW = toW;
    }

    /// <summary>Magnitude of the step [W].</summary>
    public double SizeW => Math.Abs(_toW - _fromW);
    /// <summary>Time until 90 % of the step, null until then [s].</summary>
    public double? RiseTimeS { get; private set; }
    /// <summary>Greatest power in the direction of the step, null before the first cycle [W].</summary>
    public double? PeakW => _cycles > 0 ? _peakW : null;
    /// <summary>Largest deviation from 1.5 s on, null before that [W].</summary>
    public double? SettledW => _settledW;
    /// <summary>Root mean square of the deviation from 5 s to 60 s, null before that [W].</summary>
    public double? RmsW => _squaresS > 0 ? Math.Sqrt(_sumSquares / _squaresS) : null;

    /// <summary>One cycle with its mean power has passed; every cycle is as long.</summary>
    public void Add(double powerW, double durationS)
    {
        double sinceS = ++_cycles * durationS;
        double direction = _toW >= _fromW ? 1 : -1;
        _peakW = _cycles == 1 ? direction * powerW : Math.Max(_peakW, direction * powerW);
        if (RiseTimeS is null && direction * (powerW - _fromW) >= RiseShare * SizeW) RiseTimeS = sinceS;
        double deviationW = Math.Abs(powerW - _toW);
        if (sinceS > SettledFromS && sinceS <= LastS) _settledW = Math.Max(_settledW ?? 0, deviationW);
        if (sinceS <= RmsFromS || sinceS > LastS) return;
        _sumSquares += deviationW * deviationW * durationS;
        _squaresS += durationS;
    }
}
