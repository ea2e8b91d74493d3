namespace Gravistore.Console.Live;

/// <summary>Bounds of an axis: they grow with the values in whole steps and never shrink, so that a plot holds still.</summary>
internal sealed class ValueRange
{
    /// <summary>Most steps either way; a value that is no number, or beyond all bounds, stretches nothing further.</summary>
    private const double MostSteps = 1e6;

    private readonly double _step, _origin;

    /// <param name="origin">A value that stays inside.</param>
    /// <param name="step">Step of the bounds, positive.</param>
    /// <param name="stepsBelow">Steps below the origin at first.</param>
    /// <param name="stepsAbove">Steps above it; both 0 = the range is empty until a value off the origin comes.</param>
    public ValueRange(double origin, double step, int stepsBelow, int stepsAbove)
    {
        (_origin, _step) = (origin, step);
        (Low, High) = (origin - stepsBelow * step, origin + stepsAbove * step);
    }

    public double Low { get; private set; }
    public double High { get; private set; }
    public double Origin => _origin;

    /// <summary>Takes a value in.</summary>
    public void Include(double value)
    {
        if (!double.IsFinite(value)) return;
        double steps = Math.Clamp((value - _origin) / _step, -MostSteps, MostSteps);
        High = Math.Max(High, _origin + Math.Ceiling(steps) * _step);
        Low = Math.Min(Low, _origin + Math.Floor(steps) * _step);
    }

    /// <summary>Where a value lies, 0 at the lower bound to 1 at the upper; 0.5 while the range is empty.</summary>
    public double Share(double value) => High <= Low ? 0.5 : double.IsNaN(value) ? 0 : Math.Clamp((value - Low) / (High - Low), 0, 1);
}
