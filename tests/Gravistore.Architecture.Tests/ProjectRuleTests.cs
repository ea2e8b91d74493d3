namespace Gravistore.Architecture.Tests;

/// <summary>Each rule about projects, shown able to fail and to pass.</summary>
public sealed class ProjectRuleTests
{
    [Theory]
    [InlineData("src/Gravistore.Core/Gravistore.Core.csproj", "Json", false)]
    [InlineData("src/Gravistore.Json/Gravistore.Json.csproj", "Core", false)]
    [InlineData("src/Gravistore.Config/Gravistore.Config.csproj", "Json", true)]
    [InlineData("src/Gravistore.Devices/Gravistore.Devices.csproj", "Core", true)]
    [InlineData("src/Gravistore.Devices/Gravistore.Devices.csproj", "Config", false)]
    [InlineData("firmware-sim/Gravistore.FirmwareSim/Gravistore.FirmwareSim.csproj", "Json", true)]
    [InlineData("firmware-sim/Gravistore.FirmwareSim/Gravistore.FirmwareSim.csproj", "Devices", false)]
    [InlineData("firmware-sim/Gravistore.FirmwareSim/Gravistore.FirmwareSim.csproj", "Core", false)]
    [InlineData("firmware-sim/Gravistore.DryRun/Gravistore.DryRun.csproj", "FirmwareSim", true)]
    [InlineData("src/Gravistore.Console/Gravistore.Console.csproj", "FirmwareSim", false)]
    [InlineData("src/Gravistore.Hmi/Gravistore.Hmi.csproj", "Core", false)]
    [InlineData("tests/Gravistore.FirmwareSim.Tests/Gravistore.FirmwareSim.Tests.csproj", "FirmwareSim", true)]
    [InlineData("tests/Gravistore.FirmwareSim.Tests/Gravistore.FirmwareSim.Tests.csproj", "Json", true)]
    [InlineData("tests/Gravistore.FirmwareSim.Tests/Gravistore.FirmwareSim.Tests.csproj", "Core", false)]
    [InlineData("src/Gravistore.Unheard/Gravistore.Unheard.csproj", "Core", false)]
    public void Reference_table(string path, string reference, bool allowed)
    {
        ProjectFile project = ProjectFile.Parse(path, $"""<Project><ItemGroup><ProjectReference Include="..\..\src\Gravistore.{reference}\Gravistore.{reference}.csproj" /></ItemGroup></Project>""");
        Assert.Equal(allowed, !ProjectRules.References(project).Any());
    }

    [Fact]
    public void A_wrong_reference_says_what_is_allowed()
    {
        ProjectFile project = ProjectFile.Parse("src/Gravistore.Devices/Gravistore.Devices.csproj", """<Project><ItemGroup><ProjectReference Include="../Gravistore.Config/Gravistore.Config.csproj" /></ItemGroup></Project>""");
        string offence = Assert.Single(ProjectRules.References(project));
        Assert.Contains("references Config", offence, StringComparison.Ordinal);
        Assert.Contains("may reference Core alone", offence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Gravistore.Core/Gravistore.Core.csproj", "Stateless", true)]
    [InlineData("src/Gravistore.Core/Gravistore.Core.csproj", "NModbus", false)]
    [InlineData("src/Gravistore.Json/Gravistore.Json.csproj", "Newtonsoft.Json", false)]
    [InlineData("src/Gravistore.Drivers/Gravistore.Drivers.csproj", "NModbus", true)]
    [InlineData("tests/Gravistore.Core.Tests/Gravistore.Core.Tests.csproj", "Moq", false)]
    [InlineData("tests/Gravistore.Benchmarks/Gravistore.Benchmarks.csproj", "BenchmarkDotNet", true)]
    public void Package_table(string path, string package, bool allowed)
    {
        ProjectFile project = ProjectFile.Parse(path, $"""<Project><ItemGroup><PackageReference Include="{package}" /></ItemGroup></Project>""");
        Assert.Equal(allowed, !ProjectRules.Packages(project).Any());
    }

    [Theory]
    [InlineData("src/Gravistore.Drivers/Gravistore.Drivers.csproj", true)]
    [InlineData("src/Gravistore.Core/Gravistore.Core.csproj", false)]
    public void A_stand_in_counts_as_its_package(string path, bool allowed)
    {
        ProjectFile project = ProjectFile.Parse(path, """<Project><ItemGroup><ProjectReference Include="../../eng/standins/NModbus/NModbus.csproj" /></ItemGroup></Project>""");
        Assert.Equal(allowed, !ProjectRules.Packages(project).Any());
        Assert.Empty(ProjectRules.References(project));
    }

    [Theory]
    [InlineData("Core", "true", true)]
    [InlineData("Core", "false", false)]
    [InlineData("Config", "false", true)]
    public void Banned_symbols(string name, string value, bool good)
    {
        ProjectFile project = ProjectFile.Parse($"src/Gravistore.{name}/Gravistore.{name}.csproj", $"<Project><PropertyGroup><UseBannedSymbols>{value}</UseBannedSymbols></PropertyGroup></Project>");
        Assert.Equal(good, !ProjectRules.BannedSymbols(project).Any());
    }

    [Fact]
    public void Readme_and_solution()
    {
        ProjectFile project = ProjectFile.Parse("src/Gravistore.Core/Gravistore.Core.csproj", "<Project />");
        Assert.Single(ProjectRules.Readme(project, ["README.md", "src/README.md"]));
        Assert.Empty(ProjectRules.Readme(project, ["src/Gravistore.Core/README.md"]));
        Assert.Single(ProjectRules.Solution(project, "\"src\\Gravistore.Core.Other\\Gravistore.Core.csproj\""));
        Assert.Empty(ProjectRules.Solution(project, "= \"Gravistore.Core\", \"src\\Gravistore.Core\\Gravistore.Core.csproj\", \"{0F}\""));
    }

    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("17.14.1", true)]
    [InlineData("1.0.0-rc.2", true)]
    [InlineData("1.2.*", false)]
    [InlineData("[1.0,2.0)", false)]
    [InlineData("", false)]
    [InlineData("1", false)]
    public void Pinned_versions(string version, bool good)
    {
        string props = $"""<Project><ItemGroup><PackageVersion Include="X" Version="{version}" /></ItemGroup></Project>""";
        Assert.Equal(good, !ProjectRules.PinnedVersions(props).Any());
    }

    [Theory]
    [InlineData("Version")]
    [InlineData("VersionOverride")]
    public void A_version_in_a_project_file(string attribute)
    {
        ProjectFile project = ProjectFile.Parse("src/Gravistore.Core/Gravistore.Core.csproj", $"""<Project><ItemGroup><PackageReference Include="Stateless" {attribute}="1.0.0" /></ItemGroup></Project>""");
        Assert.Single(ProjectRules.VersionsOutsideTheCentralFile(project));
    }

    [Fact]
    public void Transitive_references()
    {
        Assert.Single(ProjectRules.TransitiveReferencesOff("<Project />"));
        Assert.Empty(ProjectRules.TransitiveReferencesOff("<Project><PropertyGroup><DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences></PropertyGroup></Project>"));
    }
}
