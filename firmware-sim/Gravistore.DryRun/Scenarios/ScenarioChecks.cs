using Gravistore.Core.Modes;
using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Contradictions between the parts of a scenario, found by walking the steps with what each leads to.</summary>
internal sealed class ScenarioChecks
{
    private enum Stage { Parked, Armed, Parking, EmergencyStopped }

    private readonly Scenario _scenario;
    private readonly Findings _findings;
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private Stage _stage = Stage.Parked;
    private double _earliestS;
    private bool _follows;
    private ScenarioStep? _end;

    private ScenarioChecks(Scenario scenario, Findings findings)
    {
        _scenario = scenario;
        _findings = findings;
    }

    public static void Check(Scenario scenario, Section section, Findings findings)
    {
        ScenarioChecks checks = new(scenario, findings);
        foreach (ScenarioStep step in scenario.Steps) checks.Step(step);
        checks.Series(section);
        checks.End(section);
    }

    private void Step(ScenarioStep step)
    {
        if (!_labels.Add(step.Label)) Report(ScenarioErrors.DoubleLabel, step, $"{JsonText.Quote(step.Label)} is the label of two steps");
        if (_end is not null) Report(ScenarioErrors.AfterEnd, step, $"{JsonText.Quote(_end.Label)} ends the run before", $"no step after \"end\"");
        Time(step);
        if (step.When is { } condition) Reachable(step, condition);
        Action(step);
    }

    private void Time(ScenarioStep step)
    {
        if (step.AtS is { } atS)
        {
            if (atS < _earliestS) Report(ScenarioErrors.TimeBackwards, step, $"atS {JsonText.Number(atS, "s")} is before the step above, which is due at {JsonText.Number(_earliestS, "s")} or later", $"atS from {JsonText.Number(_earliestS, "s")} on");
            _earliestS = Math.Max(_earliestS, atS);
        }
        _earliestS += step.AfterS ?? 0;
        if (_earliestS >= _scenario.End.MaxSeconds)
            Report(ScenarioErrors.AfterEnd, step, $"the step is due at {JsonText.Number(_earliestS, "s")} or later, and the run is over at {JsonText.Number(_scenario.End.MaxSeconds, "s")}", $"before end.maxSeconds");
    }

    private void Reachable(ScenarioStep step, Condition condition)
    {
        bool never = condition.Mode switch
        {
            PlantMode.Arming or PlantMode.Armed => _stage != Stage.Armed,
            PlantMode.Running => _stage != Stage.Armed,
            PlantMode.Parked => _stage is Stage.Armed or Stage.EmergencyStopped,
            _ => false,
        };
        if (never) Report(ScenarioErrors.NeverTrue, step, $"no step above leads to the mode \"{condition.Mode.ToString()!.ToLowerInvariant()}\"");
        if (condition.TraceEnded && !_follows) Report(ScenarioErrors.NeverTrue, step, "no step above follows a series that could end");
        if (condition.TraceEnded && _scenario.Trace is { Repeat: true }) Report(ScenarioErrors.NeverTrue, step, "the series repeats and never ends");
        if (condition.Mode == PlantMode.Tripped) _stage = Stage.EmergencyStopped;
    }

    private void Action(ScenarioStep step)
    {
        if (step.AsksPower && _stage != Stage.Armed)
        {
            Report(ScenarioErrors.NotArmed, step, $"\"{StepKeys.Name(step.Action)}\" asks for power {Why()}");
            _stage = Stage.Armed; // reported once, not again for every step below
        }
        switch (step.Action)
        {
            case StepAction.Arm: Arm(step); break;
            case StepAction.Follow: Follow(step); break;
            case StepAction.Park or StepAction.ParkAtLanding: Park(step); break;
            case StepAction.Stop: _stage = _stage == Stage.Armed ? Stage.Parking : _stage; break;
            case StepAction.EmergencyStop: EmergencyStop(step); break;
            case StepAction.Reset: Reset(step); break;
            case StepAction.End: _end = step; break;
        }
    }

    private string Why() => _stage switch
    {
        Stage.Parked => "before any \"arm\" step",
        Stage.Parking => "after the plant was told to stop or park",
        _ => "after an emergency stop",
    };

    private void Arm(ScenarioStep step)
    {
        if (_stage == Stage.Armed) Report(ScenarioErrors.AlreadyThere, step, "the plant was armed by a step above");
        if (_stage == Stage.EmergencyStopped) Report(ScenarioErrors.NotArmed, step, "the plant cannot arm after an emergency stop", cure: "put a \"reset\" step before it");
        _stage = Stage.Armed;
    }

    private void Park(ScenarioStep step)
    {
        bool idle = _stage == Stage.EmergencyStopped || (_stage is Stage.Parked or Stage.Parking && step.Action == StepAction.Park);
        if (idle) Report(ScenarioErrors.AlreadyThere, step, _stage == Stage.EmergencyStopped ? "the emergency stop has set the brakes" : "the plant is parked by the steps above");
        _stage = Stage.Parking;
    }

    private void EmergencyStop(ScenarioStep step)
    {
        if (_stage == Stage.EmergencyStopped) Report(ScenarioErrors.AlreadyThere, step, "the emergency stop is pressed already");
        _stage = Stage.EmergencyStopped;
    }

    private void Reset(ScenarioStep step)
    {
        if (_stage != Stage.EmergencyStopped) Report(ScenarioErrors.AlreadyThere, step, "there is nothing to reset", "a reset after emergencyStop, or when the mode is tripped");
        _stage = Stage.Parked;
    }

    private void Follow(ScenarioStep step)
    {
        _follows = true;
        if (_scenario.Trace is null) Report(ScenarioErrors.NoTrace, step, "the scenario names no series to follow");
    }

    private void Series(Section section)
    {
        bool isFrequency = _scenario.Trace is { Format.Kind: Traces.TraceKind.Frequency };
        if (_scenario.Trace is not null && !_follows)
            section.Warn(ScenarioSchema.Trace, ScenarioErrors.IdleTrace, "no step follows the series");
        if (isFrequency && _scenario.Droop is null)
            section.Error(ScenarioSchema.Trace, ScenarioErrors.NeedsKey, "a series of frequencies needs a law that turns it into power", "a droop section", "add a \"droop\" section");
        if (section.Has(ScenarioSchema.Droop) && !isFrequency)
            section.Warn(ScenarioSchema.Droop, ScenarioErrors.IdleTrace, "the law turns frequencies into power, and no series of frequencies is given");
    }

    private void End(Section section)
    {
        if (_scenario.End.When is not { } condition) return;
        if (_end is not null) Report(ScenarioErrors.NotExactlyOne, _end, "the run has an \"end\" step and an end condition", "one of the two");
        if (condition.TraceEnded && (!_follows || _scenario.Trace is { Repeat: true }))
            section.Error(ScenarioSchema.End, ScenarioErrors.NeverTrue, _follows ? "the series repeats and never ends" : "no step follows a series that could end");
    }

    private void Report(ErrorInfo info, ScenarioStep step, string message, string allowed = "", string? cure = null) =>
        _findings.Error(info, step.Place, message, allowed, cure);
}
