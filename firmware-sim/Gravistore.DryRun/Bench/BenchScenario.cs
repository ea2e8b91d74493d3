using Gravistore.DryRun.Scenarios;
using Gravistore.Json;

namespace Gravistore.DryRun.Bench;

/// <summary>Puts together the scenarios that benches play; they come from no file.</summary>
internal sealed class BenchScenario
{
    private const double ArmingS = 60;

    private static readonly JsonNode Nowhere = JsonNode.Parse("bench", "{}", []);

    private readonly string _name;
    private readonly string _title;
    private readonly List<ScenarioStep> _steps = [];

    public BenchScenario(string name, string title)
    {
        _name = name;
        _title = title;
    }

    /// <summary>All weights at a landing.</summary>
    public static InitialState AtLanding(Landing landing) => new() { Landing = landing, Place = Nowhere };

    /// <summary>All weights at the depth of a charge [%].</summary>
    public static InitialState AtOneDepth(double chargePercent) => new() { StateOfChargePercent = chargePercent, Place = Nowhere };

    /// <summary>Each weight at a depth of its own [m].</summary>
    public static InitialState AtDepths(IReadOnlyList<double> depthsM) => new() { WeightDepthsM = depthsM, Place = Nowhere };

    /// <summary>A step that follows the one above at once.</summary>
    public BenchScenario Then(string label, StepAction action) => Add(label, action, step => step);

    /// <summary>A step some time after the one above [s].</summary>
    public BenchScenario After(string label, double afterS, StepAction action) => Add(label, action, step => step with { AfterS = afterS });

    /// <summary>A step that waits for a condition, at most so long [s].</summary>
    public BenchScenario When(string label, Condition condition, double timeoutS, StepAction action) =>
        Add(label, action, step => step with { When = condition, TimeoutS = timeoutS });

    /// <summary>Sets power at once, as soon as the plant has been armed for a second [kW].</summary>
    public BenchScenario PowerWhenArmed(string label, double powerKW) =>
        Add(label, StepAction.SetPower, step => step with { When = Armed, TimeoutS = ArmingS, PowerKW = powerKW });

    /// <summary>Sets power at once, some time after the step above [s, kW].</summary>
    public BenchScenario PowerAfter(string label, double afterS, double powerKW) =>
        Add(label, StepAction.SetPower, step => step with { AfterS = afterS, PowerKW = powerKW });

    /// <summary>Waits until the plant has been armed for a second.</summary>
    public BenchScenario WaitArmed(string label) => When(label, Armed, ArmingS, StepAction.Wait);

    /// <summary>The whole scenario.</summary>
    /// <param name="initial">Where the weights hang at the start.</param>
    /// <param name="end">Ends the run after the last step; null where an end step does.</param>
    /// <param name="expectedS">Probable length [s]; a run of three times that is over.</param>
    public Scenario Build(InitialState initial, Condition? end, double expectedS) => new()
    {
        Name = _name,
        Title = _title,
        File = "bench",
        Plant = BenchPlant.Reference,
        PlantPlace = Nowhere,
        Initial = initial,
        Steps = _steps,
        End = new RunEnd(end, 3 * expectedS, expectedS),
        Assertions = [],
    };

    private static Condition Armed => new() { Mode = Core.Modes.PlantMode.Armed, HoldsForS = 1 };

    private BenchScenario Add(string label, StepAction action, Func<ScenarioStep, ScenarioStep> timing)
    {
        _steps.Add(timing(new ScenarioStep { Label = label, Action = action, Place = Nowhere }));
        return this;
    }
}
