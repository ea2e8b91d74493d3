namespace Gravistore.Core.Modes;

/// <summary>Modes of the plant.</summary>
public enum PlantMode : int { Off = 0, SelfTest, Parked, Arming, Armed, Running, Stopping, Tripped, Lockout, Maintenance }
