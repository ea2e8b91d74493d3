using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Declaration and reader of a scenario's steps.</summary>
internal static class StepKeys
{
    private static readonly ChoiceKey ActionKey = new("action", "What is asked of the plant", "arm", "setPower", "ramp", "follow", "park", "parkAtLanding", "stop", "emergencyStop", "reset", "wait", "end");
    private static readonly TextKey LabelKey = new("label", "Name of the step in messages and assertions") { Required = false, MaxLength = 80 };
    private static readonly NumberKey AtKey = new("atS", "Simulated time at which the step is due, counted from the start of the run", "s", 0, 1e6) { Required = false };
    private static readonly NumberKey AfterKey = new("afterS", "Time after the step above, or for the first step after the plant is ready", "s", 0, 1e6) { Required = false };
    private static readonly SectionKey WhenKey = new("when", ConditionKeys.Spec) { Required = false };
    private static readonly NumberKey TimeoutKey = new("timeoutS", "How long the condition may take before the run has failed", "s", 0.01, 1e6) { Default = 60 };
    private static readonly NumberKey PowerKey = new("powerKW", "Net power at the grid, export positive; for setPower and ramp", "kW", -1e6, 1e6) { Required = false };
    private static readonly NumberKey RateKey = new("rateKWPerS", "Greatest rate of change, at once when left out; for setPower", "kW/s", 1e-3, 1e9) { Required = false };
    private static readonly NumberKey OverKey = new("overS", "Time from the power in force to the new one; for ramp", "s", 0.01, 1e6) { Required = false };

    private static readonly IntegerKey ReadyKey = new("readyHoists", "Hoists that stay open and share however little power is asked for, as for frequency control; for setPower, ramp and follow", 0, 64) { Required = false };

    public static readonly SectionSpec Spec = new("step", "One step; without atS, afterS and when it follows the one above at once",
        LabelKey, AtKey, AfterKey, WhenKey, TimeoutKey, ActionKey, PowerKey, RateKey, OverKey, ReadyKey);

    public static ScenarioStep Read(Section section, int index)
    {
        CheckTrigger(section);
        StepAction action = Enum.Parse<StepAction>(section.Choice(ActionKey), ignoreCase: true);
        if (IsSound(section)) CheckParameters(section, action);
        return new ScenarioStep
        {
            Label = section.Has(LabelKey) ? section.Text(LabelKey) : $"step {index + 1}",
            Action = action,
            AtS = section.Has(AtKey) ? section.Number(AtKey) : null,
            AfterS = section.Has(AfterKey) ? section.Number(AfterKey) : null,
            When = section.Has(WhenKey) ? ConditionKeys.Read(section.Sub(WhenKey)) : null,
            TimeoutS = section.Number(TimeoutKey),
            PowerKW = section.Has(PowerKey) ? section.Number(PowerKey) : 0,
            RateKWPerS = section.Has(RateKey) ? section.Number(RateKey) : 0,
            OverS = section.Has(OverKey) ? section.Number(OverKey) : 0,
            ReadyHoists = section.Has(ReadyKey) ? section.Integer(ReadyKey) : 0,
            Place = section.Node,
        };
    }

    /// <summary>True when the step's action is known: what it leads to may then be judged.</summary>
    public static bool IsSound(Section section) => section.IsSound(ActionKey);

    private static void CheckParameters(Section section, StepAction action)
    {
        CheckParameter(section, action, PowerKey, required: true, StepAction.SetPower, StepAction.Ramp);
        CheckParameter(section, action, RateKey, required: false, StepAction.SetPower);
        CheckParameter(section, action, OverKey, required: true, StepAction.Ramp);
        CheckParameter(section, action, ReadyKey, required: false, StepAction.SetPower, StepAction.Ramp, StepAction.Follow);
    }

    private static void CheckTrigger(Section section)
    {
        int given = (section.Has(AtKey) ? 1 : 0) + (section.Has(AfterKey) ? 1 : 0) + (section.Has(WhenKey) ? 1 : 0);
        if (given > 1)
            section.Error(WhenKey, ScenarioErrors.NotExactlyOne, $"{given} of atS, afterS and when are given", "at most one of atS, afterS, when", "split it into two steps, the first a \"wait\"");
        if (section.Has(TimeoutKey) && !section.Has(WhenKey))
            section.Warn(TimeoutKey, ScenarioErrors.IdleKey, "timeoutS limits a condition, and the step has none", "timeoutS beside when");
    }

    private static void CheckParameter(Section section, StepAction action, Key key, bool required, params StepAction[] actions)
    {
        bool belongs = Array.IndexOf(actions, action) >= 0;
        string takers = JsonText.Choices(actions.Select(Name));
        if (!belongs && section.Has(key))
            section.Warn(key, ScenarioErrors.IdleKey, $"\"{Name(action)}\" takes no {key.Name}", $"{key.Name} with {takers}");
        if (belongs && required && !section.Has(key))
            section.Error(key, ScenarioErrors.NeedsKey, $"\"{Name(action)}\" needs {key.Name}", key.Allowed);
    }

    /// <summary>The action as files write it.</summary>
    public static string Name(StepAction action)
    {
        string name = action.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
