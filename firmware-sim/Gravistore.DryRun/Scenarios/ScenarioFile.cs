using Gravistore.Config;
using Gravistore.DryRun.Traces;
using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Reads scenario files.</summary>
public static class ScenarioFile
{
    /// <summary>Reads a file with overrides; what is wrong goes to <paramref name="findings"/>, and the result may then not be used.</summary>
    /// <param name="path">Name of the file.</param>
    /// <param name="overrides">Overrides of any scope; those of scope "scenario" are applied.</param>
    /// <param name="findings">Receives everything that is wrong.</param>
    public static Scenario Load(string path, IReadOnlyList<Override> overrides, Findings findings)
    {
        JsonNode root = JsonNode.Load(path, findings);
        Override.Apply(overrides, "scenario", root, ScenarioSchema.Root, findings);
        return Read(root, findings);
    }

    /// <summary>Reads a tree; what is wrong goes to <paramref name="findings"/>, contradictions between steps included.</summary>
    public static Scenario Read(JsonNode root, Findings findings)
    {
        Section section = Section.Bind(root, ScenarioSchema.Root, findings);
        TraceReference? trace = section.Has(ScenarioSchema.Trace) ? TraceKeys.Read(section.Sub(ScenarioSchema.Trace)) : null;
        DroopLaw? droop = section.Has(ScenarioSchema.Droop) ? DroopKeys.Read(section.Sub(ScenarioSchema.Droop)) : null;
        IReadOnlyList<ScenarioStep> steps = [.. section.List(ScenarioSchema.Steps).Select(StepKeys.Read)];
        Scenario scenario = new()
        {
            Name = section.Text(ScenarioSchema.Name),
            Title = section.Text(ScenarioSchema.Title),
            File = root.File,
            Plant = section.Text(ScenarioSchema.Plant),
            PlantPlace = section.Place(ScenarioSchema.Plant),
            Initial = InitialStateKeys.Read(section.Sub(ScenarioSchema.Initial)),
            Steps = steps,
            Trace = trace,
            // A law beside anything but frequencies means nothing, and must not be applied to powers.
            Droop = trace is { Format.Kind: TraceKind.Frequency } ? droop : null,
            End = RunEndKeys.Read(section.Sub(ScenarioSchema.End)),
            Assertions = [.. section.List(ScenarioSchema.Assertions).Select(a => AssertionKeys.Read(a, steps))],
        };
        // A step whose action is not known would make the steps below it look wrong.
        if (section.List(ScenarioSchema.Steps).All(StepKeys.IsSound)) ScenarioChecks.Check(scenario, section, findings);
        return scenario;
    }
}
