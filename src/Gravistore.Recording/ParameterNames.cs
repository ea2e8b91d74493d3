using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Gravistore.Core.Parameters;

namespace Gravistore.Recording;

/// <summary>Tells in which names a document of parameters differs from those that this build knows.</summary>
internal static class ParameterNames
{
    private const int MostNamed = 5;

    /// <summary>What does not fit, in words.</summary>
    /// <param name="document">A document that could not be read.</param>
    /// <param name="options">How parameters are written.</param>
    public static string Difference(string document, JsonSerializerOptions options)
    {
        if (Parse(document) is not { } root) return "its parameters are no JSON object";
        List<string> unknown = [], missing = [];
        Compare(root, options.GetTypeInfo(typeof(PlantParameters)), "", unknown, missing);
        string[] parts = [.. Listed("this version does not know ", unknown), .. Listed("the recording lacks ", missing)];
        return parts.Length > 0 ? string.Join("; ", parts) : "a value of its parameters is of another kind than this version's";
    }

    private static JsonObject? Parse(string document)
    {
        try
        {
            return JsonNode.Parse(document) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Compare(JsonObject node, JsonTypeInfo type, string path, List<string> unknown, List<string> missing)
    {
        Dictionary<string, JsonPropertyInfo> known = type.Properties.ToDictionary(p => p.Name);
        unknown.AddRange(node.Where(p => !known.ContainsKey(p.Key)).Select(p => path + p.Key));
        foreach ((string name, JsonPropertyInfo property) in known)
        {
            if (!node.TryGetPropertyValue(name, out JsonNode? value))
            {
                if (property.IsRequired) missing.Add(path + name);
            }
            else if (value is JsonObject part && type.Options.GetTypeInfo(property.PropertyType) is { Kind: JsonTypeInfoKind.Object } inner) Compare(part, inner, $"{path}{name}.", unknown, missing);
        }
    }

    private static IEnumerable<string> Listed(string words, List<string> names)
    {
        if (names.Count == 0) return [];
        string more = names.Count > MostNamed ? FormattableString.Invariant($" and {names.Count - MostNamed} more") : "";
        return [$"{words}{string.Join(", ", names.Take(MostNamed))}{more}"];
    }
}
