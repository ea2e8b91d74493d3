using Gravistore.DryRun.Scenarios;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Scenarios;

/// <summary>Scenario texts for tests: a good one, and changes to it.</summary>
internal static class ScenarioText
{
    public const string Head = "{ \"schema\": \"gravistore-scenario/1\", \"name\": \"x\", \"title\": \"A test.\",\n\"initial\": { \"landing\": \"lowerLanding\" },\n";
    public const string Tail = "\"end\": { \"maxSeconds\": 100 } }";

    /// <summary>A scenario with these steps, each on a line of its own from line 4 on, and further sections.</summary>
    public static string With(string steps, string more = "") => $"{Head}\"steps\": [\n{steps.Replace(" | ", ",\n")}\n],\n{more}\n{Tail}";

    public static Scenario Read(string text, Findings findings) => ScenarioFile.Read(JsonNode.Parse("x.json", text, findings), findings);

    public static Scenario Good(string text)
    {
        Findings findings = [];
        Scenario scenario = Read(text, findings);
        Assert.Empty(findings);
        return scenario;
    }
}
