using Gravistore.Console.Operator;
using Gravistore.Json;

namespace Gravistore.Console.Processes;

/// <summary>Finds the project's other programs: beside this one, or where the build puts them.</summary>
/// <param name="File">What to start.</param>
/// <param name="First">Arguments before the program's own.</param>
internal sealed record ProgramFile(string File, IReadOnlyList<string> First)
{
    /// <summary>The controller.</summary>
    public static ProgramFile Controller => Find(AppContext.BaseDirectory, "Gravistore.Controller", "gravistored");

    /// <summary>The simulated field.</summary>
    public static ProgramFile Simulator => Find(AppContext.BaseDirectory, "Gravistore.Simulator", "gravistore-sim");

    /// <summary>Finds a program.</summary>
    /// <param name="folder">Folder of this program.</param>
    /// <param name="project">The other program's project.</param>
    /// <param name="name">The other program.</param>
    /// <exception cref="OperationException">It is not there.</exception>
    internal static ProgramFile Find(string folder, string project, string name)
    {
        string own = folder.TrimEnd('/'), dll = name + ".dll", started = Path.Combine(own, name);
        // Installed by a package: the program brings its own runtime along, and there may be no dotnet.
        if (ConfigPlace.Installed(own) is not null && System.IO.File.Exists(started)) return new ProgramFile(started, []);
        // artifacts/bin/PROJECT/CONFIGURATION
        string built = Path.Combine(own, "..", "..", project, Path.GetFileName(own), dll);
        string file = System.IO.File.Exists(Path.Combine(own, dll)) ? Path.Combine(own, dll) : built;
        if (!System.IO.File.Exists(file)) throw new OperationException(OperationErrors.ProgramMissing, $"{name} is not at {Path.GetFullPath(file)}; {OperationErrors.ProgramMissing.Cure}");
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new ProgramFile(host, [Path.GetFullPath(file)]);
    }
}
