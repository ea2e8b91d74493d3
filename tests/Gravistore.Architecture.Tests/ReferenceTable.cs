namespace Gravistore.Architecture.Tests;

/// <summary>Which way references go. Projects that do not exist yet are listed for the day they appear.</summary>
internal static class ReferenceTable
{
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["Json"] = [],
        ["Core"] = [],
        ["Config"] = ["Core", "Json"],
        ["Devices"] = ["Core"],
        ["Recording"] = ["Core"],
        ["Protocol"] = [],
        ["Runtime"] = ["Core", "Recording"],
        ["Drivers"] = ["Core", "Devices"],
        // What is expected of the field's packages, or of their stand-ins: nothing of the house is needed for that.
        ["FieldPackages.Tests"] = [],
        // Codecs, scaling and physics of its own, so that a mistake made once cannot cancel itself out: it shares data, not code.
        ["FirmwareSim"] = ["Json"],
        // The process around FirmwareSim; as independent of the controller's side as that.
        ["Simulator"] = ["Json", "FirmwareSim"],
        // Controller and simulator meet here over real sockets, in one process.
        ["Wire.Tests"] = ["Json", "Core", "Config", "Devices", "Drivers", "FirmwareSim", "Simulator"],
        ["Wire.Bench"] = ["Json", "Core", "Config", "Drivers"],
        // Drawings and pages, made of numbers and texts alone.
        ["Charts"] = [],
        ["DryRun"] = ["Json", "Core", "Config", "Devices", "Recording", "FirmwareSim", "Charts"],
        ["Controller"] = ["Json", "Core", "Config", "Devices", "Drivers", "Runtime", "Recording", "Protocol"],
        ["Console"] = ["Json", "Core", "Config", "DryRun", "Recording", "Charts", "Protocol"],
        ["Hmi"] = ["Protocol"],
        ["Architecture.Tests"] = [],
        ["Benchmarks"] = ["Json", "Core", "Config", "Devices", "Recording", "FirmwareSim", "DryRun"],
        ["Simulation.Tests"] = ["Json", "Core", "Config", "Devices", "Recording", "FirmwareSim", "DryRun"],
        ["Hil.Tests"] = ["Core", "Config", "Devices", "Drivers", "Protocol", "Recording"],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Core"] = ["Stateless", "System.IO.Hashing"],
        ["Drivers"] = ["NModbus", "System.Device.Gpio", "Iot.Device.Bindings"],
        ["FirmwareSim"] = ["NModbus", "System.Device.Gpio", "Iot.Device.Bindings"],
        ["Simulator"] = ["NModbus", "System.Device.Gpio"],
        ["Wire.Bench"] = ["NModbus"],
        ["FieldPackages.Tests"] = ["NModbus", "System.Device.Gpio", "Iot.Device.Bindings"],
        ["Console"] = ["Spectre.Console"],
        ["Benchmarks"] = ["BenchmarkDotNet"],
    };

    /// <summary>Projects that <paramref name="project"/> may reference; null when the table does not know it. X.Tests may reference X and what X may.</summary>
    public static IReadOnlyList<string>? AllowedProjects(string project)
    {
        if (Projects.TryGetValue(project, out string[]? listed)) return listed;
        string? subject = SubjectOf(project);
        return subject is not null && Projects.TryGetValue(subject, out string[]? own) ? [subject, .. own] : null;
    }

    /// <summary>Packages that <paramref name="project"/> may name; X.Tests may name those of X (the test packages come from Directory.Build.targets).</summary>
    public static IReadOnlyList<string> AllowedPackages(string project) =>
        Packages.TryGetValue(project, out string[]? listed) || (SubjectOf(project) is { } subject && Packages.TryGetValue(subject, out listed)) ? listed : [];

    private static string? SubjectOf(string project) =>
        project.EndsWith(".Tests", StringComparison.Ordinal) ? project[..^".Tests".Length] : null;
}
