using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Links;

/// <summary>Refuses links in which a device is missing, stands twice, or shares its registers with another.</summary>
internal sealed class LinksCheck(Section root, FieldLinks links)
{
    private readonly IReadOnlyList<Section> _sections = root.List(LinksSpec.Devices);

    public void Run(PlantParameters? plant)
    {
        for (int i = 0; i < links.Devices.Count; i++)
        {
            CheckHoist(links.Devices[i], _sections[i], plant);
            for (int earlier = 0; earlier < i; earlier++) CheckPair(links.Devices[earlier], links.Devices[i], _sections[i]);
        }
        new BusCheck(root, links).Run(plant);
        if (plant is not null) CheckComplete(plant);
    }

    private static void CheckHoist(FieldDevice device, Section section, PlantParameters? plant)
    {
        string kind = LinksSpec.TextOf(device.Kind);
        if (LinksSpec.IsOfHoist(device.Kind) != (device.Hoist >= 0))
            section.Error(LinksSpec.Hoist, ConfigErrors.LinkHoist, device.Hoist >= 0 ? $"a {kind} belongs to no hoist" : $"a {kind} belongs to a hoist, and none is named");
        else if (plant is not null && device.Hoist >= plant.HoistCount)
            section.Error(LinksSpec.Hoist, ConfigErrors.LinkHoist, $"the plant has no hoist {device.Hoist + 1}", $"1 to {plant.HoistCount}");
    }

    private static void CheckPair(FieldDevice earlier, FieldDevice device, Section section)
    {
        if (earlier.Address == device.Address && earlier.Unit == device.Unit)
            section.Error(LinksSpec.Unit, ConfigErrors.LinkAddress, $"{device.Name} answers where {earlier.Name} does: unit {device.Unit} at {device.Address}; their register maps overlap");
        if (earlier.Name == device.Name)
            section.Error(LinksSpec.DeviceName, ConfigErrors.LinkTwice, $"another device is named {JsonText.Quote(device.Name)} already");
        else if (earlier.Kind == device.Kind && earlier.Hoist == device.Hoist)
            section.Error(LinksSpec.DeviceName, ConfigErrors.LinkTwice, $"{earlier.Name} is the {Of(device.Kind, device.Hoist)} already");
    }

    private void CheckComplete(PlantParameters plant)
    {
        foreach (FieldDeviceKind kind in Enum.GetValues<FieldDeviceKind>())
        {
            if (!LinksSpec.IsOfHoist(kind)) CheckThere(kind, -1);
            else
                for (int hoist = 0; hoist < plant.HoistCount; hoist++) CheckThere(kind, hoist);
        }
    }

    private void CheckThere(FieldDeviceKind kind, int hoist)
    {
        if (!links.Devices.Any(d => d.Kind == kind && d.Hoist == hoist))
            root.Error(LinksSpec.Devices, ConfigErrors.LinkMissing, $"there is no {Of(kind, hoist)}");
    }

    private static string Of(FieldDeviceKind kind, int hoist) => hoist < 0 ? LinksSpec.TextOf(kind) + " of the plant" : $"{LinksSpec.TextOf(kind)} of hoist {hoist + 1}";
}
