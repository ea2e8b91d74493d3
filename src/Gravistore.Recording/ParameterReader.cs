using System.Reflection;
using System.Text.Json;

namespace Gravistore.Recording;

/// <summary>
/// Builds parameters from JSON as the serializer would, each type by plain reflection: a replay reads one document, and the code that the serializer
/// generates for every property of every type takes longer to compile than the reading takes.
/// </summary>
internal static class ParameterReader
{
    /// <summary>The value that a JSON element stands for.</summary>
    /// <param name="element">The element.</param>
    /// <param name="type">What it is to be: a number, a flag, a text, an enumeration, a list, or a record of these.</param>
    /// <exception cref="JsonException">The element has other names than the type, lacks one that is required, or is of another kind.</exception>
    public static object? Read(JsonElement element, Type type)
    {
        try
        {
            if (element.ValueKind == JsonValueKind.Null && !type.IsValueType) return null;
            if (type == typeof(double)) return element.ValueKind == JsonValueKind.String ? Named(element.GetString()!) : element.GetDouble();
            if (type == typeof(int)) return element.GetInt32();
            if (type == typeof(bool)) return element.GetBoolean();
            if (type == typeof(string)) return element.GetString();
            if (type.IsEnum) return Enum.TryParse(type, element.GetString(), ignoreCase: true, out object? value) ? value : throw new JsonException($"{element} is no {type.Name}");
            return type.IsGenericType ? List(element, type.GenericTypeArguments[0]) : Record(element, type);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new JsonException($"{element} is no {type.Name}", e);
        }
    }

    // What JSON has no numbers for is written as text.
    private static double Named(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw new JsonException($"\"{text}\" is no number"),
    };

    private static Array List(JsonElement element, Type type)
    {
        Array list = Array.CreateInstance(type, element.GetArrayLength());
        int i = 0;
        foreach (JsonElement entry in element.EnumerateArray()) list.SetValue(Read(entry, type), i++);
        return list;
    }

    private static object Record(JsonElement element, Type type)
    {
        Dictionary<string, JsonElement> values = [];
        foreach (JsonProperty property in element.EnumerateObject()) values[property.Name] = property.Value;
        ConstructorInfo constructor = type.GetConstructors()[0];
        ParameterInfo[] parameters = constructor.GetParameters();
        object?[] arguments = new object?[parameters.Length];
        for (int i = 0; i < parameters.Length; i++) TryTake(values, parameters[i].Name!, parameters[i].ParameterType, out arguments[i]);
        object record = constructor.Invoke(arguments);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (!property.CanWrite || Array.Exists(parameters, p => p.Name == property.Name)) continue;
            if (TryTake(values, property.Name, property.PropertyType, out object? value)) Set(property, record, value);
            else if (property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: false)) throw new JsonException($"{type.Name} lacks {property.Name}");
        }
        if (values.Count > 0) throw new JsonException($"{type.Name} knows no {values.Keys.First()}");
        return record;
    }

    // Into the field behind the property: an accessor that is called once would be compiled for it.
    private static void Set(PropertyInfo property, object record, object? value)
    {
        FieldInfo? field = property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
        if (field is null) property.SetValue(record, value);
        else field.SetValue(record, value);
    }

    private static bool TryTake(Dictionary<string, JsonElement> values, string name, Type type, out object? value)
    {
        bool known = values.Remove(JsonNamingPolicy.CamelCase.ConvertName(name), out JsonElement element);
        value = known ? Read(element, type) : null;
        return known;
    }
}
