using CsCheck;
using Gravistore.Core.Power;

namespace Gravistore.Core.Tests.Power;

public sealed class LossModelTests
{
    private static readonly LossModel Losses = new(TestPlants.Reference());

    [Fact]
    public void Speed_for_power_inverts_the_losses() =>
        Gen.Select(Gen.Double[-300e3, 300e3], Gen.Double[592e3, 710e3]).Sample((power, force) =>
        {
            double v = 0;
            for (int i = 0; i < 20; i++) v = Losses.SpeedForPowerMps(power, force, v);
            double back = Losses.FrontEndPowerW(Losses.MotorForceN(force, 62e3, v, 0), v);
            Assert.InRange(back, power - 50, power + 50);
        });

    [Fact]
    public void Bus_power_inverts_transformer_and_auxiliaries() =>
        Gen.Double[-2.2e6, 2.2e6].Sample(grid => Assert.InRange(Losses.GridPowerW(Losses.BusPowerW(grid)), grid - 1, grid + 1));

    /// <summary>docs/control.md, "Losses": holding one hoist on its motor costs about 11 kW.</summary>
    [Fact]
    public void Holding_on_the_motor_costs_eleven_kilowatts() => Assert.InRange(Losses.FrontEndPowerW(592.1e3, 0), -11.6e3, -11.0e3);

    [Fact]
    public void Friction_helps_lowering_and_hinders_raising()
    {
        double rest = Losses.MotorForceN(650e3, 62e3, 0, 0);
        Assert.True(Losses.MotorForceN(650e3, 62e3, 0.4, 0) < rest);
        Assert.True(Losses.MotorForceN(650e3, 62e3, -0.4, 0) > rest);
        Assert.Equal(650e3, rest);
    }
}
