using Gravistore.Json;

namespace Gravistore.Simulator;

/// <summary>Reads a links file (schema gravistore-links/1) for the devices' side: the same data as the controller's, by a reader of its own.</summary>
internal static class LinkFileReader
{
    private static readonly (string Text, SimDeviceKind Kind)[] Kinds =
    [
        ("drive", SimDeviceKind.Drive), ("brake-unit", SimDeviceKind.BrakeUnit), ("hoist-io", SimDeviceKind.HoistIo),
        ("meter", SimDeviceKind.Meter), ("plant-io", SimDeviceKind.PlantIo),
    ];

    private static readonly ChoiceKey Schema = new("schema", "Kind and version of the file", "gravistore-links/1");
    private static readonly TextKey NameKey = new("name", "Short name");
    private static readonly TextKey Title = new("title", "Where these devices are");
    private static readonly TextKey Plant = new("plant", "Whose devices these are");
    private static readonly SectionKey Timing = new("timing", new SectionSpec("timing", "The controller's patience; of no use here",
        new IntegerKey("answerTimeoutMs", "of the controller", 0, int.MaxValue), new IntegerKey("connectTimeoutMs", "of the controller", 0, int.MaxValue),
        new IntegerKey("reconnectFirstMs", "of the controller", 0, int.MaxValue), new IntegerKey("reconnectLastMs", "of the controller", 0, int.MaxValue)));

    private static readonly ChoiceKey Kind = new("kind", "What the device is", [.. Kinds.Select(k => k.Text)]);
    private static readonly IntegerKey Hoist = new("hoist", "Hoist from 1", 1, 64) { Required = false };
    private static readonly TextKey Host = new("host", "Address to listen at");
    private static readonly IntegerKey Port = new("port", "TCP port", 1, 65535);
    private static readonly IntegerKey Unit = new("unit", "Modbus unit", 0, 255);
    private static readonly SectionListKey Devices = new("devices", "Every device", new SectionSpec("device", "One device", NameKey, Kind, Hoist, Host, Port, Unit)) { MinCount = 1 };
    private static readonly SectionSpec Root = new("links", "Where devices are served", Schema, NameKey, Title, Plant, Timing, Devices);

    /// <summary>Reads a file; what is wrong goes to <paramref name="findings"/>, and the result is then of no use.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hoistCount">Hoists of the plant to be served.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static IReadOnlyList<SimLink> Load(string path, int hoistCount, Findings findings)
    {
        Section root = Section.Bind(JsonNode.Load(path, findings), Root, findings);
        foreach (Section device in root.List(Devices))
            if (device.Has(Hoist) && device.Integer(Hoist) > hoistCount)
                device.Error(Hoist, SimulatorErrors.LinkHoist, $"the plant has no hoist {device.Integer(Hoist)}", $"1 to {hoistCount}");
        return [.. root.List(Devices).Select(d => new SimLink(d.Text(NameKey), Array.Find(Kinds, k => k.Text == d.Choice(Kind)).Kind,
            d.Has(Hoist) ? d.Integer(Hoist) - 1 : -1, d.Text(Host), d.Integer(Port), (byte)d.Integer(Unit)))];
    }
}
