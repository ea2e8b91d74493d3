namespace Gravistore.Architecture.Tests;

/// <summary>The rules, held against this checkout. A failure lists every offence with what to do.</summary>
public sealed class HouseTests
{
    [Fact]
    public void References_go_one_way() => Hold(Repository.Projects.SelectMany(ProjectRules.References));

    [Fact]
    public void Packages_are_used_where_they_belong() => Hold(Repository.Projects.SelectMany(ProjectRules.Packages));

    [Fact]
    public void Pure_projects_ban_clocks_and_inexact_mathematics() => Hold(Repository.Projects.SelectMany(ProjectRules.BannedSymbols));

    [Fact]
    public void Every_project_has_a_readme()
    {
        HashSet<string> paths = [.. Repository.TextFiles.Select(file => file.Path)];
        Hold(Repository.Projects.SelectMany(project => ProjectRules.Readme(project, paths)));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = Repository.Read("Gravistore.sln");
        Hold(Repository.Projects.SelectMany(project => ProjectRules.Solution(project, solution)));
    }

    [Fact]
    public void Versions_are_pinned_in_one_place() =>
        Hold(Repository.Projects.SelectMany(ProjectRules.VersionsOutsideTheCentralFile).Concat(ProjectRules.PinnedVersions(Repository.Read("Directory.Packages.props"))));

    [Fact]
    public void References_are_direct() => Hold(ProjectRules.TransitiveReferencesOff(Repository.Read("Directory.Build.props")));

    [Fact]
    public void Stateless_lives_in_the_modes() => Hold(Repository.CSharpFiles.SelectMany(SourceRules.StatelessInModesAlone));

    [Fact]
    public void Field_packages_live_at_the_edge() => Hold(Repository.CSharpFiles.SelectMany(SourceRules.FieldPackagesAtTheEdgeAlone));

    [Fact]
    public void Native_calls_live_in_their_folder() => Hold(Repository.CSharpFiles.SelectMany(SourceRules.NativeCallsAtHome));

    [Fact]
    public void Nothing_is_left_unfinished() => Hold(Repository.TextFiles.SelectMany(SourceRules.NothingUnfinished));

    [Fact]
    public void Files_end_in_a_newline() => Hold(Repository.TextFiles.SelectMany(SourceRules.FinalNewline));

    [Fact]
    public void Files_are_short() => Hold(Repository.CSharpFiles.SelectMany(SourceRules.Length));

    [Fact]
    public void Namespaces_match_folders() => Hold(Repository.CSharpFiles.SelectMany(SourceRules.NamespaceMatchesFolder));

    [Fact]
    public void Usings_are_in_order() => Hold(Repository.CSharpFiles.SelectMany(SourceRules.UsingsInOrder));

    [Fact]
    public void Fields_are_not_qualified() => Hold(Repository.CSharpFiles.SelectMany(SourceRules.NoNeedlessThis));

    /// <summary>A rule that reads nothing holds always: the reader must have found the house.</summary>
    [Fact]
    public void The_checkout_was_read()
    {
        Assert.Contains(Repository.Projects, project => project.ShortName == "Core");
        Assert.Contains(Repository.Projects, project => project.ShortName == "FirmwareSim");
        Assert.Contains(Repository.Projects, project => project.ShortName == "Architecture.Tests");
        Assert.Contains(Repository.CSharpFiles, file => file.Path == "tests/Gravistore.Architecture.Tests/HouseTests.cs");
        Assert.Contains(Repository.TextFiles, file => file.Path == "gravistore");
    }

    private static void Hold(IEnumerable<string> offences)
    {
        List<string> all = [.. offences];
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count} offence(s) against the rules of the house:")));
    }
}
