namespace Gravistore.FirmwareSim.Plant;

/// <summary>Names of the device files under config/drives, without extension.</summary>
public sealed record DeviceNames(string Meter, string BrakeUnit, string HoistIo, string PlantIo);
