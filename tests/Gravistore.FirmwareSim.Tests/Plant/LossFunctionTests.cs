using Gravistore.FirmwareSim.Plant;

namespace Gravistore.FirmwareSim.Tests.Plant;

/// <summary>docs/physics.md, section 8.2: the bare loss function at rated torque, geared and direct.</summary>
public sealed class LossFunctionTests
{
    [Theory]
    [InlineData(true, 0.05, -0.013, 0.492)]
    [InlineData(true, 0.10, 0.462, 0.645)]
    [InlineData(true, 0.25, 0.742, 0.790)]
    [InlineData(true, 0.50, 0.830, 0.849)]
    [InlineData(true, 0.75, 0.854, 0.867)]
    [InlineData(true, 1.00, 0.863, 0.873)]
    [InlineData(true, 1.20, 0.866, 0.874)]
    [InlineData(false, 0.05, -0.143, 0.462)]
    [InlineData(false, 0.10, 0.411, 0.625)]
    [InlineData(false, 0.25, 0.740, 0.790)]
    [InlineData(false, 0.50, 0.845, 0.862)]
    [InlineData(false, 0.75, 0.877, 0.885)]
    [InlineData(false, 1.00, 0.890, 0.895)]
    [InlineData(false, 1.20, 0.895, 0.899)]
    public void Gives_the_efficiencies_of_the_table(bool geared, double power, double lowering, double raising)
    {
        LossFactors losses = geared ? ReferencePlants.Geared : ReferencePlants.Direct;
        Assert.InRange(BareLossFunction.LoweringPerUnit(losses, power) / power, lowering - 0.005, lowering + 0.005);
        Assert.InRange(power / BareLossFunction.RaisingPerUnit(losses, power), raising - 0.005, raising + 0.005);
    }
}
