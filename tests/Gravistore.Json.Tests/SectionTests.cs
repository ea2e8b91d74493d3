namespace Gravistore.Json.Tests;

public sealed class SectionTests
{
    private static readonly NumberKey Mass = new("massKg", "Suspended mass", "kg", 100, 500_000);
    private static readonly IntegerKey Count = new("count", "Number of ropes", 1, 16);
    private static readonly ChoiceKey Word = new("wordOrder", "Order of the words", "low-first", "high-first") { Default = "low-first" };
    private static readonly NumberListKey Depths = new("magnetDepthsM", "Depths of the magnets", "m", 0, 1000) { Ascending = true, Required = false };
    private static readonly FlagKey Geared = new("geared", "A gear is fitted") { Default = true };
    private static readonly TextKey Title = new("title", "Title") { Required = false };
    private static readonly SectionSpec RopeSpec = new("rope", "The ropes", Count, Mass, Depths) { RequireSources = true };
    private static readonly SectionKey Rope = new("rope", RopeSpec);
    private static readonly SectionListKey Steps = new("steps", "Steps", new SectionSpec("step", "One step", Word, Geared)) { Required = false };
    private static readonly SectionSpec Root = new("root", "A file", Title, Rope, Steps);

    private const string Good = """
        {
          "title": "t",
          "rope": { "count": 2, "massKg": 60000, "magnetDepthsM": [1, 2],
            "source": { "count": "x", "massKg": "y", "magnetDepthsM": "z" } },
          "steps": [ { "wordOrder": "high-first" }, { "geared": false } ]
        }
        """;

    private static (Section Section, Findings Findings) Bind(string text)
    {
        Findings findings = [];
        return (Section.Bind(JsonNode.Parse("f.json", text, findings), Root, findings), findings);
    }

    [Fact]
    public void GoodFileIsRead()
    {
        (Section root, Findings findings) = Bind(Good);
        Assert.Empty(findings);
        Section rope = root.Sub(Rope);
        Assert.Equal((2, 60000.0), (rope.Integer(Count), rope.Number(Mass)));
        Assert.Equal([1.0, 2.0], rope.Numbers(Depths));
        Assert.Equal(["high-first", "low-first"], root.List(Steps).Select(s => s.Choice(Word)));
        Assert.Equal([true, false], root.List(Steps).Select(s => s.Flag(Geared)));
    }

    [Theory]
    [InlineData("\"count\": 2", "\"cuont\": 2", "f.json:3:22: error GS-J020 at rope.cuont: unknown key 'cuont'; allowed: count, massKg, magnetDepthsM; did you mean 'count'?")]
    [InlineData("\"massKg\": 60000", "\"massT\": 60", "f.json:3:34: error GS-J021 at rope.massT: 'massT' gives t, but kg is expected; allowed: massKg; give the value in kg and name the key 'massKg'")]
    [InlineData("\"massKg\": 60000", "\"massKG\": 60", "f.json:3:35: error GS-J021 at rope.massKG: 'massKG' does not name the expected unit kg; allowed: massKg; give the value in kg and name the key 'massKg'")]
    [InlineData("60000", "\"60000\"", "f.json:3:35: error GS-J023 at rope.massKg: 'massKg' is the text '60000'; allowed: a number from 100 to 500000 kg; write a value of the declared kind")]
    [InlineData("60000", "60", "f.json:3:35: error GS-J024 at rope.massKg: 'massKg' is too small: 60 kg; allowed: a number from 100 to 500000 kg; check value and unit")]
    [InlineData("\"count\": 2", "\"count\": 2.5", "f.json:3:22: error GS-J025 at rope.count: 'count' is 2.5; allowed: a whole number from 1 to 16; write a whole number")]
    [InlineData("[1, 2]", "[2, 1]", "f.json:3:63: error GS-J026 at rope.magnetDepthsM[1]: 1 follows 2; allowed: a list of 0 to 1000 ascending numbers from 0 to 1000 m; sort the list and remove repeated numbers")]
    [InlineData("high-first", "high", "f.json:5:29: error GS-J028 at steps[0].wordOrder: 'wordOrder' is 'high'; allowed: \"low-first\", \"high-first\"; choose one of the allowed texts")]
    public void OneMistakeIsOneMessage(string good, string bad, string expected)
    {
        (Section _, Findings findings) = Bind(Good.Replace(good, bad));
        Assert.Equal([expected], findings.Select(f => f.ToString()));
    }
}
