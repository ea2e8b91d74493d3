namespace Gravistore.DryRun.Traces;

/// <summary>A series of samples over time, counted from its first sample. Reading it forward costs next to nothing and allocates nothing.</summary>
public sealed class SampleTrace
{
    private readonly double[] _timesS;
    private readonly double[] _values;
    private readonly Interpolation _interpolation;
    private readonly bool _repeat;
    private int _at;

    /// <param name="timesS">Times, strictly rising [s].</param>
    /// <param name="values">One value for each time.</param>
    /// <param name="interpolation">How values are found between samples.</param>
    /// <param name="repeat">The series begins again when it has ended.</param>
    /// <exception cref="ArgumentException">Fewer than two samples, or not one value for each time.</exception>
    public SampleTrace(IReadOnlyList<double> timesS, IReadOnlyList<double> values, Interpolation interpolation, bool repeat)
    {
        if (timesS.Count < 2 || timesS.Count != values.Count) throw new ArgumentException("a series has at least two samples, each with time and value", nameof(timesS));
        _timesS = [.. timesS.Select(t => t - timesS[0])];
        _values = [.. values];
        _interpolation = interpolation;
        _repeat = repeat;
    }

    /// <summary>Number of samples.</summary>
    public int Count => _values.Length;

    /// <summary>The samples' values in their order.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Time until the series ends, or begins again [s]: the last sample counts for one more mean interval where values are held or the series repeats.</summary>
    public double LengthS => _timesS[^1] + (_repeat || _interpolation == Interpolation.Held ? _timesS[^1] / (_timesS.Length - 1) : 0);

    /// <summary>True when the series has ended at this time; one that repeats never ends.</summary>
    public bool HasEnded(double timeS) => !_repeat && timeS >= LengthS;

    /// <summary>The value at a time from the first sample on; before it the first, after the end the last.</summary>
    public double At(double timeS)
    {
        double t = _repeat && timeS >= LengthS ? timeS - Math.Floor(timeS / LengthS) * LengthS : timeS;
        if (t < _timesS[_at]) _at = 0;
        while (_at + 1 < _timesS.Length && t >= _timesS[_at + 1]) _at++;
        if (_interpolation == Interpolation.Held || t <= _timesS[_at]) return _values[_at];
        return _at + 1 < _timesS.Length ? Between(t, _values[_at + 1], _timesS[_at + 1]) : AfterLast(t);
    }

    // A repeating series closes the gap from its last sample to its first.
    private double AfterLast(double t) => _repeat ? Between(t, _values[0], LengthS) : _values[_at];

    private double Between(double t, double nextValue, double nextTimeS) =>
        _values[_at] + (nextValue - _values[_at]) * ((t - _timesS[_at]) / (nextTimeS - _timesS[_at]));
}
