using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gravistore.Core;
using Gravistore.Core.Parameters;

namespace Gravistore.Recording;

/// <summary>
/// The controller's whole parameter set as JSON, every number to the bit: what a recording carries so that it can run again without the files it was
/// configured from, which may have changed since.
/// </summary>
public static class ParameterDocument
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>One line of JSON.</summary>
    public static string Write(PlantParameters plant) => JsonSerializer.Serialize(plant, Options);

    /// <summary>The parameters of a document; null when this build knows other parameters than the one that wrote it.</summary>
    /// <param name="document">What <see cref="Write"/> gave.</param>
    /// <param name="why">What does not fit; empty when all does.</param>
    public static PlantParameters? Read(string document, out string why)
    {
        try
        {
            why = "";
            using JsonDocument json = JsonDocument.Parse(document);
            return (PlantParameters?)ParameterReader.Read(json.RootElement, typeof(PlantParameters));
        }
        catch (JsonException)
        {
            why = ParameterNames.Difference(document, Options);
            return null;
        }
    }

    /// <summary>Hash over the document: equal parameters, equal hash.</summary>
    public static ulong Hash(string document) => StateHash.Chain(0, Encoding.UTF8.GetBytes(document));

    /// <summary>A document with one number or flag replaced.</summary>
    /// <param name="document">What <see cref="Write"/> gave.</param>
    /// <param name="path">Where, such as motion.maxSpeedMps; the names are those of the document.</param>
    /// <param name="value">The new value, a number or true or false.</param>
    /// <param name="why">What is wrong; empty when nothing is.</param>
    /// <returns>The new document, or null.</returns>
    public static string? Set(string document, string path, string value, out string why)
    {
        JsonNode root = JsonNode.Parse(document)!;
        JsonNode? node = root;
        string[] names = path.Split('.');
        foreach (string name in names[..^1]) node = (node as JsonObject)?[name];
        if (node is not JsonObject parent || parent[names[^1]] is not JsonValue old)
        {
            string[] known = [.. (node as JsonObject ?? (JsonObject)root).Select(p => p.Key)];
            why = $"there is no parameter \"{path}\"; known here: {string.Join(", ", known)}";
            return null;
        }
        JsonNode? replacement = Value(old.GetValueKind(), value);
        why = replacement is null ? $"\"{value}\" is no value for {path}, which is {old.ToJsonString()}" : "";
        if (replacement is null) return null;
        parent[names[^1]] = replacement;
        return root.ToJsonString();
    }

    private static JsonNode? Value(JsonValueKind kind, string text)
    {
        if (kind is JsonValueKind.True or JsonValueKind.False) return bool.TryParse(text, out bool flag) ? JsonValue.Create(flag) : null;
        if (kind != JsonValueKind.Number) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture)) : null;
    }
}
