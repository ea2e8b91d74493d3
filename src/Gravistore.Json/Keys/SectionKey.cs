using System.Text.Json;

namespace Gravistore.Json;

/// <summary>An object with declared keys.</summary>
/// <param name="Name">Key name.</param>
/// <param name="Spec">Its keys; the description is the section's.</param>
public sealed record SectionKey(string Name, SectionSpec Spec) : Key(Name, Spec.Description)
{
    public override string Allowed => $"an object with {JsonText.Choices(Spec.Keys.Select(k => k.Name))}";

    internal override void Check(JsonNode value, Findings findings) => IsKind(value, JsonKind.Object, findings);

    internal override void WriteSchema(Utf8JsonWriter writer) => JsonSchemaWriter.WriteSection(writer, Spec);
}
