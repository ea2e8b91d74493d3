using Gravistore.Core.Images;
using Gravistore.Core.Power;

namespace Gravistore.Core.Tests.Power;

/// <summary>A meter that gives the mean of each 100 ms, ten milliseconds old, of power that comes 20 ms after the cycle that expects it.</summary>
public sealed class MeterCorrectionTests
{
    private const double StepW = -2e6;
    private const int RiseCycles = 35;
    private readonly MeterCorrection _correction = new(TestPlants.Reference());
    private readonly ControllerState _state = new(8);

    [Fact]
    public void A_step_of_charging_that_comes_as_expected_is_no_error() => Assert.InRange(Worst(1), 0, 0.002 * -StepW);

    /// <summary>The time constant is two thirds of a second after a step, and the first clean window comes half a second after it.</summary>
    [Theory]
    [InlineData(0.99)]
    [InlineData(1.02)]
    public void What_the_losses_hide_is_learned_within_two_seconds(double given)
    {
        Worst(given);
        double errorW = (1 - given) * StepW;
        Assert.InRange(_state.Plant.MeterCorrectionW / errorW, 0.85, 1.05);
    }

    // Largest correction in the two seconds after the step [W]; power given is that share of the power expected.
    private double Worst(double given)
    {
        ref PlantState plant = ref _state.Plant;
        (plant.Direction, plant.MeterFresh, plant.StepCycles) = (-1, 1, 200);
        PlantInput input = default;
        double[] powersW = new double[200];
        double worst = 0, windowW = 0;
        for (int i = 0; i < powersW.Length; i++)
        {
            plant.Cycle = 1000 + i;
            plant.ExpectedPowerW = StepW * Math.Min(i / (double)RiseCycles, 1);
            // What the correction asks for beyond the set point is given, and the expectation leaves it out.
            powersW[i] = given * (plant.ExpectedPowerW + plant.MeterCorrectionW);
            if (i % 10 == 0 && i >= 13) windowW = powersW[(i - 13)..(i - 3)].Average();
            input.GridPowerW = windowW;
            input.MeterAgeNs = i % 10 * 10_000_000;
            _correction.Update(input, ref plant, running: true);
            worst = Math.Max(worst, Math.Abs(plant.MeterCorrectionW));
        }
        return worst;
    }
}
