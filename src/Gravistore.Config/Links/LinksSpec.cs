using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Links;

/// <summary>Keys of a links file.</summary>
internal static class LinksSpec
{
    public const string SchemaText = "gravistore-links/1";
    /// <summary>Most devices of a plant of 64 hoists.</summary>
    private const int MaxDevices = 64 * 3 + 2;

    private static readonly (string Text, FieldDeviceKind Kind)[] Kinds =
    [
        ("drive", FieldDeviceKind.Drive), ("brake-unit", FieldDeviceKind.BrakeUnit), ("hoist-io", FieldDeviceKind.HoistIo),
        ("meter", FieldDeviceKind.Meter), ("plant-io", FieldDeviceKind.PlantIo),
    ];

    private static readonly ChoiceKey Schema = new("schema", "Kind and version of this file", SchemaText);
    public static readonly TextKey Name = new("name", "Name of these links, the same as the file's without .json") { Pattern = "[a-z0-9]+(-[a-z0-9]+)*", PatternText = "small letters, digits and hyphens", MaxLength = 60 };
    private static readonly TextKey Title = new("title", "Where these devices are, one sentence");
    public static readonly TextKey Plant = new("plant", "Name of the plant whose devices these are") { Pattern = "[a-z0-9]+(-[a-z0-9]+)*", PatternText = "small letters, digits and hyphens", MaxLength = 60 };

    private static readonly IntegerKey AnswerTimeout = new("answerTimeoutMs", "A request without an answer for this long has failed, and its connection is dropped", 5, 2000) { Unit = "ms" };
    private static readonly IntegerKey ConnectTimeout = new("connectTimeoutMs", "A connection that is not there after this time is tried again later", 20, 10_000) { Unit = "ms" };
    private static readonly IntegerKey ReconnectFirst = new("reconnectFirstMs", "Pause before the first attempt to connect again; it doubles with each failure", 10, 10_000) { Unit = "ms" };
    private static readonly IntegerKey ReconnectLast = new("reconnectLastMs", "Longest pause between attempts to connect", 10, 60_000) { Unit = "ms" };
    private static readonly SectionKey Timing = new("timing", new SectionSpec("timing", "How long devices may take", AnswerTimeout, ConnectTimeout, ReconnectFirst, ReconnectLast));

    public static readonly TextKey DeviceName = new("name", "Name of the device in messages and statistics") { Pattern = "[a-z0-9]+([.-][a-z0-9]+)*", PatternText = "small letters, digits, hyphens and dots", MaxLength = 40 };
    private static readonly ChoiceKey KindKey = new("kind", "What the device is", [.. Kinds.Select(k => k.Text)]);
    public static readonly IntegerKey Hoist = new("hoist", "Hoist of a drive, brake unit or hoist-io, from 1; not given for a meter and a plant-io", 1, 64) { Required = false };
    public static readonly TextKey Host = new("host", "IP address or name of the machine or gateway; not given for a device on a bus") { Required = false, Pattern = "[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?|::1", PatternText = "an IP address or a host name", MaxLength = 253 };
    public static readonly IntegerKey Port = new("port", "TCP port; not given for a device on a bus", 1, 65535) { Required = false };
    public static readonly TextKey Bus = new("bus", "Name of the RS-485 line that the device is on; not given for one with host and port") { Required = false, MaxLength = 40 };
    public static readonly IntegerKey Unit = new("unit", "Modbus unit: 1 to 247; 255 or 0 for a device that ignores it", 0, 255);
    public static readonly SectionListKey Devices = new("devices", "Every device of the plant once; devices of one host and port, or of one bus, share a connection",
        new SectionSpec("device", "One device on the wire", DeviceName, KindKey, Hoist, Host, Port, Bus, Unit))
    { MinCount = 1, MaxCount = MaxDevices };

    public static readonly SectionSpec Root = new("links", "Where the field devices of a plant answer", Schema, Name, Title, Plant, Timing, BusSpec.Buses, Devices);

    public static FieldLinks Read(Section root)
    {
        Section timing = root.Sub(Timing);
        if (timing.Integer(ReconnectLast) < timing.Integer(ReconnectFirst))
            timing.Error(ReconnectLast, ConfigErrors.LinkTiming, $"the longest pause of {timing.Integer(ReconnectLast)} ms is shorter than the first of {timing.Integer(ReconnectFirst)} ms", $"{timing.Integer(ReconnectFirst)} ms or more");
        SerialBus[] buses = [.. root.List(BusSpec.Buses).Select(BusSpec.Read)];
        return new FieldLinks
        {
            Name = root.Text(Name),
            Plant = root.Text(Plant),
            AnswerTimeoutS = 1e-3 * timing.Integer(AnswerTimeout),
            ConnectTimeoutS = 1e-3 * timing.Integer(ConnectTimeout),
            ReconnectFirstS = 1e-3 * timing.Integer(ReconnectFirst),
            ReconnectLastS = 1e-3 * timing.Integer(ReconnectLast),
            Buses = buses,
            Devices = [.. root.List(Devices).Select(s => ReadDevice(s, buses))],
        };
    }

    /// <summary>The kind as files write it.</summary>
    public static string TextOf(FieldDeviceKind kind) => Array.Find(Kinds, k => k.Kind == kind).Text;

    /// <summary>True for a device that every hoist has.</summary>
    public static bool IsOfHoist(FieldDeviceKind kind) => kind is FieldDeviceKind.Drive or FieldDeviceKind.BrakeUnit or FieldDeviceKind.HoistIo;

    private static FieldDevice ReadDevice(Section s, SerialBus[] buses) => new(s.Text(DeviceName), Array.Find(Kinds, k => k.Text == s.Choice(KindKey)).Kind,
        s.Has(Hoist) ? s.Integer(Hoist) - 1 : -1, s.Has(Host) ? s.Text(Host) : "", s.Has(Port) ? s.Integer(Port) : 0, s.Integer(Unit))
    {
        Bus = s.Has(Bus) ? Array.Find(buses, b => b.Name == s.Text(Bus)) : null,
    };
}
