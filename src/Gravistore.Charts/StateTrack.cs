namespace Gravistore.Charts;

/// <summary>
/// The states of one thing over time, thinned while they are recorded: when there is no room left, the shortest stretches join the one before them, except
/// in states that must be seen. Memory is bounded.
/// </summary>
public sealed class StateTrack
{
    private readonly List<(double FromS, int State)> _changes;
    private readonly int _capacity;
    private readonly Func<int, bool> _mustBeSeen;
    private double _shortestS = 1e-3;

    /// <param name="capacity">Most stretches kept, at least 8.</param>
    /// <param name="mustBeSeen">States whose stretches are never joined, however short.</param>
    public StateTrack(int capacity, Func<int, bool> mustBeSeen)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 8);
        _capacity = capacity;
        _mustBeSeen = mustBeSeen;
        _changes = new List<(double, int)>(capacity + 1);
    }

    /// <summary>Changes of state that were left out.</summary>
    public long LeftOut { get; private set; }

    /// <summary>The state from this time on; times do not decrease.</summary>
    public void Add(double timeS, int state)
    {
        if (_changes.Count > 0 && _changes[^1].State == state) return;
        if (_changes.Count == _capacity) Thin(timeS);
        if (_changes.Count == _capacity)
        {
            LeftOut++;
            return;
        }
        if (_changes.Count == 0 || _changes[^1].State != state) _changes.Add((timeS, state));
    }

    /// <summary>Stretches in order of time, the last one until <paramref name="endS"/>.</summary>
    public IReadOnlyList<(double FromS, double ToS, int State)> Stretches(double endS)
    {
        List<(double, double, int)> stretches = [];
        for (int i = 0; i < _changes.Count; i++)
            stretches.Add((_changes[i].FromS, i + 1 < _changes.Count ? _changes[i + 1].FromS : endS, _changes[i].State));
        return stretches;
    }

    // To three quarters, so that it is done seldom; where everything must be seen there is nothing to join.
    private void Thin(double nowS)
    {
        for (; _changes.Count > _capacity * 3 / 4 && _shortestS < nowS; _shortestS *= 2) Join(nowS);
    }

    private void Join(double nowS)
    {
        int kept = 0;
        for (int i = 0; i < _changes.Count; i++)
        {
            double untilS = i + 1 < _changes.Count ? _changes[i + 1].FromS : nowS;
            bool drop = kept > 0 && (_changes[kept - 1].State == _changes[i].State || (untilS - _changes[i].FromS < _shortestS && !_mustBeSeen(_changes[i].State)));
            if (drop) LeftOut++;
            else _changes[kept++] = _changes[i];
        }
        _changes.RemoveRange(kept, _changes.Count - kept);
    }
}
