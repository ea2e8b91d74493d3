namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Seeded chance for faults (splitmix64; Steele, Lea and Flood, 2014).</summary>
public sealed class SmallChance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Evenly between -1 and 1.</summary>
    public double NextPlusMinusOne() => 2.0 * ((Next() >> 11) * (1.0 / (1UL << 53))) - 1.0;
}
