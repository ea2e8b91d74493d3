using Gravistore.Core.Parameters;

namespace Gravistore.Drivers.Pins;

/// <summary>
/// One signal of one or two contacts. A contact has changed when several samples in a row say so. Where the two contacts of a pair disagree, the
/// signal takes its safe value as it takes any other, and the pair is contradictory when that goes on for longer than contacts may take to change over.
/// </summary>
internal sealed class WiredContact
{
    private const double NsPerS = 1e9;

    private readonly IContactSource _source;
    private readonly uint _mask, _oppositeMask;
    private readonly bool _activeHigh, _safe;
    private readonly int _filterSamples;
    private readonly long _discrepancyNs;
    private bool _value;
    private int _samples, _differing;
    private long _disagreesSinceNs;

    /// <param name="wiring">How it is wired.</param>
    /// <param name="gpio">Filter and discrepancy time.</param>
    /// <param name="source">Where it is sampled.</param>
    /// <param name="bitOf">Bit of a terminal of that source.</param>
    public WiredContact(InputWiring wiring, GpioWiring gpio, IContactSource source, Func<string, int> bitOf)
    {
        Signal = wiring.Signal;
        _source = source;
        _mask = 1u << bitOf(wiring.Terminal);
        _oppositeMask = wiring.Opposite.Length > 0 ? 1u << bitOf(wiring.Opposite) : 0;
        _activeHigh = wiring.ActiveHigh;
        _safe = SafeValue(wiring.Signal);
        _value = _safe;
        _filterSamples = gpio.FilterSamples;
        _discrepancyNs = (long)(NsPerS * gpio.DiscrepancyS);
    }

    public WiredSignal Signal { get; }

    /// <summary>Where it is sampled.</summary>
    public IContactSource Source => _source;

    /// <summary>Both contacts of the pair have disagreed for too long: a wire is broken or shorted, or a contact sticks.</summary>
    public bool IsContradictory { get; private set; }

    /// <summary>Value by the newest sample.</summary>
    public bool Read()
    {
        if (_source.Samples == _samples) return _value;
        bool isFirst = _samples == 0;
        _samples = _source.Samples;
        bool now = Combine(_source.Levels);
        _differing = now == _value ? 0 : _differing + 1;
        if (_differing > 0 && (_differing >= _filterSamples || isFirst)) (_value, _differing) = (now, 0);
        return _value;
    }

    private bool Combine(uint levels)
    {
        bool first = ((levels & _mask) != 0) == _activeHigh;
        bool agree = _oppositeMask == 0 || ((levels & _oppositeMask) != 0) != _activeHigh == first;
        if (agree) _disagreesSinceNs = 0;
        else if (_disagreesSinceNs == 0) _disagreesSinceNs = _source.StampNs;
        IsContradictory = _disagreesSinceNs != 0 && _source.StampNs - _disagreesSinceNs >= _discrepancyNs;
        return agree ? first : _safe;
    }

    private static bool SafeValue(WiredSignal signal) =>
        signal is WiredSignal.EmergencyStop or WiredSignal.Overspeed or WiredSignal.UpperOvertravel or WiredSignal.LowerOvertravel or WiredSignal.SlackRope;
}
