using System.Text.Json;

namespace Gravistore.Config.Tests;

/// <summary>As much of JSON Schema as the written schemas use, so that they are tested without a package.</summary>
internal static class SchemaChecker
{
    public static void Check(JsonElement schema, JsonElement value, string path, List<string> wrong)
    {
        if (schema.TryGetProperty("enum", out JsonElement choices) && !choices.EnumerateArray().Any(c => c.GetString() == Text(value))) wrong.Add(path + " is no choice");
        if (!schema.TryGetProperty("type", out JsonElement type)) return;
        switch (type.GetString())
        {
            case "object": CheckObject(schema, value, path, wrong); break;
            case "array": CheckArray(schema, value, path, wrong); break;
            case "number" or "integer": CheckNumber(schema, value, path, wrong); break;
            case "string": Expect(value.ValueKind == JsonValueKind.String && Text(value)!.Length >= Bound(schema, "minLength", 0), path, wrong); break;
            default: Expect(value.ValueKind is JsonValueKind.True or JsonValueKind.False, path, wrong); break;
        }
    }

    private static void CheckObject(JsonElement schema, JsonElement value, string path, List<string> wrong)
    {
        Expect(value.ValueKind == JsonValueKind.Object, path, wrong);
        if (value.ValueKind != JsonValueKind.Object) return;
        bool declared = schema.TryGetProperty("properties", out JsonElement properties);
        if (schema.TryGetProperty("required", out JsonElement required))
            foreach (JsonElement name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) wrong.Add($"{path} lacks {name}");
        foreach (JsonProperty property in value.EnumerateObject())
        {
            string below = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (declared && properties.TryGetProperty(property.Name, out JsonElement one)) Check(one, property.Value, below, wrong);
            else if (schema.GetProperty("additionalProperties") is { ValueKind: JsonValueKind.Object } any) Check(any, property.Value, below, wrong);
            else wrong.Add($"{below} is not declared");
        }
    }

    private static void CheckArray(JsonElement schema, JsonElement value, string path, List<string> wrong)
    {
        Expect(value.ValueKind == JsonValueKind.Array, path, wrong);
        if (value.ValueKind != JsonValueKind.Array) return;
        Expect(value.GetArrayLength() >= Bound(schema, "minItems", 0) && value.GetArrayLength() <= Bound(schema, "maxItems", double.MaxValue), path, wrong);
        foreach (JsonElement item in value.EnumerateArray()) Check(schema.GetProperty("items"), item, path + "[]", wrong);
    }

    private static void CheckNumber(JsonElement schema, JsonElement value, string path, List<string> wrong) =>
        Expect(value.ValueKind == JsonValueKind.Number && value.GetDouble() >= Bound(schema, "minimum", double.MinValue) && value.GetDouble() <= Bound(schema, "maximum", double.MaxValue), path, wrong);

    private static double Bound(JsonElement schema, string name, double otherwise) => schema.TryGetProperty(name, out JsonElement bound) ? bound.GetDouble() : otherwise;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Expect(bool good, string path, List<string> wrong)
    {
        if (!good) wrong.Add(path + " is not as declared");
    }
}
