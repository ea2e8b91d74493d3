namespace Gravistore.FirmwareSim.Plant;

/// <summary>xoshiro256** (Blackman and Vigna, 2018), seeded through splitmix64: the only source of chance in the plant.</summary>
public sealed class Xoshiro256
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>A generator whose whole sequence follows from the seed.</summary>
    public Xoshiro256(ulong seed)
    {
        _s0 = SplitMix(ref seed);
        _s1 = SplitMix(ref seed);
        _s2 = SplitMix(ref seed);
        _s3 = SplitMix(ref seed);
    }

    /// <summary>Next 64 random bits.</summary>
    public ulong Next()
    {
        ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextUniform() => (Next() >> 11) * (1.0 / 9007199254740992.0);

    /// <summary>Nearly normal with mean 0 and variance 1, within +-3.5: the sum of four uniform 16-bit numbers from one draw.</summary>
    public double NextNormal()
    {
        const double halfSpan = 2.0 * 65535.0;
        const double perDeviation = 1.7320508075688772 / 65536.0;
        ulong bits = Next();
        long sum = (long)((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48));
        return (sum - halfSpan) * perDeviation;
    }

    /// <summary>Mixes the state of the generator into a hash.</summary>
    internal ulong Mix(ulong hash) => StateHash.Mix(StateHash.Mix(StateHash.Mix(StateHash.Mix(hash, _s0), _s1), _s2), _s3);

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
