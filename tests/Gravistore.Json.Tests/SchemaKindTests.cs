namespace Gravistore.Json.Tests;

/// <summary>A file of another kind is called so once; a slip of the pen in the kind is one error among the others.</summary>
public sealed class SchemaKindTests
{
    private static readonly SectionSpec Spec = new("plant", "A plant", new ChoiceKey("schema", "Kind", "gravistore-plant/1"), new NumberKey("depthM", "Depth", "m", 0, 1000));

    [Theory]
    [InlineData("gravistore-scenario/1", "GS-J033")]
    [InlineData("gravistore-plant/2", "GS-J028 GS-J022")]
    [InlineData("gravistore-palnt/1", "GS-J028 GS-J022")]
    [InlineData("something", "GS-J028 GS-J022")]
    [InlineData("gravistore-/1", "GS-J028 GS-J022")]
    public void The_schema_decides(string schema, string codes)
    {
        Findings findings = [];
        Section.Bind(JsonNode.Parse("f.json", $"{{ \"schema\": \"{schema}\" }}", findings), Spec, findings);
        Assert.Equal(codes.Split(' ').Order(), findings.Select(f => f.Code).Order());
    }
}
