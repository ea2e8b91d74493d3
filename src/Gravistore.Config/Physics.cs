namespace Gravistore.Config;

/// <summary>Constants the checks of a plant need.</summary>
internal static class Physics
{
    /// <summary>Standard value used throughout the project [m/s2].</summary>
    public const double GravityMps2 = 9.81;
    public const double FeetPerMetre = 1 / 0.3048;
}
