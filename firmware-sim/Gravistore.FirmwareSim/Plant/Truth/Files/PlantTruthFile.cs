using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Reads a plant's sim file: what is true of it. The declarations serve reader, schema and documentation.</summary>
public static class PlantTruthFile
{
    private static readonly ChoiceKey Schema = new("schema", "Format of the file", "gravistore-sim/1");
    private static readonly TextKey Name = new("name", "Short name of the plant") { Pattern = "[a-z0-9][a-z0-9-]*", PatternText = "lower-case letters, digits and hyphens", MaxLength = 60 };
    private static readonly TextKey Title = new("title", "What the plant is, in a sentence");
    private static readonly MapKey Differences = new("differences", "Path of a key: why the truth differs there from what the controller believes") { Required = false };

    /// <summary>The whole file.</summary>
    public static SectionSpec Spec { get; } = new("sim", "What is true of a plant",
        Schema, Name, Title, Differences, ShaftSection.Key, HoistSections.Hoists, HoistSections.Weight, HoistSections.Rope, HoistSections.Drum,
        HoistSections.Gear, HoistSections.Motor, LossSection.Key, BrakeSection.Key, DriveSection.Key, FrontEndSection.Key, ChainSection.Key, DeviceSection.Key,
        SensorSections.Link, SensorSections.Sensors, SensorSections.Grid);

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">The file is missing, not JSON, or describes a plant that cannot be; every error of it is named.</exception>
    public static PlantTruth Load(string path)
    {
        Findings findings = new();
        PlantTruth truth = Read(JsonNode.Load(path, findings), findings);
        findings.ThrowIfErrors();
        return truth;
    }

    /// <summary>Reads a tree; what is wrong goes to <paramref name="findings"/>, and the result is to be used only when there is no error.</summary>
    public static PlantTruth Read(JsonNode node, Findings findings)
    {
        Section root = Section.Bind(node, Spec, findings);
        PlantTruth truth = new()
        {
            Name = root.Text(Name),
            Title = root.Text(Title),
            HoistCount = HoistSections.ReadCount(root),
            HoistRatedPowerW = HoistSections.ReadRatedPowerW(root),
            Shaft = ShaftSection.Read(root.Sub(ShaftSection.Key)),
            Mechanics = HoistSections.ReadMechanics(root),
            DrumEncoder = HoistSections.ReadDrumEncoder(root),
            Motor = HoistSections.ReadMotor(root),
            Losses = LossSection.Read(root.Sub(LossSection.Key)),
            Brakes = BrakeSection.Read(root.Sub(BrakeSection.Key)),
            Drive = DriveSection.Read(root.Sub(DriveSection.Key)),
            FrontEnd = FrontEndSection.Read(root.Sub(FrontEndSection.Key)),
            Chain = ChainSection.Read(root.Sub(ChainSection.Key)),
            Devices = DeviceSection.Read(root.Sub(DeviceSection.Key), DriveSection.ReadProfile(root.Sub(DriveSection.Key))),
            Link = SensorSections.ReadLink(root),
            Sensors = SensorSections.ReadSensors(root),
            NominalFrequencyHz = SensorSections.ReadNominalFrequencyHz(root),
            Differences = root.Map(Differences),
        };
        if (!findings.HasErrors) Check(root, truth);
        return truth;
    }

    /// <summary>What only several values together can get wrong; asked once each of them is right.</summary>
    private static void Check(Section root, PlantTruth truth)
    {
        ShaftSection.Check(root.Sub(ShaftSection.Key), truth.Shaft);
        BrakeSection.Check(root.Sub(BrakeSection.Key), truth.Brakes);
        SensorSections.CheckRange(root, truth);
        CheckDifferences(root, truth);
    }

    private static void CheckDifferences(Section root, PlantTruth truth)
    {
        foreach (string path in truth.Differences.Keys)
        {
            JsonNode? at = root.Node;
            foreach (string name in path.Split('.')) at = at?.Member(name);
            if (at is null) root.Error(Differences, TruthErrors.Difference, $"'{path}' names no key of this file");
        }
    }
}
