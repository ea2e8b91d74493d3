namespace Gravistore.Console;

/// <summary>Finds the project's folder.</summary>
public static class RepositoryRoot
{
    private const string Mark = "Gravistore.sln";

    /// <summary>The folder given, else the nearest above one of the starting points that holds the solution; null when there is none.</summary>
    /// <param name="given">Value of GRAVISTORE_ROOT; null or empty = not set.</param>
    /// <param name="startingPoints">Folders to climb from, in this order.</param>
    public static string? Find(string? given, params string[] startingPoints)
    {
        if (!string.IsNullOrEmpty(given)) return given;
        foreach (string start in startingPoints)
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, Mark))) return folder.FullName;
        return null;
    }
}
