using Gravistore.Core.Parameters;

namespace Gravistore.Config.Tests;

/// <summary>The loss factors of the plant files, put through the loss chain of docs/physics.md ("Losses") by a calculation of the tests' own.</summary>
public sealed class LossFactorTests
{
    private const double Gravity = 9.81;

    /// <summary>Net grid power of all hoists lowering steadily [W] and its ratio to the potential power; torque is what friction leaves, or 1 per unit.</summary>
    private static (double GridW, double Efficiency) Lower(PlantParameters plant, double lengthM, double speedMps, bool bare = false)
    {
        LossParameters l = plant.Losses;
        double weightN = plant.Hoist.WeightMassKg * Gravity, drumN = weightN + plant.Hoist.RopeMassPerMetreKg * lengthM * Gravity;
        double gearN = drumN - l.RopeSheave * drumN - l.Guide * weightN;
        double motorN = gearN - l.GearLoadLowering * gearN - l.GearSpeed * l.BaseForceN;
        double t = bare ? 1 : motorN / l.BaseForceN, w = speedMps / l.BaseSpeedMps;
        double motor = l.MotorCopper * t * t + l.MotorIron * Math.Pow(w, 1.5) + l.MotorWindage * w * w + l.MotorStray * t * t * w * w;
        double link = motorN * speedMps / l.BasePowerW - motor - l.InverterFixed - l.InverterLinear * t - l.InverterSquare * t * t;
        double grid = link - l.FrontEndFixed - l.FrontEndLinear * link - l.FrontEndSquare * link * link;
        double net = grid - l.TransformerFixed - l.TransformerSquare * grid * grid - l.Auxiliary;
        double gridW = plant.HoistCount * l.BasePowerW * net;
        return (gridW, gridW / (plant.HoistCount * drumN * speedMps));
    }

    [Fact]
    public void LeithGivesThePublishedRunAtMidStroke()
    {
        PlantParameters leith = PlantFile.Load(Shipped.Plant("leith"), [], [])!;
        foreach (double lengthM in new[] { 4.0, 8.2, 12.4 })
        {
            (double gridW, double efficiency) = Lower(leith, lengthM, 0.6);
            Assert.InRange(gridW, 0.99 * 250e3, 1.01 * 250e3);
            Assert.InRange(efficiency, 0.844, 0.854);
        }
    }

    [Theory]
    [InlineData("pyhasalmi")]
    [InlineData("fast-hoist")]
    public void BareLossFunctionGivesRatedPowerAndTheTabledEfficiencyAtBaseSpeed(string name)
    {
        PlantParameters plant = PlantFile.Load(Shipped.Plant(name), [], [])!;
        (double gridW, double efficiency) = Lower(plant, plant.Shaft.UpperLandingDepthM, plant.Losses.BaseSpeedMps, bare: true);
        Assert.InRange(gridW / plant.RatedPowerW, 0.995, 1.005);
        Assert.InRange(efficiency, 0.858, 0.868);
    }

    [Theory]
    [InlineData("pyhasalmi")]
    [InlineData("leith")]
    [InlineData("fast-hoist")]
    public void RatedTorqueIsBaseForceAtTheMotor(string name)
    {
        PlantParameters plant = PlantFile.Load(Shipped.Plant(name), [], [])!;
        double expectedNm = plant.Losses.BaseForceN * plant.Hoist.DrumDiameterM / 2 / plant.Hoist.GearRatio;
        Assert.InRange(plant.Hoist.MotorRatedTorqueNm, 0.999 * expectedNm, 1.001 * expectedNm);
    }
}
