using Gravistore.DryRun;
using Gravistore.Json;

namespace Gravistore.Console;

/// <summary>Finds the project's folder, or the configuration that a package installed.</summary>
public static class RepositoryRoot
{
    private const string Mark = "Gravistore.sln";

    /// <summary>The folder given, else the one that a package's mark in a starting point names, else the nearest above one that holds the solution; null when there is none.</summary>
    /// <param name="given">Value of GRAVISTORE_ROOT; null or empty = not set.</param>
    /// <param name="startingPoints">Folders to climb from, in this order; the program's own first.</param>
    public static string? Find(string? given, params string[] startingPoints)
    {
        if (!string.IsNullOrEmpty(given)) return given;
        foreach (string start in startingPoints)
            if (ConfigPlace.Installed(start) is { } installed) return installed;
        foreach (string start in startingPoints)
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, Mark))) return folder.FullName;
        return null;
    }

    /// <summary>The folder that the program found, with a configuration that is whole.</summary>
    /// <exception cref="UsageException">It found none.</exception>
    /// <exception cref="Operator.OperationException">A folder of the configuration is missing.</exception>
    public static string Required(Surroundings surroundings)
    {
        string root = surroundings.Root ?? throw new UsageException(UsageErrors.NoRoot, $"the folder of Gravistore was not found; {UsageErrors.NoRoot.Cure}");
        ConfigFolders folders = new(root);
        if (folders.Missing.Count == 0) return root;
        throw new Operator.OperationException(Operator.OperationErrors.HalfInstalled, $"the configuration at {folders.Config} lacks {string.Join(", ", folders.Missing)}; {Operator.OperationErrors.HalfInstalled.Cure}");
    }
}
