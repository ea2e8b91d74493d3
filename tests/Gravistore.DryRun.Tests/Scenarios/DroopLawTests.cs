using CsCheck;
using Gravistore.DryRun.Scenarios;

namespace Gravistore.DryRun.Tests.Scenarios;

public sealed class DroopLawTests
{
    private static readonly DroopLaw Law = new() { NominalHz = 50, FullActivationHz = 0.1, CapacityKW = 300, DeadBandHz = 0.01, Saturate = true };

    [Theory]
    [InlineData(50, 0)]
    [InlineData(49.99, 0)]
    [InlineData(50.01, 0)]
    [InlineData(49.9, 300)]
    [InlineData(50.1, -300)]
    [InlineData(49.945, 150)]
    [InlineData(49.5, 300)]
    public void Low_frequency_asks_for_export(double frequencyHz, double powerKW) => Assert.Equal(powerKW, Law.PowerKW(frequencyHz), 6);

    [Fact]
    public void Without_saturation_the_law_goes_on() => Assert.Equal(600, (Law with { DeadBandHz = 0, Saturate = false }).PowerKW(49.8), 6);

    [Fact]
    public void The_law_is_odd_and_falls_with_frequency() => Gen.Double[0, 0.5].Select(Gen.Double[0, 0.5]).Sample((a, b) =>
    {
        Assert.Equal(Law.PowerKW(50 - a), -Law.PowerKW(50 + a), 6);
        Assert.True(a > b || Law.PowerKW(50 + a) >= Law.PowerKW(50 + b));
    });
}
