using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>Sections "devices" and "sensors" of a plant file.</summary>
internal static class DevicesSection
{
    public static readonly TextKey Meter = DeviceName("meter", "Device file of the grid meter");
    public static readonly TextKey BrakeUnit = DeviceName("brakeUnit", "Device file of the brake units");
    public static readonly TextKey HoistIo = DeviceName("hoistIo", "Device file of each hoist's input module");
    public static readonly TextKey PlantIo = DeviceName("plantIo", "Device file of the plant's input and output module");
    public static readonly SectionKey Key = new("devices", new SectionSpec("devices", "The field devices: file names in the device folder without .json", Meter, BrakeUnit, HoistIo, PlantIo));

    public static readonly NumberKey LoadCellFullScaleKN = new("loadCellFullScaleKN", "Rope force at the load cell's full scale (20 mA)", "kN", 1, 100000);
    public static readonly NumberKey LoadCellLagS = new("loadCellLagS", "Lag of the rope force transmitter", "s", 0.001, 1);
    public static readonly SectionKey Sensors = new("sensors", new SectionSpec("sensors", "Ranges and lags of the sensors", LoadCellFullScaleKN, LoadCellLagS) { RequireSources = true });

    internal static TextKey DeviceName(string name, string description) => new(name, description)
    {
        Pattern = "[a-z0-9]+(-[a-z0-9]+)*",
        PatternText = "the name of a file in the device folder without .json: small letters, digits and hyphens",
        MaxLength = 60,
    };
}
