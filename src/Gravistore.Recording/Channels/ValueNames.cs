using System.Globalization;
using System.Text;
using System.Text.Json;
using Gravistore.Core.Dictionary;

namespace Gravistore.Recording.Channels;

/// <summary>What whole numbers of this build mean, as JSON for the header: a reader of another build, or in another language, needs no source to name them.</summary>
internal static class ValueNames
{
    /// <summary>Channels whose value is the number of an event or of a cause.</summary>
    private static readonly string[] Numbers = ["3.verdictCause", "3.firstOut", "4.verdictCause", "6.number", "7.number"];

    /// <summary>
    /// Names of the values of every channel that is one of a few: {"3.mode":{"0":"off",...},...}, by group and name of the channel;
    /// "events" instead of names for one that is the number of an event.
    /// </summary>
    public static string Choices { get; } = Enumerations(flags: false);

    /// <summary>Names of the bits of every channel that is a sum of them: {"1.signals":{"1":"chainClosed",...},...}.</summary>
    public static string Flags { get; } = Enumerations(flags: true);

    /// <summary>Every event and cause by its number: {"104":{"name":"envelope","unit":"m/s","text":"..."},...}; "values" names the channel whose names its value has.</summary>
    public static string Events { get; } = Write(json =>
    {
        foreach (EventInfo info in EventDictionary.All)
        {
            json.WriteStartObject(Number(info.Number));
            json.WriteString("name", info.Name);
            json.WriteString("unit", info.Unit);
            if (ValuesOf(info.Number) is { } channel) json.WriteString("values", channel);
            json.WriteString("text", info.Text);
            json.WriteEndObject();
        }
    });

    private static string? ValuesOf(int number) => number switch
    {
        EventNumber.PlantMode => "3.mode",
        EventNumber.HoistMode => "4.mode",
        EventNumber.Reset => "3.firstOut",
        _ => null,
    };

    private static string Enumerations(bool flags) => Write(json =>
    {
        if (!flags)
            foreach (string channel in Numbers) json.WriteString(channel, "events");
        foreach (Channel channel in ChannelDictionary.All)
        {
            if (ChannelDictionary.EnumerationOf(channel) is not { } type || type.IsDefined(typeof(FlagsAttribute), inherit: false) != flags) continue;
            json.WriteStartObject($"{Number((int)channel.Group)}.{channel.Name}");
            foreach (int value in Enum.GetValuesAsUnderlyingType(type))
                if (value != 0 || !flags) json.WriteString(Number(value), JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(type, value)!));
            json.WriteEndObject();
        }
    });

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
