namespace Gravistore.FirmwareSim.Plant;

/// <summary>A 64-bit hash over the bits of a state, value by value; equal on every machine.</summary>
internal static class StateHash
{
    /// <summary>Mixes one word into a hash (the finalizer of splitmix64 over their sum).</summary>
    public static ulong Mix(ulong hash, ulong word)
    {
        ulong z = hash + word + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Mixes the bits of a number into a hash.</summary>
    public static ulong Mix(ulong hash, double value) => Mix(hash, BitConverter.DoubleToUInt64Bits(value));
}
