using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Tests;

/// <summary>Where devices answer: what ships is whole, and what cannot work is refused.</summary>
public sealed class LinksFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gravistore-links-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Path(string name) => System.IO.Path.Combine(Shipped.Root, "config", "links", name + ".json");

    private static PlantParameters Plant(string name) => PlantFile.Load(Shipped.Plant(name), [], [])!;

    private (FieldLinks? Links, Findings Findings) Load(string good, string bad, string plant = "pyhasalmi")
    {
        string text = File.ReadAllText(Path("pyhasalmi-local"));
        Assert.Contains(good, text);
        string path = System.IO.Path.Combine(folder, "pyhasalmi-local.json");
        File.WriteAllText(path, text.Replace(good, bad));
        Findings findings = [];
        return (LinksFile.Load(path, Plant(plant), findings), findings);
    }

    [Theory]
    [InlineData("pyhasalmi", 26)]
    [InlineData("leith", 8)]
    public void ShippedLinksServeTheirPlant(string plant, int devices)
    {
        Findings findings = [];
        FieldLinks? links = LinksFile.Load(Path(plant + "-local"), Plant(plant), findings);
        Assert.Empty(findings);
        Assert.Equal((devices, 0.05, plant), (links!.Devices.Count, links.AnswerTimeoutS, links.Plant));
        Assert.Equal("h2.brake", links.Device(FieldDeviceKind.BrakeUnit, 1).Name);
        Assert.Equal(-1, links.Device(FieldDeviceKind.Meter).Hoist);
        Assert.All(links.Devices, d => Assert.Equal("127.0.0.1", d.Host));
        Assert.Throws<ArgumentException>(() => links.Device(FieldDeviceKind.Drive, 64));
    }

    [Theory]
    [InlineData("\"port\": 15043, \"unit\": 30", "\"port\": 15043, \"unit\": 20", "GS-C050", "h3.io answers where h3.brake does")]
    [InlineData("\"name\": \"h2.io\"", "\"name\": \"h1.io\"", "GS-C051", "another device is named 'h1.io' already")]
    [InlineData("\"kind\": \"meter\"", "\"kind\": \"meter\", \"hoist\": 3", "GS-C053", "a meter belongs to no hoist")]
    [InlineData("\"kind\": \"drive\", \"hoist\": 5,", "\"kind\": \"drive\",", "GS-C053", "a drive belongs to a hoist, and none is named")]
    [InlineData("\"kind\": \"drive\", \"hoist\": 8", "\"kind\": \"drive\", \"hoist\": 9", "GS-C053", "the plant has no hoist 9")]
    [InlineData("\"plant\": \"pyhasalmi\"", "\"plant\": \"leith\"", "GS-C054", "these are the links of 'leith'")]
    [InlineData("\"reconnectFirstMs\": 200", "\"reconnectFirstMs\": 2001", "GS-C055", "shorter than the first")]
    [InlineData("\"name\": \"pyhasalmi-local\"", "\"name\": \"here\"", "GS-C005", "their file 'pyhasalmi-local'")]
    [InlineData("\"port\": 15021", "\"port\": 70000", "GS-J024", "'port' is too large: 70000")]
    [InlineData("\"port\": 15021", "\"port\": 0", "GS-J024", "'port' is too small: 0")]
    [InlineData("\"unit\": 30", "\"unit\": 256", "GS-J024", "'unit' is too large: 256")]
    [InlineData("\"kind\": \"meter\"", "\"kind\": \"metre\"", "GS-J028", "'kind' is 'metre'")]
    [InlineData("\"host\": \"127.0.0.1\", \"port\": 15021", "\"host\": \"tcp://drive\", \"port\": 15021", "GS-J028", "'host' is 'tcp://drive'")]
    [InlineData("\"answerTimeoutMs\": 50", "\"answerTimeoutMs\": -1", "GS-J024", "'answerTimeoutMs' is too small")]
    public void ImpossibleLinksAreRefused(string good, string bad, string code, string message)
    {
        (FieldLinks? links, Findings findings) = Load(good, bad);
        Assert.Null(links);
        Assert.Contains(findings, f => f.Code == code && f.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(findings, f => Assert.True(f.Line > 0 || f.Path == "devices"));
    }

    [Fact]
    public void EveryDeviceThatIsMissingIsNamed()
    {
        Findings findings = [];
        string path = System.IO.Path.Combine(folder, "pyhasalmi-local.json");
        File.WriteAllText(path, File.ReadAllText(Path("leith-local")).Replace("leith", "pyhasalmi"));
        Assert.Null(LinksFile.Load(path, Plant("pyhasalmi"), findings));
        Assert.Equal(18, findings.Count(f => f.Code == "GS-C052"));
        Assert.Contains(findings, f => f.Message == "there is no brake-unit of hoist 8");
    }

    [Fact]
    public void LinksOfAnotherPlantAreOneFinding()
    {
        Findings findings = [];
        Assert.Null(LinksFile.Load(Path("leith-local"), Plant("pyhasalmi"), findings));
        Assert.Equal("GS-C054", Assert.Single(findings).Code);
    }
}
