using Gravistore.Json;

namespace Gravistore.Config.Plants;

/// <summary>All of a plant file.</summary>
internal static class PlantSpec
{
    public const string SchemaText = "gravistore-plant/1";

    public static readonly ChoiceKey Schema = new("schema", "Kind and version of this file", SchemaText);
    public static readonly TextKey Name = new("name", "Short name of the plant")
    {
        Pattern = "[a-z0-9]+(-[a-z0-9]+)*",
        PatternText = "small letters, digits and hyphens",
        MaxLength = 60,
    };
    public static readonly TextKey Title = new("title", "What plant this is, one sentence");

    public static readonly SectionSpec Root = new("plant", "What the controller believes about one plant",
        Schema, Name, Title, ShaftSection.Key, HoistSections.Hoists, HoistSections.Weight, HoistSections.Rope, HoistSections.Drum, HoistSections.Gear, HoistSections.Motor,
        LossesSection.Key, HoistSections.Brakes, MotionSection.Key, DispatchSection.Key, ProtectionSection.Key, DriveSection.Key, DevicesSection.Key, DevicesSection.Sensors);
}
