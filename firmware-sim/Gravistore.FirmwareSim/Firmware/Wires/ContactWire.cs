namespace Gravistore.FirmwareSim.Firmware;

/// <summary>A wire from a contact to a terminal that is pulled low.</summary>
public sealed class ContactWire
{
    private const int BouncePeriodMs = 6;

    private WireTrouble _trouble;
    private bool _followed;
    private long _changedMs, _differsSinceMs = -1;

    /// <summary>Level at the terminal.</summary>
    public bool Level { get; private set; }

    public void Spoil(WireTroubleKind kind, int ms) => _trouble.Set(kind, ms);

    /// <summary>One step.</summary>
    /// <param name="level">Level at the contact.</param>
    /// <param name="nowMs">Time [ms].</param>
    public void Step(bool level, long nowMs)
    {
        if (_trouble.Kind == WireTroubleKind.Stuck) return;
        Follow(level, nowMs);
        Level = _trouble.Kind switch
        {
            WireTroubleKind.Shorted => true,
            WireTroubleKind.Wrong => !_followed,
            WireTroubleKind.Bounce when nowMs - _changedMs < _trouble.Ms => (nowMs - _changedMs) % BouncePeriodMs < BouncePeriodMs / 2 ? _followed : !_followed,
            _ => _followed && !_trouble.IsBroken(nowMs),
        };
    }

    private void Follow(bool level, long nowMs)
    {
        if (level == _followed)
        {
            _differsSinceMs = -1;
            return;
        }
        if (_differsSinceMs < 0) _differsSinceMs = nowMs;
        if (_trouble.Kind == WireTroubleKind.Slow && nowMs - _differsSinceMs < _trouble.Ms) return;
        (_followed, _changedMs) = (level, nowMs);
    }
}
