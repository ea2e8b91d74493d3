namespace Gravistore.FirmwareSim.Plant;

/// <summary>A 64-bit hash over the bits of a state, value by value; equal on every machine. One multiplication a word, since a run takes millions.</summary>
internal static class StateHash
{
    /// <summary>Mixes one word into a hash; for a given hash no two words give the same result.</summary>
    public static ulong Mix(ulong hash, ulong word) => ulong.RotateLeft((hash ^ word) * 0x9E3779B97F4A7C15UL, 29) + 0xD1B54A32D192ED03UL;

    /// <summary>Mixes the bits of a number into a hash.</summary>
    public static ulong Mix(ulong hash, double value) => Mix(hash, BitConverter.DoubleToUInt64Bits(value));
}
