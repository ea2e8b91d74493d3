using System.Text.Json;
using Gravistore.Json;

namespace Gravistore.Config.Tests;

/// <summary>The schemas say the same as the readers: every shipped file is valid under its schema.</summary>
public sealed class ConfigSchemaTests
{
    [Theory]
    [InlineData("plant", "plants/pyhasalmi.json")]
    [InlineData("plant", "plants/leith.json")]
    [InlineData("plant", "plants/fast-hoist.json")]
    [InlineData("drive", "drives/acs880.json")]
    [InlineData("meter", "drives/janitza-umg96.json")]
    [InlineData("meter", "drives/sunspec-203.json")]
    [InlineData("brake-unit", "drives/brake-unit.json")]
    [InlineData("hoist-io", "drives/hoist-io.json")]
    [InlineData("plant-io", "drives/plant-io.json")]
    [InlineData("links", "links/pyhasalmi-local.json")]
    public void ShippedFileIsValidUnderItsSchema(string schema, string file)
    {
        JsonElement value = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shipped.Root, "config", file))).RootElement;
        List<string> wrong = [];
        SchemaChecker.Check(JsonDocument.Parse(ConfigSchemas.Write(schema)).RootElement, value, "", wrong);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("\"massKg\": 60000", "\"massKg\": \"60 t\"", "weight.massKg")]
    [InlineData("\"count\": 8", "\"count\": 65", "hoists.count")]
    [InlineData("\"massKg\": 60000", "\"massT\": 60", "weight")]
    [InlineData("gravistore-plant/1", "gravistore-plant/2", "schema")]
    public void SchemaRefusesWhatTheReaderRefuses(string good, string bad, string where)
    {
        string text = File.ReadAllText(Shipped.Plant("pyhasalmi"));
        Assert.Contains(good, text);
        List<string> wrong = [];
        SchemaChecker.Check(JsonDocument.Parse(ConfigSchemas.Write("plant")).RootElement, JsonDocument.Parse(text.Replace(good, bad)).RootElement, "", wrong);
        Assert.Contains(wrong, w => w.StartsWith(where, StringComparison.Ordinal));
    }

    [Fact]
    public void UnknownSchemaNameIsRefusedWithTheNearest()
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => ConfigSchemas.Write("plnat"));
        Assert.Contains("did you mean 'plant'?", refused.Message);
    }

    [Fact]
    public void ErrorNumbersAreUniqueAndAscendingWithinTheirGroups()
    {
        string[] codes = [.. ConfigErrors.All.Select(e => e.Code)];
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.Equal(typeof(ConfigErrors).GetFields().Length, codes.Length);
    }
}
