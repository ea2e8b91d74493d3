using Gravistore.Json;

namespace Gravistore.Config.Tests;

/// <summary>Device files whose register maps contradict themselves are refused.</summary>
public sealed class RefusedDeviceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gravistore-devices-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Checks a shipped file with one piece of text replaced.</summary>
    private Findings Check(string device, string good, string bad)
    {
        string text = File.ReadAllText(Shipped.Device(device));
        Assert.Contains(good, text);
        string path = Path.Combine(folder, device + ".json");
        File.WriteAllText(path, text.Replace(good, bad));
        Findings findings = [];
        ConfigFiles.Check(path, findings);
        return findings;
    }

    [Theory]
    [InlineData("acs880", "\"faultCode\": 9", "\"faultCode\": 10", "1 register(s) at offset 10 lie outside the block of 10")]
    [InlineData("acs880", "\"group\": 1, \"index\": 10,", "\"group\": 1, \"index\": 1,", "parameter 01.01 stands here a second time")]
    [InlineData("acs880", "\"name\": \"motor torque\", \"unit\": \"%\", \"bits\": 16", "\"name\": \"motor torque\", \"unit\": \"%\", \"bits\": 24", "a parameter of 24 bits cannot be read")]
    [InlineData("janitza-umg96", "\"offset\": 26", "\"offset\": 51", "2 register(s) at offset 51 lie outside the block of 52")]
    [InlineData("janitza-umg96", "\"scale\": -1", "\"scale\": 0", "the scale is 0")]
    [InlineData("sunspec-203", "\"scaleFactorOffset\": 22", "\"scaleFactorOffset\": 200", "outside the block of 107")]
    [InlineData("brake-unit", "\"pressure\": 30", "\"pressure\": 32", "2 register(s) at offset 32 lie outside the block of 33")]
    [InlineData("brake-unit", "\"counter\": 1", "\"counter\": 2", "written in this order")]
    [InlineData("brake-unit", "\"full\": 5", "\"full\": 2", "command 2 has another meaning already")]
    [InlineData("hoist-io", "\"bit\": 9", "\"bit\": 8", "bit 8 carries 'slackRope' already")]
    [InlineData("hoist-io", "26400", "5280", "the counts at 20 mA are not above those at 4 mA")]
    [InlineData("plant-io", "\"noTripRequestBit\": 1", "\"noTripRequestBit\": 0", "bit 0 carries 'watchdogBit' already")]
    [InlineData("brake-unit", "\"address\": 40", "\"address\": 31", "registers 31 to 33, which are written, overlap 0 to 32, which are read")]
    [InlineData("plant-io", "\"address\": 16", "\"address\": 1", "registers 1 to 1, which are written, overlap 0 to 1, which are read")]
    [InlineData("acs880", "\"writeAddress\": 0", "\"writeAddress\": 1", "registers 1 to 3, which are written, overlap 3 to 12, which are read")]
    public void ImpossibleMapIsOneFinding(string device, string good, string bad, string message)
    {
        Finding finding = Assert.Single(Check(device, good, bad));
        Assert.Equal("GS-C006", finding.Code);
        Assert.Contains(message, finding.Message);
        Assert.True(finding.Line > 0);
    }

    [Fact]
    public void NameMustBeTheFiles()
    {
        Finding finding = Assert.Single(Check("em24", "\"name\": \"em24\"", "\"name\": \"em25\""));
        Assert.Equal(("GS-C005", "em24"), (finding.Code, finding.Allowed));
    }

    [Theory]
    [InlineData("gravistore-meter/2", "did you mean 'gravistore-meter/1'?")]
    [InlineData("weather/1", "correct the \\\"schema\\\" key")]
    public void UnknownSchemaNamesTheKnownOnes(string schema, string cure)
    {
        Finding finding = Assert.Single(Check("em24", "gravistore-meter/1", schema));
        Assert.Equal("GS-C001", finding.Code);
        Assert.Contains("gravistore-plant/1", finding.Allowed);
        Assert.Contains(cure.Replace("\\", ""), finding.Cure);
    }

    [Fact]
    public void MisspeltDeviceNamesTheNearestFile()
    {
        Findings findings = [];
        Override one = Override.Parse("plant.devices.meter=sunspec203", findings)!;
        Assert.Null(PlantFile.Load(Shipped.Plant("leith"), [one], findings));
        Assert.Equal(("GS-C004", "did you mean 'sunspec-203'?"), (findings[0].Code, findings[0].Cure));
    }

    [Fact]
    public void MissingDeviceFolderIsSaid()
    {
        Findings findings = [];
        Assert.Null(PlantFile.Load(Shipped.Plant("leith"), [], findings, Path.Combine(folder, "none")));
        Assert.Equal(5, findings.Count(f => f.Code == "GS-C004"));
    }
}
