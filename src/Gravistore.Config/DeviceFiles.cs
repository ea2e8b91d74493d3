using Gravistore.Config.Devices;
using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config;

/// <summary>Reads device files (config/drives) into Core's profiles. Each reader returns null when it added an error.</summary>
public static class DeviceFiles
{
    /// <summary>Reads a drive's file.</summary>
    public static DriveProfile? LoadDrive(string path, Findings findings) => Load(path, DriveFile.Root, DriveFile.Read, findings);

    /// <summary>Reads a grid meter's file.</summary>
    public static MeterProfile? LoadMeter(string path, Findings findings) => Load(path, MeterFile.Root, MeterFile.Read, findings);

    /// <summary>Reads a brake unit's file.</summary>
    public static BrakeUnitProfile? LoadBrakeUnit(string path, Findings findings) => Load(path, BrakeUnitFile.Root, BrakeUnitFile.Read, findings);

    /// <summary>Reads the file of a hoist's input module.</summary>
    /// <param name="path">The file.</param>
    /// <param name="loadCellSpanN">Rope force at 20 mA [N]; it belongs to the plant, not to the module.</param>
    /// <param name="findings">Receives every error.</param>
    public static HoistIoProfile? LoadHoistIo(string path, double loadCellSpanN, Findings findings) =>
        Load(path, HoistIoFile.Root, root => HoistIoFile.Read(root, loadCellSpanN), findings);

    /// <summary>Reads the file of the plant's input and output module.</summary>
    public static PlantIoProfile? LoadPlantIo(string path, Findings findings) => Load(path, PlantIoFile.Root, PlantIoFile.Read, findings);

    /// <summary>Reads all device files that a plant names.</summary>
    internal static DeviceProfiles? LoadFor(Section plant, string folder, double loadCellSpanN, Findings findings)
    {
        Section names = plant.Sub(DevicesSection.Key), drives = plant.Sub(DriveSection.Key);
        DriveProfile? drive = Named(drives, DriveSection.Profile, folder, findings, LoadDrive);
        MeterProfile? meter = Named(names, DevicesSection.Meter, folder, findings, LoadMeter);
        BrakeUnitProfile? brakeUnit = Named(names, DevicesSection.BrakeUnit, folder, findings, LoadBrakeUnit);
        HoistIoProfile? hoistIo = Named(names, DevicesSection.HoistIo, folder, findings, (path, found) => LoadHoistIo(path, loadCellSpanN, found));
        PlantIoProfile? plantIo = Named(names, DevicesSection.PlantIo, folder, findings, LoadPlantIo);
        if (drive is null || meter is null || brakeUnit is null || hoistIo is null || plantIo is null) return null;
        return new DeviceProfiles { Drive = drive, Meter = meter, BrakeUnit = brakeUnit, HoistIo = hoistIo, PlantIo = plantIo };
    }

    private static T? Load<T>(string path, SectionSpec spec, Func<Section, T> read, Findings findings) where T : class
    {
        Findings own = [];
        JsonNode node = JsonNode.Load(path, own);
        Section root = Section.Bind(node, spec, own);
        T? profile = own.HasErrors ? null : read(root);
        if (profile is not null) CheckName(root, path);
        findings.AddRange(own);
        return own.HasErrors ? null : profile;
    }

    private static void CheckName(Section root, string path)
    {
        string file = Path.GetFileNameWithoutExtension(path), name = root.Text(DeviceKeys.Name);
        if (file != name) root.Error(DeviceKeys.Name, ConfigErrors.DeviceName, $"the device is named {JsonText.Quote(name)}, its file {JsonText.Quote(file)}", file);
    }

    private static T? Named<T>(Section section, TextKey key, string folder, Findings findings, Func<string, Findings, T?> load) where T : class
    {
        string name = section.Text(key);
        // A missing or impossible name was reported where it stands.
        if (!IsFileName(name)) return null;
        string path = Path.Combine(folder, name + ".json");
        if (File.Exists(path)) return load(path, findings);
        string[] known = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)] : [];
        string cure = NearestMatch.Question(name, known, ConfigErrors.DeviceMissing.Cure);
        section.Error(key, ConfigErrors.DeviceMissing, $"there is no {JsonText.Quote(name)} in the device folder {JsonText.Quote(folder)}", JsonText.Choices(known), cure);
        return null;
    }

    private static bool IsFileName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
