namespace Gravistore.Config.Tests;

/// <summary>Finds the files that ship with the project.</summary>
internal static class Shipped
{
    public static string Root { get; } = FindRoot();

    public static string Plant(string name) => Path.Combine(Root, "config", "plants", name + ".json");

    public static string Device(string name) => Path.Combine(Root, "config", "drives", name + ".json");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("Gravistore.sln is in no folder above the tests.");
    }
}
