namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Chains values into 64 bits (the mixing step of SplitMix64); the same on every machine.</summary>
internal static class FirmwareHash
{
    public static ulong Add(ulong seed, long value)
    {
        ulong z = (seed ^ unchecked((ulong)value)) + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public static ulong Add(ulong seed, double value) => Add(seed, BitConverter.DoubleToInt64Bits(value));
}
