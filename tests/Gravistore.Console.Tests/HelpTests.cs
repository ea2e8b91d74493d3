using System.Text.Json;
using Gravistore.Console.CommandLine;
using Gravistore.Console.Verbs;
using Gravistore.Json;

namespace Gravistore.Console.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly ConsoleRig _rig = new();

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_names_every_verb_and_every_exit_code(string args)
    {
        Assert.Equal(ExitCode.Good, _rig.Run(args));
        Assert.All(VerbTable.All, v => Assert.Contains("  " + v.Name, _rig.Output));
        Assert.All(ExitCode.All, c => Assert.Contains($"  {c.Code}", _rig.Output));
        Assert.Empty(_rig.Error);
    }

    [Fact]
    public void Help_of_a_verb_names_every_option()
    {
        foreach (Verb verb in VerbTable.All.Where(v => v.Name != "help"))
        {
            Assert.Equal(ExitCode.Good, _rig.Run(["help", .. verb.Name.Split(' ')]));
            string byHelp = _rig.Output;
            Assert.All(verb.Options, o => Assert.Contains(o.Name, byHelp));
            Assert.Equal(ExitCode.Good, _rig.Run([.. verb.Name.Split(' '), "--help"]));
            Assert.Equal(byHelp, _rig.Output);
        }
    }

    [Fact]
    public void Version_names_runtime_and_packages()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("version"));
        Assert.Contains("runtime    .NET 10", _rig.Output);
        Assert.Equal(ExitCode.Good, _rig.Run("version", "--json"));
        JsonElement root = JsonDocument.Parse(_rig.Output).RootElement;
        Assert.Equal("gravistore", root.GetProperty("name").GetString());

        Assert.Matches(@"^\d+\.\d+", root.GetProperty("packages").GetProperty("Stateless").GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("plant")]
    [InlineData("sim")]
    [InlineData("drive")]
    [InlineData("scenario")]
    public void A_schema_is_json_with_its_keys_described(string name)
    {
        Assert.Equal(ExitCode.Good, _rig.Run("config", "schema", name));
        JsonElement root = JsonDocument.Parse(_rig.Output).RootElement;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", root.GetProperty("$schema").GetString());
        Assert.All(root.GetProperty("properties").EnumerateObject(), p => Assert.NotEmpty(p.Value.GetProperty("description").GetString()!));
    }

    [Fact]
    public void Every_file_under_config_is_good()
    {
        string[] files = Directory.GetFiles(Path.Combine(ConsoleRig.Root, "config"), "*.json", SearchOption.AllDirectories);
        Assert.True(files.Length > 15);
        int code = _rig.Run(["config", "check", .. files]);
        Assert.Empty(_rig.Error);
        Assert.Equal(ExitCode.Good, code);
    }

    [Fact]
    public void On_a_terminal_a_bar_is_drawn_and_wiped()
    {
        using ConsoleRig rig = new() { IsTerminal = true };
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", rig.WriteIdle(10)));
        Assert.Contains("\r[", rig.Error);
        Assert.EndsWith("\r", rig.Error);
        Assert.DoesNotContain(" %  ", rig.Error);
    }

    [Fact]
    public void The_root_is_the_one_given_or_the_nearest_above()
    {
        Assert.Equal("/given", RepositoryRoot.Find("/given", "/"));
        Assert.Equal(ConsoleRig.Root, RepositoryRoot.Find("", Path.Combine(ConsoleRig.Root, "config", "plants")));
        Assert.Null(RepositoryRoot.Find(null, "/"));
    }

    [Fact]
    public void An_installed_program_takes_its_packages_configuration_before_any_checkout_it_is_run_in()
    {
        string program = Directory.CreateDirectory(Path.Combine(_rig.Folder, "opt", "gravistore")).FullName;
        File.WriteAllText(Path.Combine(program, ConfigPlace.MarkFile), "../../etc/gravistore\n");
        Assert.Equal(Path.Combine(_rig.Folder, "etc", "gravistore"), RepositoryRoot.Find(null, program, ConsoleRig.Root));
        Assert.Equal("/given", RepositoryRoot.Find("/given", program));
    }

    [Fact]
    public void A_folder_of_the_configuration_itself_serves_as_root()
    {
        string place = Directory.CreateDirectory(Path.Combine(_rig.Folder, "etc")).FullName;
        foreach (string kind in (string[])["plants", "drives", "links", "scenarios"])
            CopyFiles(Path.Combine(ConsoleRig.Root, "config", kind), Path.Combine(place, kind));
        using ConsoleRig installed = new() { ProjectRoot = place };
        Assert.Equal(ExitCode.Good, installed.Run("config", "check", Path.Combine(place, "scenarios", "leith-full-power.json"), Path.Combine(place, "plants", "leith.json")));
    }

    private static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    public void Dispose() => _rig.Dispose();
}
