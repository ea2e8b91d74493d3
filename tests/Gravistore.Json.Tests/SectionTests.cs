namespace Gravistore.Json.Tests;

public sealed class SectionTests
{
    [Fact]
    public void GoodFileIsRead()
    {
        (Section root, Findings findings) = Sample.Bind(Sample.Good);
        Assert.Empty(findings);
        Section rope = root.Sub(Sample.Rope);
        Assert.Equal((2, 60000.0), (rope.Integer(Sample.Count), rope.Number(Sample.Mass)));
        Assert.Equal([1.0, 2.0], rope.Numbers(Sample.Depths));
        Assert.Equal(["high-first", "low-first"], root.List(Sample.Steps).Select(s => s.Choice(Sample.Word)));
        Assert.Equal([true, false], root.List(Sample.Steps).Select(s => s.Flag(Sample.Geared)));
        Assert.Equal("why", root.Map(Sample.Reasons)["a.b"]);
        Assert.Equal(Path.Combine("folder", "t.csv"), root.FilePath(Sample.Trace));
        Assert.Equal(["x", "y"], root.Texts(Sample.Columns));
    }

    [Theory]
    [InlineData("\"count\": 2", "\"cuont\": 2", "3:22: error GS-J020 at rope.cuont: unknown key 'cuont'; allowed: count, massKg, magnetDepthsM; did you mean 'count'?")]
    [InlineData("\"geared\": false", "\"zzz\": 1", "5:54: error GS-J020 at steps[1].zzz: unknown key 'zzz'; allowed: wordOrder, geared; remove it or correct its name")]
    [InlineData("\"massKg\": 60000", "\"massT\": 60", "3:34: error GS-J021 at rope.massT: 'massT' gives t, but kg is expected; allowed: massKg; give the value in kg and name the key 'massKg'")]
    [InlineData("\"massKg\": 60000", "\"massKG\": 60", "3:35: error GS-J021 at rope.massKG: 'massKG' does not name the expected unit kg; allowed: massKg; give the value in kg and name the key 'massKg'")]
    [InlineData("\"massKg\": 60000", "\"mass\": 60", "3:33: error GS-J021 at rope.mass: 'mass' does not name the expected unit kg; allowed: massKg; give the value in kg and name the key 'massKg'")]
    [InlineData("\"count\": 2, ", "", "3:11: error GS-J022 at rope: the key 'count' is missing (Number of ropes); allowed: a whole number from 1 to 16; add it")]
    [InlineData("60000", "\"60000\"", "3:35: error GS-J023 at rope.massKg: 'massKg' is the text '60000'; allowed: a number from 100 to 500000 kg; write a value of the declared kind")]
    [InlineData("60000", "null", "3:35: error GS-J023 at rope.massKg: 'massKg' is null; allowed: a number from 100 to 500000 kg; write a value of the declared kind")]
    [InlineData("60000", "60", "3:35: error GS-J024 at rope.massKg: 'massKg' is too small: 60 kg; allowed: a number from 100 to 500000 kg; check value and unit")]
    [InlineData("60000", "6e5", "3:35: error GS-J024 at rope.massKg: 'massKg' is too large: 600000 kg; allowed: a number from 100 to 500000 kg; check value and unit")]
    [InlineData("\"count\": 2", "\"count\": 2.5", "3:22: error GS-J025 at rope.count: 'count' is 2.5; allowed: a whole number from 1 to 16; write a whole number")]
    [InlineData("[1, 2]", "[2, 1]", "3:63: error GS-J026 at rope.magnetDepthsM[1]: 1 follows 2; allowed: a list of 0 to 3 ascending numbers from 0 to 1000 m; sort the list and remove repeated numbers")]
    [InlineData("[1, 2]", "[1, 2, 3, 4]", "3:59: error GS-J027 at rope.magnetDepthsM: 'magnetDepthsM' has 4 entries; allowed: a list of 0 to 3 ascending numbers from 0 to 1000 m; add or remove entries")]
    [InlineData("high-first", "high", "5:29: error GS-J028 at steps[0].wordOrder: 'wordOrder' is 'high'; allowed: \"low-first\", \"high-first\"; choose one of the allowed texts")]
    [InlineData("high-first", "low-frist", "5:29: error GS-J028 at steps[0].wordOrder: 'wordOrder' is 'low-frist'; allowed: \"low-first\", \"high-first\"; did you mean 'low-first'?")]
    [InlineData("\"title\": \"t\"", "\"title\": \" \"", "2:12: error GS-J028 at title: 'title' is empty; allowed: a text of 1 to 400 characters; choose one of the allowed texts")]
    [InlineData("\"count\": \"x\", ", "", "3:22: error GS-J029 at rope.count: 'count' has no entry in 'source'; allowed: a published source, \"derived: ...\" or \"assumption: ...\"; say where the value comes from")]
    [InlineData("\"magnetDepthsM\": [1, 2],", "", "4:63: error GS-J030 at rope.source.magnetDepthsM: a source is given for 'magnetDepthsM', which is not in this section; remove the entry or correct its name")]
    [InlineData("{ \"geared\": false }", "7", "5:45: error GS-J023 at steps[1]: an object is wanted for 'step'; allowed: wordOrder, geared; write a value of the declared kind")]
    public void OneMistakeIsOneMessage(string good, string bad, string expected)
    {
        (Section _, Findings findings) = Sample.Bind(Sample.Good.Replace(good, bad));
        Assert.Equal(["folder/f.json:" + expected], findings.Select(f => f.ToString()));
    }

    [Fact]
    public void AllMistakesAreReportedAtOnceAndGettersStayHarmless()
    {
        (Section root, Findings findings) = Sample.Bind("""{ "rope": { "count": 0, "massKg": true }, "steps": 3, "extra": 1 }""");
        Assert.Equal(["GS-J020", "GS-J024", "GS-J023", "GS-J023"], findings.Select(f => f.Code).Where(c => c != "GS-J029"));
        Assert.InRange(root.Sub(Sample.Rope).Integer(Sample.Count), 1, 16);
        Assert.InRange(root.Sub(Sample.Rope).Number(Sample.Mass), 100, 500_000);
        Assert.Empty(root.List(Sample.Steps));
        Assert.Throws<RefusedException>(findings.ThrowIfErrors);
    }

    [Fact]
    public void ReaderOfAnotherSectionsKeyIsToldSo()
    {
        (Section root, Findings _) = Sample.Bind(Sample.Good);
        Assert.Throws<ArgumentException>(() => root.Integer(Sample.Count));
    }

    [Fact]
    public void TextBrokenBeyondReadingIsNotReportedAsMissingKeysToo()
    {
        (Section _, Findings findings) = Sample.Bind(Sample.Good[..60]);
        Assert.Equal(["GS-J008"], findings.Select(f => f.Code));
    }

    [Fact]
    public void FindingsBeyondTheLimitAreCounted()
    {
        string keys = string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"k{i}\":{i}"));
        (Section _, Findings findings) = Sample.Bind("{" + keys + "}");
        Assert.Equal((Findings.MaxCount, 100_001 - Findings.MaxCount), (findings.Count, findings.LeftOut));
    }
}
