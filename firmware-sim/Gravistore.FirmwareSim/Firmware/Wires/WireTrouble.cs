namespace Gravistore.FirmwareSim.Firmware;

/// <summary>What is wrong with a wire between a sensor and a terminal.</summary>
public enum WireTroubleKind
{
    None,
    /// <summary>Broken: a contact's terminal is pulled low, a loop carries nothing, a thermometer is open.</summary>
    Broken,
    /// <summary>Shorted to the supply: a contact reads high, a loop carries more than any transmitter gives, a thermometer has no resistance.</summary>
    Shorted,
    /// <summary>Stands as it was.</summary>
    Stuck,
    /// <summary>A contact inverted, a current 2 mA too high, a thermometer 40 ohm too high.</summary>
    Wrong,
    /// <summary>Follows after some time.</summary>
    Slow,
    /// <summary>A contact that changes bounces for some time.</summary>
    Bounce,
    /// <summary>A current or resistance with strong noise on it.</summary>
    Noise,
    /// <summary>Broken for half of every period.</summary>
    Intermittent,
}

/// <summary>Trouble of one wire. Steps are 1 ms.</summary>
public struct WireTrouble
{
    /// <summary>Times when none is given [ms].</summary>
    public const int DefaultMs = 100;

    public WireTroubleKind Kind { get; private set; }
    /// <summary>Delay, bouncing time or period [ms].</summary>
    public int Ms { get; private set; }

    public void Set(WireTroubleKind kind, int ms = DefaultMs) => (Kind, Ms) = (kind, ms);

    /// <summary>Broken now.</summary>
    public readonly bool IsBroken(long nowMs) =>
        Kind == WireTroubleKind.Broken || (Kind == WireTroubleKind.Intermittent && nowMs % Ms < Ms / 2);
}
