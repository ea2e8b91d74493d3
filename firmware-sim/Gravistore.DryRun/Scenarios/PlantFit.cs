using Gravistore.Core.Parameters;
using Gravistore.DryRun.Traces;
using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Checks that a scenario and a plant fit each other.</summary>
internal static class PlantFit
{
    public static void Check(Scenario scenario, SampleTrace? trace, PlantParameters plant, Findings findings)
    {
        foreach (ScenarioStep step in scenario.Steps)
        {
            if (step.AsksPower && step.Action != StepAction.Follow) Power(step.PowerKW, step.Place, plant, findings);
            if (step.ReadyHoists > plant.HoistCount)
                findings.Error(ScenarioErrors.PlantTooSmall, step.Place, $"{step.ReadyHoists} ready hoists are more than the plant {JsonText.Quote(plant.Name)} has", $"0 to {plant.HoistCount}");
        }
        if (trace is not null && scenario.Trace is { } reference) Power(Largest(trace, scenario.Droop), reference.Place, plant, findings);
        if (scenario.Initial.WeightDepthsM is { } depths) Depths(depths, scenario.Initial.Place, plant, findings);
    }

    private static void Power(double powerKW, JsonNode place, PlantParameters plant, Findings findings)
    {
        double ratedKW = 1e-3 * plant.RatedPowerW;
        if (Math.Abs(powerKW) > ratedKW)
            findings.Error(ScenarioErrors.PlantTooSmall, place, $"{JsonText.Number(powerKW, "kW")} is beyond the plant {JsonText.Quote(plant.Name)}", $"{JsonText.Number(-ratedKW)} to {JsonText.Number(ratedKW, "kW")}");
    }

    private static double Largest(SampleTrace trace, DroopLaw? droop)
    {
        double largestKW = 0;
        foreach (double value in trace.Values)
        {
            double powerKW = droop?.PowerKW(value) ?? value;
            if (Math.Abs(powerKW) > Math.Abs(largestKW)) largestKW = powerKW;
        }
        return largestKW;
    }

    private static void Depths(IReadOnlyList<double> depths, JsonNode place, PlantParameters plant, Findings findings)
    {
        if (depths.Count != plant.HoistCount)
            findings.Error(ScenarioErrors.WrongHoistCount, place, $"{depths.Count} depths are given for the {plant.HoistCount} hoists of {JsonText.Quote(plant.Name)}", $"{plant.HoistCount} depths");
        double upperM = plant.Shaft.UpperLandingDepthM, lowerM = plant.Shaft.LowerLandingDepthM;
        foreach (double depthM in depths)
            if (depthM < upperM || depthM > lowerM)
                findings.Error(ScenarioErrors.OutsideShaft, place, $"{JsonText.Number(depthM, "m")} is outside the stroke", $"{JsonText.Number(upperM)} to {JsonText.Number(lowerM, "m")}");
    }
}
