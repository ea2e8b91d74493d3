using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>The error numbers of scenarios.</summary>
public static class ScenarioErrors
{
    public static readonly ErrorInfo NotExactlyOne = new("GS-S001", "not exactly one of several keys", "Keys that exclude each other are given together, or none of them is given.", "give exactly one of them");
    public static readonly ErrorInfo IdleKey = new("GS-S002", "key without effect", "A key is given that means nothing beside the others.", "remove it") { Severity = FindingSeverity.Warning };
    public static readonly ErrorInfo NeedsKey = new("GS-S003", "key needed", "What is asked needs a further key.", "add it");
    public static readonly ErrorInfo TimeBackwards = new("GS-S004", "time goes backwards", "A step is due before the step above it.", "put the steps in order of time");
    public static readonly ErrorInfo AfterEnd = new("GS-S005", "step after the end", "A step can never run because the run is over before.", "move the step or the end");
    public static readonly ErrorInfo NotArmed = new("GS-S006", "power asked of a plant that is not armed", "A power step comes before arming or after parking.", "put an \"arm\" step before it, and wait for the mode \"armed\"");
    public static readonly ErrorInfo AlreadyThere = new("GS-S007", "nothing to do", "The plant is already in the state that the step asks for.", "remove the step");
    public static readonly ErrorInfo NeverTrue = new("GS-S008", "condition that never comes true", "No step above leads to what the condition waits for.", "correct the condition or the steps above it");
    public static readonly ErrorInfo NoTrace = new("GS-S009", "nothing to follow", "A step follows a series that the scenario does not name.", "add a \"trace\" section");
    public static readonly ErrorInfo IdleTrace = new("GS-S010", "series that nobody follows", "The scenario names a series or a law, and no step uses it.", "add a \"follow\" step or remove the section") { Severity = FindingSeverity.Warning };
    public static readonly ErrorInfo EmptyRange = new("GS-S011", "empty range", "The lower bound is above the upper bound, or no bound is given.", "correct the bounds");
    public static readonly ErrorInfo UnknownFigure = new("GS-S012", "unknown figure", "No figure of the result has this name.", "choose one of the result's figures");
    public static readonly ErrorInfo UnknownStep = new("GS-S013", "unknown step", "No step has this label.", "name the label of a step");
    public static readonly ErrorInfo PlantTooSmall = new("GS-S014", "beyond the plant", "The scenario asks more than the plant has.", "ask less, or run a larger plant");
    public static readonly ErrorInfo WrongHoistCount = new("GS-S015", "wrong number of weights", "The list of depths does not fit the plant's hoists.", "give one depth for each hoist");
    public static readonly ErrorInfo OutsideShaft = new("GS-S016", "depth outside the stroke", "A weight would start outside its stroke.", "give a depth between the landings");
    public static readonly ErrorInfo DoubleLabel = new("GS-S017", "label used twice", "Two steps have the same label.", "give each step a label of its own");
    public static readonly ErrorInfo PlantFilesDiffer = new("GS-S018", "plant and truth do not belong together", "The controller's plant and the simulated plant have different numbers of hoists.", "name the .sim.json that belongs to the plant, or set both counts: --set plant.hoists.count=N --set sim.hoists.count=N");
    public static readonly ErrorInfo UnknownPlant = new("GS-S019", "unknown plant", "The scenario names a plant that does not exist.", "name a plant under config/plants or a file");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } =
    [
        NotExactlyOne, IdleKey, NeedsKey, TimeBackwards, AfterEnd, NotArmed, AlreadyThere, NeverTrue, NoTrace, IdleTrace, EmptyRange, UnknownFigure,
        UnknownStep, PlantTooSmall, WrongHoistCount, OutsideShaft, DoubleLabel, PlantFilesDiffer, UnknownPlant,
    ];
}
