using Gravistore.Config.Plants;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Checks;

/// <summary>What the plant file sets in a drive lies within the ranges of the drive's own parameters.</summary>
internal static class DriveRangeCheck
{
    private static readonly (NumberKey Key, int Group, int Index)[] Settings =
    [
        (DriveSection.SpeedScalingRpm, 46, 1),
        (DriveSection.TorqueScalingPercent, 46, 3),
        (DriveSection.MaxTorquePercent, 30, 20),
        (DriveSection.ProveTorquePercent, 44, 10),
    ];

    public static void Run(PlantDraft plant, DriveProfile drive, Findings findings)
    {
        Section section = plant.Root.Sub(DriveSection.Key);
        foreach ((NumberKey key, int group, int index) in Settings)
            if (drive.Parameters.FirstOrDefault(p => p.Group == group && p.Index == index) is { } parameter)
                Check(section, key, parameter, drive.Name);
            else
                findings.Error(ConfigErrors.DriveParameter, section.Place(DriveSection.Profile), $"the drive {JsonText.Quote(drive.Name)} has no parameter {group:00}.{index:00} for {JsonText.Quote(key.Name)}", "", "add the parameter to the device file");
    }

    private static void Check(Section section, NumberKey key, DriveParameterInfo parameter, string drive)
    {
        double value = section.Number(key);
        if (value >= parameter.Minimum && value <= parameter.Maximum) return;
        section.Error(key, ConfigErrors.DriveParameter,
            $"{JsonText.Quote(key.Name)} is {JsonText.Number(value, key.Unit)}, outside parameter {parameter.Group:00}.{parameter.Index:00} of {JsonText.Quote(drive)}",
            $"{JsonText.Number(parameter.Minimum)} to {JsonText.Number(parameter.Maximum, parameter.Unit)}");
    }
}
