namespace Gravistore.Json.Tests;

public sealed class JsonOverrideTests
{
    private static (Section Section, Findings Findings) Bind(string path, string value)
    {
        Findings findings = [];
        JsonNode root = JsonNode.Parse("f.json", Sample.Good, findings);
        root.Set(path, value, findings, Sample.Root);
        return (Section.Bind(root, Sample.Root, findings), findings);
    }

    [Fact]
    public void ValuesAreReplacedAndDeclaredKeysAdded()
    {
        Assert.Equal(7, Bind("rope.count", "7").Section.Sub(Sample.Rope).Integer(Sample.Count));
        Assert.Equal([1.0, 9.0], Bind("rope.magnetDepthsM[1]", "9").Section.Sub(Sample.Rope).Numbers(Sample.Depths));
        Assert.Equal([4.0, 5.0, 6.0], Bind("rope.magnetDepthsM", "[4, 5, 6]").Section.Sub(Sample.Rope).Numbers(Sample.Depths));
        Assert.False(Bind("steps[0].geared", "false").Section.List(Sample.Steps)[0].Flag(Sample.Geared));
        Assert.Equal("plain text", Bind("title", "plain text").Section.Text(Sample.Title));
    }

    [Fact]
    public void WholeSectionsNeedNoSourceWhenTheyComeFromAnOverride()
    {
        (Section root, Findings findings) = Bind("rope", "{\"count\": 3, \"massKg\": 100}");
        Assert.Empty(findings);
        Assert.Equal(3, root.Sub(Sample.Rope).Integer(Sample.Count));
    }

    [Theory]
    [InlineData("rope.cuont", "1", "--set rope.cuont=1: error GS-J031 at rope: 'rope' has no key 'cuont'; allowed: count, massKg, magnetDepthsM; did you mean 'count'?")]
    [InlineData("rope.magnetDepthsM[2]", "1", "--set rope.magnetDepthsM[2]=1: error GS-J031 at rope.magnetDepthsM: 'rope.magnetDepthsM' has no entry [2]; allowed: 0 to 1; name a key of the file")]
    [InlineData("rope.count[0]", "1", "--set rope.count[0]=1: error GS-J031 at rope.count: 'rope.count' has no entry [0]; allowed: no index, it is no list; name a key of the file")]
    [InlineData("rope..count", "1", "--set rope..count=1: error GS-J031: 'rope..count' is no path; allowed: names joined by dots, list entries as name[0]; name a key of the file")]
    [InlineData("steps[x]", "1", "--set steps[x]=1: error GS-J031: 'steps[x]' is no path; allowed: names joined by dots, list entries as name[0]; name a key of the file")]
    [InlineData("rope.count", "[1", "--set rope.count=[1: error GS-J032: the file ends inside the list that begins in line 1; allowed: the closing brackets ]; write a number, true, false, a text or a JSON value")]
    [InlineData("rope.count", "NaN", "--set rope.count=NaN: error GS-J023 at rope.count: 'count' is the text 'NaN'; allowed: a whole number from 1 to 16; write a value of the declared kind")]
    [InlineData("rope.massKg", "5", "--set rope.massKg=5: error GS-J024 at rope.massKg: 'massKg' is too small: 5 kg; allowed: a number from 100 to 500000 kg; check value and unit")]
    public void OverrideThatCannotBeIsOneMessage(string path, string value, string expected)
    {
        Assert.Equal([expected], Bind(path, value).Findings.Select(f => f.ToString()));
    }
}
