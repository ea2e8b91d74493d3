namespace Gravistore.Console.Live;

/// <summary>
/// Columns of a rolling plot. A column always stands for the same stretch of time, so that a plot that moves on does not flicker; the plot fills
/// from the left until the window is full, then it moves.
/// </summary>
internal readonly struct TimeAxis
{
    private readonly RunHistory _history;
    private readonly double _columnS;
    private readonly long _first;

    /// <param name="history">What is plotted.</param>
    /// <param name="columns">Columns of the plot, 1 or more.</param>
    public TimeAxis(RunHistory history, int columns)
    {
        _history = history;
        _columnS = history.WindowS / columns;
        _first = Math.Max(0, (long)Math.Floor(history.NowS / _columnS) - columns + 1);
    }

    /// <summary>Least and greatest value of a series in a column; false where it has none.</summary>
    public bool TryGet(RollingSeries series, int column, out double least, out double greatest)
    {
        long from = _history.BucketOf((_first + column) * _columnS), to = _history.BucketOf((_first + column + 1) * _columnS);
        return series.TryGet(from, Math.Max(from + 1, to), out least, out greatest);
    }
}
