namespace Gravistore.Json.Tests;

public sealed class JsonNodeTests
{
    [Fact]
    public void EveryValueKnowsItsPlaceAndPath()
    {
        Findings findings = [];
        JsonNode root = JsonNode.Parse("f.json", "{\n  \"a\": {\"ü\": [1, {\"c\": -2.5e1}]}\n}", findings);
        JsonNode c = root.Member("a")!.Member("ü")!.Items[1].Member("c")!;
        Assert.Empty(findings);
        Assert.Equal(("a.ü[1].c", 2, 24, -25.0), (c.Path, c.Line, c.Column, c.Number));
    }

    [Theory]
    [InlineData("", "GS-J005", 0, 0)]
    [InlineData(" \n ", "GS-J005", 0, 0)]
    [InlineData("/* only */", "GS-J009", 1, 1)]
    [InlineData("{\n\"a\": 1,\n}", "GS-J010", 3, 1)]
    [InlineData("{\"a\": [1, 2, /* x */ ]}", "GS-J009", 1, 14)]
    [InlineData("{\"a\": 1, // why\n \"b\": 2}", "GS-J009", 1, 10)]
    [InlineData("{\"a\": NaN}", "GS-J011", 1, 7)]
    [InlineData("{\"a\": -Infinity}", "GS-J011", 1, 7)]
    [InlineData("{\"a\": 1e999}", "GS-J011", 1, 7)]
    [InlineData("{\"a\": 1,\n \"a\": 2}", "GS-J013", 2, 7)]
    [InlineData("{\"a\": 1,\n \"\\u0061\": 2}", "GS-J013", 2, 12)]
    [InlineData("{\"a\": {\n \"b\": [1,", "GS-J008", 2, 10)]
    [InlineData("{\"a\": \"half a te", "GS-J008", 1, 17)]
    [InlineData("{\"a\": tr", "GS-J008", 1, 9)]
    [InlineData("{\"a\": 1} {}", "GS-J007", 1, 10)]
    [InlineData("{'a': 1}", "GS-J007", 1, 2)]
    [InlineData("{a: 1}", "GS-J007", 1, 2)]
    [InlineData("{\"a\": 1 \"b\": 2}", "GS-J007", 1, 9)]
    [InlineData("{\"a\": +1}", "GS-J007", 1, 7)]
    [InlineData("{\"a\": True}", "GS-J007", 1, 7)]
    [InlineData("{\"a\": \"\\ud800\"}", "GS-J006", 1, 7)]
    public void WhatIsNotStrictJsonIsFoundWithItsPlace(string text, string code, int line, int column)
    {
        Findings findings = [];
        JsonNode.Parse("f.json", text, findings);
        Finding first = findings[0];
        Assert.Equal((code, line, column), (first.Code, first.Line, first.Column));
    }

    [Fact]
    public void HostileNestingIsOneFinding()
    {
        Findings findings = [];
        JsonNode.Parse("f.json", new string('[', 1_000_000), findings);
        Assert.Equal(["GS-J012"], findings.Select(f => f.Code));
    }

    [Fact]
    public void FileOnOneLongLineIsReadInOnePass()
    {
        const int entries = 200_000;
        Findings findings = [];
        JsonNode root = JsonNode.Parse("f.json", "[" + string.Concat(Enumerable.Repeat("1,", entries)) + "2]", findings);
        Assert.Empty(findings);
        Assert.Equal((entries + 1, 1, 2 * entries + 2), (root.Items.Count, root.Items[entries].Line, root.Items[entries].Column));
    }
}
