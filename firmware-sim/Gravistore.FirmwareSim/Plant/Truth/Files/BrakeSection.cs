using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Section "brakes" of a sim file.</summary>
internal static class BrakeSection
{
    private static readonly NumberKey ChannelForceKN = new("channelForceKN", "Force of one channel at the rope, cold linings", "kN", 0.0, 1e5);
    private static readonly NumberKey DeadTimeS = new("deadTimeS", "From loss of release to the first force", "s", 0.0, 5.0);
    private static readonly NumberKey RiseTimeS = new("riseTimeS", "From the first to the full force", "s", 0.0, 10.0);
    private static readonly NumberKey OpeningTimeS = new("openingTimeS", "From release to fully lifted", "s", 0.0, 10.0);
    private static readonly NumberKey FrictionCold = new("frictionCold", "Friction coefficient of cold linings", "", 0.05, 1.0);
    private static readonly NumberKey FrictionHot = new("frictionHot", "Friction coefficient of faded linings", "", 0.01, 1.0);
    private static readonly NumberKey FadeStartC = new("fadeStartC", "Disc temperature at which fade begins", "C", 0.0, 1000.0);
    private static readonly NumberKey FadeEndC = new("fadeEndC", "Disc temperature at which fade is complete", "C", 1.0, 1500.0);
    private static readonly NumberKey DiscMassKg = new("discMassKg", "Mass of the brake disc", "kg", 1.0, 1e5);
    private static readonly NumberKey DiscHeatCapacity = new("discHeatCapacityJPerKgK", "Specific heat of the disc", "J/(kg K)", 100.0, 2000.0);
    private static readonly NumberKey DiscCooling = new("discCoolingWPerK", "Cooling of the disc per kelvin above ambient", "W/K", 0.0, 1e5);
    private static readonly NumberKey AmbientC = new("ambientC", "Ambient temperature of the hoist room", "C", -50.0, 60.0);
    private static readonly NumberKey GradedRetardation = new("gradedRetardationMps2", "Retardation that the unit aims at in a graded stop", "m/s2", 0.1, 5.0);
    private static readonly NumberKey ReleasePressureBar = new("releasePressureBar", "Pressure that holds a channel lifted", "bar", 1.0, 500.0);

    public static readonly SectionKey Key = new("brakes", new SectionSpec("brakes", "The brake unit of one hoist: two channels on one disc",
        ChannelForceKN, DeadTimeS, RiseTimeS, OpeningTimeS, FrictionCold, FrictionHot, FadeStartC, FadeEndC,
        DiscMassKg, DiscHeatCapacity, DiscCooling, AmbientC, GradedRetardation, ReleasePressureBar)
    { RequireSources = true });

    public static BrakeTruth Read(Section section) => new()
    {
        ChannelForceN = 1e3 * section.Number(ChannelForceKN),
        DeadTimeS = section.Number(DeadTimeS),
        RiseTimeS = section.Number(RiseTimeS),
        OpeningTimeS = section.Number(OpeningTimeS),
        FrictionCold = section.Number(FrictionCold),
        FrictionHot = section.Number(FrictionHot),
        FadeStartC = section.Number(FadeStartC),
        FadeEndC = section.Number(FadeEndC),
        DiscMassKg = section.Number(DiscMassKg),
        DiscHeatCapacityJPerKgK = section.Number(DiscHeatCapacity),
        DiscCoolingWPerK = section.Number(DiscCooling),
        AmbientC = section.Number(AmbientC),
        GradedRetardationMps2 = section.Number(GradedRetardation),
        ReleasePressureBar = section.Number(ReleasePressureBar),
    };

    /// <summary>Reports linings that gain by heat.</summary>
    public static void Check(Section section, BrakeTruth brakes)
    {
        if (brakes.FadeEndC <= brakes.FadeStartC) section.Error(FadeEndC, TruthErrors.Fade, "fade ends before it begins", "a temperature above fadeStartC");
        if (brakes.FrictionHot > brakes.FrictionCold) section.Error(FrictionHot, TruthErrors.Fade, "hot linings hold better than cold ones", "at most frictionCold");
    }
}
