using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Scenarios;

namespace Gravistore.DryRun.Bench.Efficiency;

/// <summary>One full cycle at a constant power: from the lower landings up, and down again. A way is over at the end of the charge, or when the plant can hardly give anything any more; the weights then go to their landings.</summary>
internal static class CycleScenario
{
    private const double FullPercent = 99.9, EmptyPercent = 0.1;
    /// <summary>Half of this is hardly anything: half of the power asked for, but of one hoist's rated power at most.</summary>
    private const double FadedShare = 0.5;
    private const double OverS = 5, ParkingS = 3600;
    /// <summary>Time for arming and parking [s].</summary>
    private const double RestS = 60;
    /// <summary>A way that takes this many times as long as in the best dispatch has failed.</summary>
    private const double LongestOverBest = 2;

    /// <summary>The scenario of one power.</summary>
    /// <param name="plant">The plant as the controller knows it.</param>
    /// <param name="powerW">Power both ways, positive [W].</param>
    /// <param name="upS">Time that the way up takes in the best dispatch [s].</param>
    /// <param name="downS">The same for the way down [s].</param>
    public static Scenario Of(PlantParameters plant, double powerW, double upS, double downS)
    {
        double powerKW = 1e-3 * powerW;
        double fadedKW = FadedShare * Math.Min(powerKW, 1e-3 * plant.HoistRatedPowerW);
        Condition full = new() { StateOfChargeAbovePercent = FullPercent, HoldsForS = OverS, Or = new Condition { PowerBelowKW = fadedKW } };
        Condition empty = new() { StateOfChargeBelowPercent = EmptyPercent, HoldsForS = OverS, Or = new Condition { PowerBelowKW = fadedKW } };
        return new BenchScenario("efficiency", FormattableString.Invariant($"full cycle at {powerKW} kW"))
            .Then("arm to charge", StepAction.Arm)
            .PowerWhenArmed(CycleProbe.Charge, -powerKW)
            .When("to the top", full, LongestOverBest * upS + RestS, StepAction.ParkAtLanding)
            .When("arm to discharge", new Condition { Mode = PlantMode.Parked }, ParkingS, StepAction.Arm)
            .PowerWhenArmed(CycleProbe.Discharge, powerKW)
            .When("to the bottom", empty, LongestOverBest * downS + RestS, StepAction.ParkAtLanding)
            .Build(BenchScenario.AtLanding(Landing.Lower), new Condition { Mode = PlantMode.Parked, HoldsForS = 2 }, upS + downS + RestS);
    }
}
