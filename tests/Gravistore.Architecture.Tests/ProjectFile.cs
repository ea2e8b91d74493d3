using System.Xml.Linq;

namespace Gravistore.Architecture.Tests;

/// <summary>What the rules need of a project file.</summary>
/// <param name="Path">Path from the repository's root, with slashes.</param>
/// <param name="References">Names of referenced projects: file names without their extension.</param>
/// <param name="Packages">Names of packages referenced in the file itself.</param>
/// <param name="UseBannedSymbols">The project asks for the banned-API analyzer.</param>
/// <param name="VersionsInFile">Packages whose version stands in the project file instead of Directory.Packages.props.</param>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages, bool UseBannedSymbols, IReadOnlyList<string> VersionsInFile)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
    public string Folder => Path[..Path.LastIndexOf('/')];
    /// <summary>Name without the house's prefix, as the reference table has it.</summary>
    public string ShortName => Short(Name);

    public static string Short(string name) => name.StartsWith("Gravistore.", StringComparison.Ordinal) ? name["Gravistore.".Length..] : name;

    public static ProjectFile Parse(string path, string xml)
    {
        XElement root = XDocument.Parse(xml).Root!;
        List<XElement> packages = [.. root.Descendants("PackageReference")];
        return new ProjectFile(
            path,
            [.. root.Descendants("ProjectReference").Select(reference => ProjectName(Include(reference)))],
            [.. packages.Select(Include)],
            root.Descendants("UseBannedSymbols").Any(element => element.Value.Trim() == "true"),
            [.. packages.Where(package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null).Select(Include)]);
    }

    private static string Include(XElement element) => element.Attribute("Include")?.Value ?? "";

    private static string ProjectName(string include) =>
        System.IO.Path.GetFileNameWithoutExtension(include.Replace('\\', '/').Split('/')[^1]);
}
