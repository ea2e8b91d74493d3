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
    private static readonly TextKey Host = new("host", "Address to listen at") { Required = false };
    private static readonly IntegerKey Port = new("port", "TCP port", 1, 65535) { Required = false };
    private static readonly TextKey BusKey = new("bus", "RS-485 line") { Required = false };
    private static readonly IntegerKey Unit = new("unit", "Modbus unit", 0, 255);
    private static readonly SectionListKey Devices = new("devices", "Every device", new SectionSpec("device", "One device", NameKey, Kind, Hoist, Host, Port, BusKey, Unit)) { MinCount = 1 };

    private static readonly TextKey Path = new("path", "Where masters find the port");
    private static readonly IntegerKey Baud = new("baud", "Rate", 1, int.MaxValue);
    private static readonly FlagKey Echo = new("echo", "The line gives back what is sent");
    private static readonly NumberKey Turnaround = new("turnaroundMs", "Until an answer begins", "ms", 0, 1000);
    private static readonly SectionListKey Buses = new("buses", "Every line", new SectionSpec("bus", "One line", NameKey, Path, Baud, new ChoiceKey("format", "of no use here", "8E1", "8N2"),
        Echo, Turnaround, new IntegerKey("cycleMs", "of the controller", 0, int.MaxValue), new IntegerKey("answerTimeoutMs", "of the controller", 0, int.MaxValue)))
    { Required = false };
    private static readonly SectionSpec Root = new("links", "Where devices are served", Schema, NameKey, Title, Plant, Timing, Buses, Devices);

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
        SimBus[] buses = [.. root.List(Buses).Select(b => new SimBus(b.Text(NameKey), b.Text(Path), b.Integer(Baud), b.Number(Turnaround)) { Echo = b.Flag(Echo) })];
        return [.. root.List(Devices).Select(d => Device(d, buses))];
    }

    private static SimLink Device(Section d, SimBus[] buses)
    {
        SimBus? bus = d.Has(BusKey) ? Array.Find(buses, b => b.Name == d.Text(BusKey)) : null;
        if (bus is null && !(d.Has(Host) && d.Has(Port)))
            d.Error(NameKey, SimulatorErrors.LinkPlace, $"{d.Text(NameKey)} has neither a line that is there nor host and port", JsonText.Choices(buses.Select(b => b.Name)));
        return new SimLink(d.Text(NameKey), Array.Find(Kinds, k => k.Text == d.Choice(Kind)).Kind, d.Has(Hoist) ? d.Integer(Hoist) - 1 : -1,
            d.Has(Host) ? d.Text(Host) : "", d.Has(Port) ? d.Integer(Port) : 0, (byte)d.Integer(Unit))
        { Bus = bus };
    }
}
