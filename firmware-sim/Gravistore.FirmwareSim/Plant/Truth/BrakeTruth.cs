namespace Gravistore.FirmwareSim.Plant;

/// <summary>One brake unit: two spring-applied channels on one disc.</summary>
public sealed record BrakeTruth
{
    /// <summary>Force of one channel at the rope with cold linings [N].</summary>
    public required double ChannelForceN { get; init; }
    /// <summary>From loss of release to the first force [s].</summary>
    public required double DeadTimeS { get; init; }
    /// <summary>From the first to the full force [s].</summary>
    public required double RiseTimeS { get; init; }
    /// <summary>From release to fully lifted [s].</summary>
    public required double OpeningTimeS { get; init; }
    /// <summary>Friction coefficient of cold linings, and of linings at <see cref="FadeEndC"/>.</summary>
    public required double FrictionCold { get; init; }
    public required double FrictionHot { get; init; }
    /// <summary>Disc temperatures between which friction falls linearly [deg C].</summary>
    public required double FadeStartC { get; init; }
    public required double FadeEndC { get; init; }
    public required double DiscMassKg { get; init; }
    public required double DiscHeatCapacityJPerKgK { get; init; }
    public required double DiscCoolingWPerK { get; init; }
    public required double AmbientC { get; init; }
    /// <summary>Retardation that the unit aims at in a graded stop [m/s2].</summary>
    public required double GradedRetardationMps2 { get; init; }
    /// <summary>Pressure that holds a channel fully lifted [bar].</summary>
    public required double ReleasePressureBar { get; init; }
}
