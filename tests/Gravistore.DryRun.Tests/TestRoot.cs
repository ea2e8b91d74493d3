namespace Gravistore.DryRun.Tests;

/// <summary>Finds the project's folder from the tests' own.</summary>
internal static class TestRoot
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests run outside of their project");
    }
}
