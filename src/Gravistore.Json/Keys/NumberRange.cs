using System.Text.Json;

namespace Gravistore.Json;

/// <summary>The closed range of a number: its message and its schema.</summary>
internal static class NumberRange
{
    public static void Check(Key key, JsonNode value, string unit, double minimum, double maximum, Findings findings)
    {
        if (value.Number >= minimum && value.Number <= maximum) return;
        string side = value.Number < minimum ? "too small" : "too large";
        findings.Error(JsonErrors.OutOfRange, value, $"{JsonText.Quote(key.Name)} is {side}: {JsonText.Number(value.Number, unit)}", key.Allowed);
    }

    public static void WriteSchema(Utf8JsonWriter writer, string type, double minimum, double maximum)
    {
        writer.WriteString("type", type);
        writer.WriteNumber("minimum", minimum);
        writer.WriteNumber("maximum", maximum);
    }
}
