using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>Section "frontEnd" of a sim file.</summary>
internal static class FrontEndSection
{
    private static readonly NumberKey CurrentLimitPercent = new("currentLimitPercent", "Current limit as power at full voltage, of base power; looked at during a dip", "%", 1.0, 1000.0);
    private static readonly NumberKey DipAtS = new("dipAtS", "Start of a dip of the grid's voltage, from the start of the run", "s", 0.0, 1e6);
    private static readonly NumberKey DipDurationS = new("dipDurationS", "Length of the dip, 0 = none", "s", 0.0, 600.0);
    private static readonly NumberKey DipVoltagePercent = new("dipVoltagePercent", "Voltage left during the dip", "%", 0.0, 100.0);
    private static readonly ChoiceKey DipAction = PowerLimitKeys.Action("dipAction", "What the front end does at its current limit: limit, and the drive its torque to P/v, or trip");

    public static readonly SectionKey Key = new("frontEnd", new SectionSpec("frontEnd", "The front end of each hoist in a dip of the grid",
        CurrentLimitPercent, DipAtS, DipDurationS, DipVoltagePercent, DipAction)
    { RequireSources = true });

    public static FrontEndTruth Read(Section section) => new()
    {
        CurrentLimitPercent = section.Number(CurrentLimitPercent),
        DipAtS = section.Number(DipAtS),
        DipDurationS = section.Number(DipDurationS),
        DipVoltagePercent = section.Number(DipVoltagePercent),
        DipAction = PowerLimitKeys.Read(section, DipAction),
    };
}
