namespace Gravistore.FirmwareSim.Firmware;

/// <summary>How a brake unit is set.</summary>
public sealed record BrakeUnitSettings
{
    /// <summary>Retardation that a graded stop aims at [m/s2].</summary>
    public required double GradedRetardationMps2 { get; init; }
    /// <summary>Pressure that holds the brakes lifted [bar].</summary>
    public required double ReleasePressureBar { get; init; }
    /// <summary>Dead time of the brakes: the profile of a graded stop and the watch over it begin after it [s].</summary>
    public required double DeadTimeS { get; init; }
    /// <summary>Share of the spring force with which a graded stop begins, 0 to 1.</summary>
    public double FirstShare { get; init; } = 0.55;
    /// <summary>Least share in a graded stop: the linings stay in contact, so that no dead time is left when the drum would turn back.</summary>
    public double LeastShare { get; init; } = 0.1;
    /// <summary>Share of the spring force for 1 m/s above the speed profile [s/m].</summary>
    public double ShareForSpeed { get; init; } = 0.7;
    /// <summary>Speed that counts as standstill [m/s].</summary>
    public double StandstillMps { get; init; } = 0.02;
    /// <summary>Disc temperature of the warning [deg C].</summary>
    public double TemperatureWarningC { get; init; } = 200.0;
}
