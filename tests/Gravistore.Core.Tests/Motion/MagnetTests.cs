using Gravistore.Core.Images;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Tests.Motion;

/// <summary>A shaft magnet corrects the depth only from a window that was seen whole: entered and left while watched.</summary>
public sealed class MagnetTests
{
    private const double WindowM = 0.2, StepM = 0.005;

    private static readonly PlantParameters Plant = TestPlants.Reference();
    private static readonly double MagnetM = Plant.Shaft.MagnetDepthsM[4];

    [Fact]
    public void A_window_that_was_passed_tells_the_error_and_half_of_it_is_taken()
    {
        HoistState hoist = default;
        Pass(ref hoist, MagnetM - 1, MagnetM + 1, trueMinusBelievedM: 0.1, learn: true);
        Assert.Equal(0.1, hoist.MagnetErrorM, 2 * StepM);
        Assert.Equal(0.05, hoist.DepthOffsetM, 2 * StepM);
    }

    /// <summary>The inputs may answer before the drive does: then the window was "entered" at whatever depth stood there, and its middle is none.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.09)]
    [InlineData(0.09)]
    public void A_weight_that_stands_in_a_window_at_the_start_learns_nothing_from_leaving_it(double fromMiddleM)
    {
        HoistState hoist = default;
        PositionEstimate position = new(Plant, new Rope(Plant.Hoist));
        HoistInput input = new() { Signals = HoistSignals.Magnet };
        hoist.IoFresh = 1;
        position.Update(input, ref hoist, learn: false);
        Pass(ref hoist, MagnetM + fromMiddleM, MagnetM + fromMiddleM, 0, learn: false);
        Pass(ref hoist, MagnetM + fromMiddleM, MagnetM + 1, 0, learn: true);
        Assert.Equal((0, 0, 0), (hoist.MagnetErrorM, hoist.DepthOffsetM, hoist.InMagnet));
        Pass(ref hoist, MagnetM + 1, MagnetM - 1, 0.1, learn: true);
        Assert.Equal(0.1, hoist.MagnetErrorM, 2 * StepM);
    }

    [Fact]
    public void An_error_that_trips_leaves_the_depth_as_it_is()
    {
        HoistState hoist = default;
        Pass(ref hoist, MagnetM - 2, MagnetM + 2, trueMinusBelievedM: 1, learn: true);
        Assert.Equal(1, hoist.MagnetErrorM, 2 * StepM);
        Assert.Equal(0, hoist.DepthOffsetM);
    }

    /// <summary>
    /// A contact is seen later than the drum: over boards by 20 to 40 ms. Passed at speed, its window seems to lie farther on; half of that was taken, and a
    /// weight whose depth was right was 10 mm off afterwards.
    /// </summary>
    [Theory]
    [InlineData(0.6, 0.04)]
    [InlineData(-0.6, 0.04)]
    [InlineData(0.46, 0.03)]
    [InlineData(-0.1, 0.04)]
    public void A_late_contact_does_not_move_a_depth_that_is_right(double speedMps, double lateS)
    {
        HoistState hoist = default;
        Pass(ref hoist, MagnetM - Math.Sign(speedMps), MagnetM + Math.Sign(speedMps), 0, learn: true, speedMps, lateS);
        Assert.InRange(Math.Abs(hoist.MagnetErrorM), Math.Abs(speedMps) * lateS - 2 * StepM, Math.Abs(speedMps) * lateS + 2 * StepM);
        Assert.InRange(hoist.DepthOffsetM, -2e-3, 2e-3);
    }

    /// <summary>What is more than lateness can explain is taken at any speed.</summary>
    [Fact]
    public void A_depth_that_is_wrong_is_corrected_at_speed_too()
    {
        HoistState hoist = default;
        for (int passage = 0; passage < 6; passage++)
            Pass(ref hoist, MagnetM - 1, MagnetM + 1, trueMinusBelievedM: 0.15, learn: true, speedMps: 0.46);
        Assert.InRange(hoist.DepthOffsetM, 0.12, 0.16);
    }

    private static void Pass(ref HoistState hoist, double fromM, double toM, double trueMinusBelievedM, bool learn, double speedMps = 0, double lateS = 0)
    {
        Rope rope = new(Plant.Hoist);
        PositionEstimate position = new(Plant, rope);
        hoist.DriveFresh = hoist.IoFresh = 1;
        int steps = Math.Max(1, (int)(Math.Abs(toM - fromM) / StepM));
        for (int i = 0; i <= steps; i++)
        {
            double depthM = fromM + (toM - fromM) * i / steps;
            HoistInput input = new()
            {
                RopeLengthM = rope.LengthAtDepthM(depthM),
                SpeedMps = speedMps,
                Signals = Math.Abs(depthM - speedMps * lateS + trueMinusBelievedM - MagnetM) < WindowM / 2 ? HoistSignals.Magnet : 0,
            };
            position.Update(input, ref hoist, learn);
        }
    }
}
