namespace Gravistore.Core.Protection;

/// <summary>The ladder of reactions, least restrictive first. From ControlledStop upwards a reaction latches.</summary>
public enum Reaction : int { None = 0, Warn, LimitPower, LimitSpeed, ControlledStop, DriveRampStop, GradedBrakeStop, FullBrakeStop, Lockout }
