using System.Text.Json;

namespace Gravistore.Json.Tests;

public sealed class JsonSchemaWriterTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(JsonSchemaWriter.Write(Sample.Root, "Sample")).RootElement;

    private static JsonElement Rope => Schema.GetProperty("properties").GetProperty("rope");

    [Fact]
    public void SchemaNamesItsDraftTitleAndClosedKeys()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", Schema.GetProperty("$schema").GetString());
        Assert.Equal("Sample", Schema.GetProperty("title").GetString());
        Assert.False(Schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(["rope"], Schema.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public void NumbersCarryUnitAndBounds()
    {
        JsonElement mass = Rope.GetProperty("properties").GetProperty("massKg");
        Assert.Equal("Suspended mass [kg]", mass.GetProperty("description").GetString());
        Assert.Equal(("number", 100.0, 500_000.0), (mass.GetProperty("type").GetString(), mass.GetProperty("minimum").GetDouble(), mass.GetProperty("maximum").GetDouble()));
        Assert.Equal("integer", Rope.GetProperty("properties").GetProperty("count").GetProperty("type").GetString());
    }

    [Fact]
    public void SourcesAreRequiredWhereTheSectionAsksForThem()
    {
        Assert.Equal(["count", "massKg", "source"], Rope.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(["count", "massKg"], Rope.GetProperty("properties").GetProperty("source").GetProperty("required").EnumerateArray().Select(e => e.GetString()));
        Assert.False(Schema.GetProperty("properties").GetProperty("source").TryGetProperty("required", out _));
    }

    [Fact]
    public void ErrorNumbersAreUniqueAndAscending()
    {
        string[] codes = [.. JsonErrors.All.Select(e => e.Code)];
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.Equal(typeof(JsonErrors).GetFields().Length, codes.Length);
    }
}
