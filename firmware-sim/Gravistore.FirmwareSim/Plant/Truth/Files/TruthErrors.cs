using Gravistore.Json;

namespace Gravistore.FirmwareSim.Plant;

/// <summary>The error numbers of plants that cannot exist.</summary>
public static class TruthErrors
{
    public static readonly ErrorInfo Landings = new("GS-F001", "landings", "The landings are not in order or not in the shaft.", "correct the depths of landings and shaft");
    public static readonly ErrorInfo Magnets = new("GS-F002", "magnet outside", "A shaft magnet lies outside the shaft.", "correct the depth of the magnet");
    public static readonly ErrorInfo Fade = new("GS-F003", "brake fade", "The linings' fade is upside down.", "let friction fall from fadeStartC to fadeEndC");
    public static readonly ErrorInfo LoadCell = new("GS-F004", "load cell too small", "The load cell cannot show the static rope force.", "raise loadCellFullScaleKN");
    public static readonly ErrorInfo Difference = new("GS-F005", "difference without key", "A difference is explained for a key that is not there.", "correct the path or remove the entry");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } = [Landings, Magnets, Fade, LoadCell, Difference];
}
