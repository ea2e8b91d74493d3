namespace Gravistore.FirmwareSim.Plant;

/// <summary>Numbers that belong to no plant: gravity and the step of the model.</summary>
public static class PhysicalConstants
{
    /// <summary>Acceleration of free fall used throughout [m/s2].</summary>
    public const double GravityMps2 = 9.81;

    /// <summary>Length of one step of the plant [s].</summary>
    public const double StepS = 1e-3;
}
