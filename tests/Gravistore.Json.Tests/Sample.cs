namespace Gravistore.Json.Tests;

/// <summary>A small declaration with every kind of key, and a good file for it.</summary>
internal static class Sample
{
    public static readonly NumberKey Mass = new("massKg", "Suspended mass", "kg", 100, 500_000);
    public static readonly IntegerKey Count = new("count", "Number of ropes", 1, 16);
    public static readonly ChoiceKey Word = new("wordOrder", "Order of the words", "low-first", "high-first") { Default = "low-first" };
    public static readonly NumberListKey Depths = new("magnetDepthsM", "Depths of the magnets", "m", 0, 1000) { Ascending = true, Required = false, MaxCount = 3 };
    public static readonly FlagKey Geared = new("geared", "A gear is fitted") { Default = true };
    public static readonly TextKey Title = new("title", "Title") { Required = false };
    public static readonly MapKey Reasons = new("reasons", "Why") { Required = false };
    public static readonly FileKey Trace = new("trace", "A trace") { Required = false };
    public static readonly TextListKey Columns = new("columns", "Columns of the trace") { Required = false };
    public static readonly SectionSpec RopeSpec = new("rope", "The ropes", Count, Mass, Depths) { RequireSources = true };
    public static readonly SectionKey Rope = new("rope", RopeSpec);
    public static readonly SectionListKey Steps = new("steps", "Steps", new SectionSpec("step", "One step", Word, Geared)) { Required = false };
    public static readonly SectionSpec Root = new("root", "A file", Title, Rope, Steps, Reasons, Trace, Columns);

    public const string Good = """
        {
          "title": "t",
          "rope": { "count": 2, "massKg": 60000, "magnetDepthsM": [1, 2],
            "source": { "count": "x", "massKg": "y", "magnetDepthsM": "z" } },
          "steps": [ { "wordOrder": "high-first" }, { "geared": false } ],
          "reasons": { "a.b": "why" }, "trace": "t.csv", "columns": ["x", "y"]
        }
        """;

    public static (Section Section, Findings Findings) Bind(string text)
    {
        Findings findings = [];
        return (Section.Bind(JsonNode.Parse("folder/f.json", text, findings), Root, findings), findings);
    }
}
