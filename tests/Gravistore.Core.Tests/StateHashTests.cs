using System.Numerics;

namespace Gravistore.Core.Tests;

/// <summary>The hash is the same whichever instructions a machine has for it.</summary>
public sealed class StateHashTests
{
    private const ulong Prime1 = 0x9E3779B185EBCA87UL, Prime2 = 0xC2B2AE3D27D4EB4FUL;

    [Fact]
    public void Bytes_of_any_length_give_what_the_definition_gives()
    {
        Random random = new(3);
        for (int length = 0; length < 300; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            ulong seed = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
            Assert.Equal(ByDefinition(seed, bytes), StateHash.Chain(seed, bytes));
        }
    }

    // Word after word, in the lane whose turn it is.
    private static ulong ByDefinition(ulong seed, byte[] bytes)
    {
        ulong[] lanes = [seed + Prime1, seed ^ Prime2, seed, seed - Prime1];
        int words = bytes.Length / 8;
        for (int i = 0; i < words; i++)
        {
            int lane = i < words / 4 * 4 ? i % 4 : 0;
            lanes[lane] = Round(lanes[lane], BitConverter.ToUInt64(bytes, 8 * i));
        }
        for (int i = 8 * words; i < bytes.Length; i++) lanes[1] = Round(lanes[1], bytes[i]);
        ulong hash = BitOperations.RotateLeft(lanes[0], 1) + BitOperations.RotateLeft(lanes[1], 7) + BitOperations.RotateLeft(lanes[2], 12) + BitOperations.RotateLeft(lanes[3], 18);
        hash = (hash ^ hash >> 33) * Prime2;
        return hash ^ hash >> 29;
    }

    private static ulong Round(ulong lane, ulong word) => BitOperations.RotateLeft(lane + word * Prime2, 31) * Prime1;
}
