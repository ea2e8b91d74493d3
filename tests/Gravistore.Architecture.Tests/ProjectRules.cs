using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gravistore.Architecture.Tests;

/// <summary>Rules about project files. Each returns one sentence for every offence: where, what, what to do.</summary>
internal static partial class ProjectRules
{
    private static readonly string[] MustBanSymbols = ["Core", "Devices", "FirmwareSim"];

    public static IEnumerable<string> References(ProjectFile project)
    {
        IReadOnlyList<string>? allowed = ReferenceTable.AllowedProjects(project.ShortName);
        if (allowed is null)
        {
            yield return $"{project.Path}: the reference table does not know {project.ShortName}; add it to ReferenceTable.cs with what it may reference, and to the map in README.md.";
            yield break;
        }
        foreach (string reference in project.References.Where(IsOfTheHouse).Select(ProjectFile.Short).Where(name => !allowed.Contains(name)))
            yield return $"{project.Path}: references {reference}, but {project.ShortName} may reference {List(allowed)}; move the code to where it belongs, or change the table with the reason in the commit.";
    }

    /// <summary>Packages, and stand-ins of packages (projects under eng/standins named as the package).</summary>
    public static IEnumerable<string> Packages(ProjectFile project)
    {
        IReadOnlyList<string> allowed = ReferenceTable.AllowedPackages(project.ShortName);
        foreach (string package in project.Packages.Concat(project.References.Where(name => !IsOfTheHouse(name))).Where(name => !allowed.Contains(name)))
            yield return $"{project.Path}: uses package {package}, but {project.ShortName} may use {List(allowed)}; do without it, or change the table with the reason in the commit.";
    }

    public static IEnumerable<string> BannedSymbols(ProjectFile project)
    {
        if (MustBanSymbols.Contains(project.ShortName) && !project.UseBannedSymbols)
            yield return $"{project.Path}: must be exact and know no clock; set <UseBannedSymbols>true</UseBannedSymbols>.";
    }

    public static IEnumerable<string> Readme(ProjectFile project, IReadOnlyCollection<string> paths)
    {
        if (!paths.Contains(project.Folder + "/README.md"))
            yield return $"{project.Folder}: has no README.md; write a page: what it is for, what it may reference, where to begin reading.";
    }

    public static IEnumerable<string> Solution(ProjectFile project, string solution)
    {
        if (!solution.Replace('\\', '/').Contains($"\"{project.Path}\"", StringComparison.Ordinal))
            yield return $"{project.Path}: is not in Gravistore.sln; run: dotnet sln Gravistore.sln add {project.Path}";
    }

    public static IEnumerable<string> VersionsOutsideTheCentralFile(ProjectFile project) =>
        project.VersionsInFile.Select(package => $"{project.Path}: gives {package} a version; versions stand in Directory.Packages.props alone.");

    public static IEnumerable<string> PinnedVersions(string packagesProps) =>
        from package in XDocument.Parse(packagesProps).Descendants("PackageVersion")
        let version = package.Attribute("Version")?.Value ?? ""
        where !ExactVersion().IsMatch(version)
        select $"Directory.Packages.props: {package.Attribute("Include")?.Value} has version '{version}'; pin one exact version such as 1.2.3, no range and no wildcard.";

    public static IEnumerable<string> TransitiveReferencesOff(string buildProps)
    {
        if (XDocument.Parse(buildProps).Descendants("DisableTransitiveProjectReferences").All(element => element.Value.Trim() != "true"))
            yield return "Directory.Build.props: DisableTransitiveProjectReferences must be true, or the reference table means nothing.";
    }

    private static bool IsOfTheHouse(string name) => name.StartsWith("Gravistore.", StringComparison.Ordinal);

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names) + " alone";

    [GeneratedRegex(@"^\d+\.\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex ExactVersion();
}
