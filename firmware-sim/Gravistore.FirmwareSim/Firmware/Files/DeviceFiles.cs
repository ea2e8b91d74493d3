using Gravistore.Json;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Which device files a plant uses: names without ".json".</summary>
public sealed record DeviceNames(string Drive, string Meter, string BrakeUnit, string HoistIo, string PlantIo);

/// <summary>The field devices of a plant, read from config/drives by this project's own readers.</summary>
public sealed record DeviceFiles(DriveDevice Drive, MeterDevice Meter, BrakeUnitDevice BrakeUnit, HoistIoDevice HoistIo, PlantIoDevice PlantIo)
{
    /// <summary>Reads the five files; everything wrong in any of them is added to <paramref name="findings"/>, and what was read is then of no use.</summary>
    /// <param name="folder">The folder config/drives.</param>
    /// <param name="names">Files by name, without ".json".</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static DeviceFiles Load(string folder, DeviceNames names, Findings findings) => new(
        DriveDeviceReader.Read(Open(folder, names.Drive, findings), findings),
        MeterDeviceReader.Read(Open(folder, names.Meter, findings), findings),
        BrakeUnitDeviceReader.Read(Open(folder, names.BrakeUnit, findings), findings),
        HoistIoDeviceReader.Read(Open(folder, names.HoistIo, findings), findings),
        PlantIoDeviceReader.Read(Open(folder, names.PlantIo, findings), findings));

    private static JsonNode Open(string folder, string name, Findings findings) => JsonNode.Load(Path.Combine(folder, name + ".json"), findings);
}
