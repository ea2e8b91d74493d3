using CsCheck;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices.Tests;

public sealed class RegisterPairTests
{
    /// <summary>123456.0f is 47F1 2000 with the high word first and 2000 47F1 with the low word first (libmodbus, unit-test.h).</summary>
    [Theory]
    [InlineData(0x47F1, 0x2000, WordOrder.HighFirst)]
    [InlineData(0x2000, 0x47F1, WordOrder.LowFirst)]
    public void Float_of_the_published_vector(int first, int second, WordOrder order) =>
        Assert.Equal(123456.0f, RegisterPair.ToSingle((ushort)first, (ushort)second, order));

    [Theory]
    [InlineData(0xFFFF, 0xFFFE, WordOrder.HighFirst, -2)]
    [InlineData(0xFFFE, 0xFFFF, WordOrder.LowFirst, -2)]
    [InlineData(0x8000, 0x0000, WordOrder.HighFirst, int.MinValue)]
    [InlineData(0x86A0, 0x0001, WordOrder.LowFirst, 100_000)]
    public void Signed_value(int first, int second, WordOrder order, int value) =>
        Assert.Equal(value, RegisterPair.ToInt32((ushort)first, (ushort)second, order));

    [Fact]
    public void Orders_mirror_each_other() =>
        Gen.Select(Gen.UShort, Gen.UShort).Sample((a, b) =>
            RegisterPair.ToUInt32(a, b, WordOrder.HighFirst) == RegisterPair.ToUInt32(b, a, WordOrder.LowFirst)
            && RegisterPair.ToUInt32(a, b, WordOrder.HighFirst) == a * 65536u + b);
}
