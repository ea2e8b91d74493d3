namespace Gravistore.Runtime.Timing;

/// <summary>
/// Counts cycle slips: a cycle that begins half a cycle late or more is one slip, and each further cycle that it is late by is one more. They are
/// never caught up. Too many within a window ask for a trip.
/// </summary>
public sealed class SlipWatch
{
    private readonly long _cycleNs;
    private readonly int _limit;
    private readonly int[] _window;
    private int _at, _sum;

    /// <param name="cycleNs">Length of a cycle [ns].</param>
    /// <param name="limit">So many slips within the window ask for a trip.</param>
    /// <param name="windowCycles">Cycles of the window.</param>
    public SlipWatch(long cycleNs, int limit, int windowCycles)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cycleNs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(windowCycles, 1);
        _cycleNs = cycleNs;
        _limit = limit;
        _window = new int[windowCycles];
    }

    /// <summary>Slips since the start.</summary>
    public long Slips { get; private set; }
    /// <summary>Slips of the present cycle.</summary>
    public int SlipsNow { get; private set; }
    /// <summary>There are too many within the window.</summary>
    public bool AsksForTrip => _sum >= _limit;

    /// <summary>A cycle begins.</summary>
    /// <param name="deadlineNs">When it should have [ns].</param>
    /// <param name="nowNs">When it does [ns].</param>
    /// <returns>The next deadline on the same grid, at least half a cycle from now [ns].</returns>
    public long Begin(long deadlineNs, long nowNs)
    {
        long lateNs = Math.Max(0, nowNs - deadlineNs);
        long slips = (lateNs + _cycleNs / 2) / _cycleNs;
        SlipsNow = (int)Math.Min(slips, _limit);
        Slips += slips;
        _at = _at + 1 < _window.Length ? _at + 1 : 0;
        _sum += SlipsNow - _window[_at];
        _window[_at] = SlipsNow;
        return deadlineNs + (slips + 1) * _cycleNs;
    }

    /// <summary>A trip was asked for: the window begins anew.</summary>
    public void Forget()
    {
        Array.Clear(_window);
        _sum = 0;
    }
}
