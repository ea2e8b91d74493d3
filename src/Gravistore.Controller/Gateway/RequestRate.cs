namespace Gravistore.Controller.Gateway;

/// <summary>Bounds how many requests a client may send: a burst, and a rate after it. Nobody at a console needs either.</summary>
internal sealed class RequestRate(long nowMs)
{
    /// <summary>Requests at once, and requests a second after that.</summary>
    public const int Burst = 400, PerSecond = 200;

    private const double PerMs = PerSecond / 1000.0;

    private double _left = Burst;
    private long _lastMs = nowMs;

    /// <summary>One more request.</summary>
    /// <returns>False when that is too many.</returns>
    public bool Allows(long atMs)
    {
        _left = Math.Min(Burst, _left + (atMs - _lastMs) * PerMs) - 1;
        _lastMs = atMs;
        return _left >= 0;
    }
}
