namespace Gravistore.Core.Modes;

/// <summary>Modes of one hoist. Parked: brakes set and torque off, at any depth.</summary>
public enum HoistMode : int { Parked = 0, ProvingTorque, OpeningBrake, HoldingOnMotor, Lowering, Raising, Approaching, ClosingBrake, Stopping, Tripped, Inspection }
