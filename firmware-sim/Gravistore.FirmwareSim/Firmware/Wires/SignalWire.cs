namespace Gravistore.FirmwareSim.Firmware;

/// <summary>A wire that carries a current [mA] or a resistance [ohm].</summary>
/// <param name="broken">Value at the terminal when it is broken.</param>
/// <param name="shorted">Value at the terminal when it is shorted.</param>
/// <param name="error">How far a wrong sensor is off.</param>
/// <param name="noise">Greatest noise, to both sides.</param>
/// <param name="seed">Seed of the noise.</param>
public sealed class SignalWire(double broken, double shorted, double error, double noise, ulong seed)
{
    private readonly SmallChance _chance = new(seed);
    private WireTrouble _trouble;
    private double _followed;

    /// <summary>Value at the terminal.</summary>
    public double Value { get; private set; }

    /// <summary>A loop from a 4-20 mA transmitter.</summary>
    public static SignalWire Loop(ulong seed) => new(0, 24, 2, 4, seed);

    /// <summary>A PT100.</summary>
    public static SignalWire Thermometer(ulong seed) => new(1e6, 0, 40, 30, seed);

    public void Spoil(WireTroubleKind kind, int ms) => _trouble.Set(kind, ms);

    /// <summary>One step.</summary>
    /// <param name="value">What the sensor gives.</param>
    /// <param name="nowMs">Time [ms].</param>
    public void Step(double value, long nowMs)
    {
        if (_trouble.Kind == WireTroubleKind.Stuck) return;
        _followed = _trouble.Kind == WireTroubleKind.Slow ? _followed + (value - _followed) / (1 + _trouble.Ms) : value;
        Value = _trouble.Kind switch
        {
            WireTroubleKind.Shorted => shorted,
            WireTroubleKind.Wrong => _followed + error,
            WireTroubleKind.Noise => _followed + noise * _chance.NextPlusMinusOne(),
            _ => _trouble.IsBroken(nowMs) ? broken : _followed,
        };
    }
}
