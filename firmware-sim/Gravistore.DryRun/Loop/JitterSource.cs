namespace Gravistore.DryRun.Loop;

/// <summary>Seeded delays on a grid of 1 ms (splitmix64; Steele, Lea and Flood, 2014).</summary>
internal sealed class JitterSource(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 to <paramref name="greatest"/>, each as likely.</summary>
    public int Next(int greatest)
    {
        if (greatest == 0) return 0;
        _state += 0x9E3779B97F4A7C15UL;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        z ^= z >> 31;
        return (int)((z >> 33) % (ulong)(greatest + 1));
    }
}
