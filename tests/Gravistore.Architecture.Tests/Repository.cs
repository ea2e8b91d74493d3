namespace Gravistore.Architecture.Tests;

/// <summary>The checkout that these tests were built from, read from disk.</summary>
internal static class Repository
{
    private static readonly string[] BuildFolders = ["artifacts", "bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts"];
    private static readonly string[] TextExtensions = [".cs", ".csproj", ".props", ".targets", ".json", ".md", ".sh", ".sln", ".txt", ".csv", ".yml", ".editorconfig", ".gitignore", ".gitattributes"];
    private static readonly string[] TextNames = ["gravistore", "LICENSE", "run"];
    private static readonly string[] ProjectFolders = ["src", "firmware-sim", "tests"];

    /// <summary>Found by walking up from the test's own folder to Gravistore.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<TextFile> TextFiles { get; } = ReadAll();

    public static IReadOnlyList<TextFile> CSharpFiles { get; } = [.. TextFiles.Where(file => file.IsCSharp)];

    public static IReadOnlyList<ProjectFile> Projects { get; } =
        [.. TextFiles.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal) && ProjectFolders.Any(file.IsIn)).Select(file => ProjectFile.Parse(file.Path, file.Text))];

    public static string Read(string path) => TextFiles.Single(file => file.Path == path).Text;

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No Gravistore.sln in any folder above {AppContext.BaseDirectory}; run these tests from a checkout.");
    }

    private static List<TextFile> ReadAll()
    {
        List<TextFile> files = [];
        Collect(new DirectoryInfo(Root), files);
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static void Collect(DirectoryInfo folder, List<TextFile> files)
    {
        foreach (FileInfo file in folder.EnumerateFiles())
            if (TextExtensions.Contains(file.Extension) || TextNames.Contains(file.Name))
                files.Add(new TextFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));
        foreach (DirectoryInfo child in folder.EnumerateDirectories())
            if (!BuildFolders.Contains(child.Name) && (child.Name[0] != '.' || child.Name == ".ci") && child.LinkTarget is null)
                Collect(child, files);
    }
}
