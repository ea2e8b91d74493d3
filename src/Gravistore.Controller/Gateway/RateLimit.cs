namespace Gravistore.Controller.Gateway;

/// <summary>Bounds how often something may happen: so often at once, and at a rate after it.</summary>
/// <param name="burst">How often at once.</param>
/// <param name="perSecond">How often a second after that.</param>
internal sealed class RateLimit(int burst, double perSecond)
{
    private const double MsPerS = 1000;

    private double _left = burst;
    private long _lastMs;

    /// <summary>Once more.</summary>
    /// <param name="nowMs">Now [ms].</param>
    /// <returns>False when that is too often.</returns>
    public bool Allows(long nowMs)
    {
        _left = Math.Min(burst, _left + (nowMs - _lastMs) * perSecond / MsPerS);
        _lastMs = nowMs;
        if (_left < 1) return false;
        _left--;
        return true;
    }

    /// <summary>Begins anew, with the whole burst.</summary>
    public void Reset() => _left = burst;
}
