using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>Declaration of a scenario file: one declaration per key gives reader, schema and documentation.</summary>
public static class ScenarioSchema
{
    /// <summary>Value of a scenario file's "schema" key.</summary>
    public const string SchemaName = "gravistore-scenario/1";
    /// <summary>Most steps of a scenario.</summary>
    public const int MaxSteps = 200;
    /// <summary>Most assertions of a scenario.</summary>
    public const int MaxAssertions = 100;

    internal static readonly ChoiceKey Schema = new("schema", "Which kind of file this is", SchemaName);
    internal static readonly TextKey Name = new("name", "Short name") { Pattern = "[a-z0-9][a-z0-9-]{0,62}", PatternText = "small letters, digits and hyphens" };
    internal static readonly TextKey Title = new("title", "What the scenario shows, one sentence");
    internal static readonly TextKey Plant = new("plant", "A plant under config/plants, or a file name") { Default = "pyhasalmi" };
    internal static readonly SectionKey Initial = new("initial", InitialStateKeys.Spec);
    internal static readonly SectionListKey Steps = new("steps", "What is asked of the plant, in order", StepKeys.Spec) { MaxCount = MaxSteps };
    internal static readonly SectionKey Trace = new("trace", TraceKeys.Spec) { Required = false };
    internal static readonly SectionKey Droop = new("droop", DroopKeys.Spec) { Required = false };
    internal static readonly SectionKey End = new("end", RunEndKeys.Spec);
    internal static readonly SectionListKey Assertions = new("assertions", "What the run must show", AssertionKeys.Spec) { Required = false, MaxCount = MaxAssertions };

    /// <summary>The whole file.</summary>
    public static SectionSpec Root { get; } = new("scenario", "A dry run: initial state, steps, a series to follow, the end and what must come out",
        Schema, Name, Title, Plant, Initial, Steps, Trace, Droop, End, Assertions);
}
