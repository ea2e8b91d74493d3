using Gravistore.FirmwareSim.Firmware;
using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Section "devices" of a sim file.</summary>
internal static class DeviceSection
{
    private static readonly TextKey Meter = File("meter", "The grid meter's file under config/drives");
    private static readonly TextKey BrakeUnit = File("brakeUnit", "The brake unit's file under config/drives");
    private static readonly TextKey HoistIo = File("hoistIo", "The hoist input module's file under config/drives");
    private static readonly TextKey PlantIo = File("plantIo", "The plant module's file under config/drives");

    public static readonly SectionKey Key = new("devices", new SectionSpec("devices", "The field devices, by the names of their files", Meter, BrakeUnit, HoistIo, PlantIo));

    public static DeviceNames Read(Section section, string drive) => new(drive, section.Text(Meter), section.Text(BrakeUnit), section.Text(HoistIo), section.Text(PlantIo));

    /// <summary>A key that names a file without folder and extension.</summary>
    public static TextKey File(string name, string description) =>
        new(name, description) { Pattern = "[a-z0-9][a-z0-9-]*", PatternText = "the name of a file under config/drives without .json: lower-case letters, digits, hyphens", MaxLength = 60 };
}
