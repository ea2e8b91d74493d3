using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Scenarios;

namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>
/// What is asked of the plant in a cell. As the allocator leaves the depths: from the far end of the stroke (full before lowering, empty before
/// raising) at half of rated power to the charge, park; else parked at the depths given. Then arm, and rated power at once for a minute.
/// </summary>
internal static class StepScenario
{
    /// <summary>Labels of the moment in which the plant counts as armed, and of the step.</summary>
    public const string ArmedLabel = "armed", StepLabel = "step";
    /// <summary>Share of rated power on the way to the charge: 1 MW on the reference plant.</summary>
    public const double WayShare = 0.5;
    /// <summary>From the armed state to the step, and from the step to the end [s].</summary>
    private const double SettleS = 2, WatchS = 60.5;
    /// <summary>From the start to power, and from there to the step, with parking and arming [s].</summary>
    private const double StartS = 12, ParkAndArmS = 30;
    private const double ParkingS = 300;

    /// <summary>The scenario of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="plant">The plant as the controller knows it.</param>
    /// <param name="depthsM">Depths for a cell whose depths are drawn at random [m].</param>
    public static Scenario Of(StepCell cell, PlantParameters plant, IReadOnlyList<double>? depthsM)
    {
        BenchScenario scenario = new("power-step", cell.Name);
        double wayS = 0;
        InitialState initial = BenchScenario.AtOneDepth(cell.ChargePercent);
        if (depthsM is not null) initial = BenchScenario.AtDepths(depthsM);
        else if (cell.Depths == StepDepths.Allocator) (initial, wayS) = Travel(scenario, cell, plant);
        scenario.Then("arm", StepAction.Arm)
            .WaitArmed(ArmedLabel)
            .PowerAfter(StepLabel, SettleS, 1e-3 * cell.Sign * plant.RatedPowerW)
            .After("end", WatchS, StepAction.End);
        return scenario.Build(initial, null, StartS + wayS + WatchS);
    }

    private static (InitialState Initial, double LengthS) Travel(BenchScenario scenario, StepCell cell, PlantParameters plant)
    {
        bool lowers = cell.Direction == StepDirection.Lower;
        double powerW = WayShare * plant.RatedPowerW;
        double wayS = PlantEnergy.FullJ(plant) / powerW * (lowers ? 100 - cell.ChargePercent : cell.ChargePercent) / 100;
        Condition there = lowers ? new Condition { StateOfChargeBelowPercent = cell.ChargePercent } : new Condition { StateOfChargeAbovePercent = cell.ChargePercent };
        scenario.Then("arm for the way", StepAction.Arm)
            .PowerWhenArmed("way", 1e-3 * cell.Sign * powerW)
            .When("park", there, 3 * wayS + ParkingS, StepAction.Park)
            .When("parked", new Condition { Mode = PlantMode.Parked, HoldsForS = 2 }, ParkingS, StepAction.Wait);
        return (BenchScenario.AtLanding(lowers ? Landing.Upper : Landing.Lower), wayS + ParkAndArmS);
    }
}
