namespace Gravistore.Simulator;

/// <summary>A cyclic telegram that a device received.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="TimeMs">The plant's time [ms].</param>
/// <param name="Words">Its registers.</param>
public readonly record struct SimTelegram(string Device, long TimeMs, ushort[] Words);
