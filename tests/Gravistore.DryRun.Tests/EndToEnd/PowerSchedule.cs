using System.Globalization;
using System.Text;
using Gravistore.Core.Parameters;
using Gravistore.DryRun.Bench;
using Gravistore.DryRun.Scenarios;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>
/// Steps of power drawn at random: four to eight of full, half or no rated power either way, 0.3 to 5 s apart, so that many come while the ropes still swing
/// from the one before, and weights at one depth, evenly spread or anywhere.
/// </summary>
internal sealed class PowerSchedule
{
    private static readonly double[] Levels = [-1, -0.5, 0, 0.5, 1];
    private const double LeastGapS = 0.3, GapRangeS = 4.7, WatchS = 12, StartS = 20;

    private PowerSchedule(Scenario scenario, string text) => (Scenario, Text) = (scenario, text);

    public Scenario Scenario { get; }
    /// <summary>Depths and steps in words, for the message of a run that fails.</summary>
    public string Text { get; }

    public static PowerSchedule Draw(PlantParameters plant, ulong seed)
    {
        Xoshiro256 random = new(seed * 7919 + 17);
        StringBuilder text = new();
        double[] depthsM = Depths(plant, random, text);
        BenchScenario scenario = new("schedule", $"seed {seed}");
        scenario.Then("arm", StepAction.Arm).WaitArmed("armed");
        int steps = 4 + (int)(random.NextUniform() * 5);
        double level = 0, wholeS = 0;
        for (int i = 0; i < steps; i++)
        {
            double before = level;
            do level = Levels[(int)(random.NextUniform() * Levels.Length)];
            while (level == before);
            double drawnS = LeastGapS + GapRangeS * random.NextUniform(), gapS = i == 0 ? 1 : drawnS;
            wholeS += gapS;
            scenario.PowerAfter($"step {i + 1}", gapS, 1e-3 * level * plant.RatedPowerW);
            text.Append(CultureInfo.InvariantCulture, $" +{gapS:0.00} s {100 * level:0} %");
        }
        scenario.After("end", WatchS, StepAction.End);
        return new PowerSchedule(scenario.Build(BenchScenario.AtDepths(depthsM), null, StartS + wholeS + WatchS), text.ToString());
    }

    private static double[] Depths(PlantParameters plant, Xoshiro256 random, StringBuilder text)
    {
        int kind = (int)(random.NextUniform() * 3);
        double middle = 0.2 + 0.6 * random.NextUniform();
        double half = kind == 0 ? 0 : Math.Min(middle, 1 - middle) * random.NextUniform() * 0.8;
        double[] depthsM = new double[plant.HoistCount];
        for (int i = 0; i < depthsM.Length; i++)
        {
            double place = kind == 2 ? 2 * random.NextUniform() - 1 : 2.0 * i / (depthsM.Length - 1) - 1;
            depthsM[i] = plant.Shaft.UpperLandingDepthM + plant.Shaft.StrokeM * (middle + half * place);
        }
        text.Append("depths");
        foreach (double depthM in depthsM) text.Append(CultureInfo.InvariantCulture, $" {depthM:0.0}");
        text.Append(" m:");
        return depthsM;
    }
}
