namespace Gravistore.Core.Tests;

/// <summary>The hash that recordings carry is XXH3, so that a reader in any language can make it with a library.</summary>
public sealed class StateHashTests
{
    /// <summary>Golden values of XXH3_64bits_withSeed of xxHash 0.8.1, in C, over the bytes 0, 1, 2 ... 250, 0, 1 ...</summary>
    [Theory]
    [InlineData(0UL, 0, 0x2d06800538d394c2UL)]
    [InlineData(0UL, 10, 0xab69a08ef83d8f77UL)]
    [InlineData(1UL, 10, 0x3cee27f5a0b58dd7UL)]
    [InlineData(0x9E3779B185EBCA87UL, 100, 0xafb7df6582cbb299UL)]
    [InlineData(42UL, 1000, 0x0f580bfa20541114UL)]
    [InlineData(ulong.MaxValue, 704, 0x1ab59ec0c24a5f16UL)]
    public void Is_XXH3_with_the_hash_so_far_as_its_seed(ulong seed, int length, ulong expected)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte)(i % 251);
        Assert.Equal(expected, StateHash.Chain(seed, bytes));
    }

    [Fact]
    public void Every_bit_of_a_state_counts()
    {
        ControllerState state = new(2);
        ulong before = StateHash.Chain(7, state.HoistBytes);
        byte[] bytes = state.HoistBytes.ToArray();
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.NotEqual(before, StateHash.Chain(7, bytes));
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }
}
