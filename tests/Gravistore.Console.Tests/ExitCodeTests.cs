using System.Text.Json;

namespace Gravistore.Console.Tests;

/// <summary>Every way to hold the program wrongly has its exit code, one clear message, and leaves nothing behind.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly ConsoleRig _rig = new();

    [Theory]
    [InlineData("", "no verb is given; known: demo, dryrun, compare, config check")]
    [InlineData("demmo", "unknown verb 'demmo'|did you mean 'demo'?")]
    [InlineData("config", "unknown verb 'config'; known: config check, config schema")]
    [InlineData("config chek x", "unknown verb 'config chek'|did you mean 'config check'?")]
    [InlineData("help dryrn", "unknown verb 'dryrn'|did you mean 'dryrun'?")]
    [InlineData("dryrun", "\"dryrun\" needs SCENARIO; usage: gravistore dryrun SCENARIO [OPTIONS]")]
    [InlineData("dryrun a b", "takes at most 1, and 'b' is one more")]
    [InlineData("version x", "\"version\" takes no argument, and 'x' is one more")]
    [InlineData("version --jsn", "unknown option '--jsn'; known: --json; did you mean '--json'?")]
    [InlineData("config schema plant --x", "\"config schema\" takes none")]
    [InlineData("dryrun step-charge --seed", "--seed needs a value: --seed N")]
    [InlineData("dryrun step-charge --seed -1", "--seed '-1' is no seed; allowed: a whole number from 0 to 18446744073709551615")]
    [InlineData("dryrun step-charge --seed 1 --seed=2", "--seed is given twice")]
    [InlineData("dryrun step-charge --quiet=yes", "--quiet takes no value")]
    [InlineData("dryrun step-charge --trace-every 1s", "none is asked for; add --csv FILE")]
    [InlineData("dryrun step-charge --csv FOLDER/x.csv --trace-every 15ms", "allowed: a multiple of 10 ms")]
    [InlineData("dryrun step-charge --csv FOLDER/x.csv --trace-every 10", "is no interval")]
    [InlineData("dryrun step-charge --csv FOLDER/x --json FOLDER/./x", "name the same file")]
    [InlineData("dryrun step-charge --json FOLDER/no/x.json", "cannot be written")]
    [InlineData("dryrun step-charge --json FOLDER", "is a folder")]
    [InlineData("dryrun step-chrage", "unknown scenario 'step-chrage'|did you mean 'step-charge'?")]
    [InlineData("dryrun step-charge --plant pyhasalmy", "unknown plant 'pyhasalmy'|did you mean 'pyhasalmi'?")]
    [InlineData("dryrun step-charge --sim FOLDER/no.sim.json", "unknown sim file")]
    [InlineData("dryrun step-charge --set nonsense", "is no override; allowed: SCOPE.PATH=VALUE")]
    [InlineData("dryrun step-charge --set plnt.rope.count=2", "unknown scope 'plnt'|did you mean 'plant'?")]
    [InlineData("dryrun step-charge --set plant.rope.cuont=2", "no key 'cuont'|did you mean 'count'?")]
    [InlineData("dryrun step-charge --report FOLDER/none/r.html", "--report|cannot be written|a folder that exists")]
    [InlineData("demo --report FOLDER/none/r.html", "--report|cannot be written")]
    [InlineData("demo --report FOLDER/r.html --no-report", "exclude each other")]
    [InlineData("dryrun step-charge --json FOLDER/r --report FOLDER/r", "--json and --report name the same file")]
    [InlineData("compare a.json", "needs A.json B.json")]
    [InlineData("compare a.json b.json --tolerance -1%", "--tolerance '-1%' is no tolerance")]
    [InlineData("compare FOLDER/a.json FOLDER/b.json --json FOLDER/./a.json", "--json|a.json|is one of the results compared")]
    [InlineData("config schema plnt", "unknown schema 'plnt'|did you mean 'plant'?")]
    public void Wrong_usage_is_2(string args, string messages)
    {
        Assert.Equal(ExitCode.WrongUsage, _rig.Run(args.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        foreach (string message in messages.Split('|')) Assert.Contains(message, _rig.Error);
        Assert.Empty(_rig.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_rig.Folder));
    }

    [Theory]
    [InlineData("dryrun step-charge --json FOLDER/r.json --set plant.rope.count=-1", "GS-J024", "rope.count")]
    [InlineData("dryrun step-charge --csv FOLDER/r.csv --set sim.rope.count=many", "GS-J023", "rope.count")]
    [InlineData("dryrun step-charge --json FOLDER/r.json --set scenario.steps[1].powerKW=9999", "GS-S014", "steps[1]")]
    [InlineData("dryrun frequency-hour --json FOLDER/r.json --set scenario.trace.file=FOLDER/no.csv", "GS-T001", "no.csv")]
    [InlineData("dryrun frequency-hour --json FOLDER/r.json --set scenario.trace.valueColumn=Hz", "GS-T005", "t_s, f_hz")]
    [InlineData("compare ROOT/config/plants/leith.json FOLDER/none.json", "GS-R001", "none.json")]
    [InlineData("config check FOLDER/none.json", "GS-J001", "none.json")]
    [InlineData("config check ROOT/global.json", "GS-C001", "schema")]
    public void Bad_configuration_is_3_and_nothing_is_written(string args, string code, string message)
    {
        Assert.Equal(ExitCode.Refused, _rig.Run(args.Split(' ')));
        Assert.Contains(code, _rig.Error);
        Assert.Contains(message, _rig.Error);
        Assert.Empty(_rig.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_rig.Folder));
    }

    [Fact]
    public void A_check_names_every_error_of_every_file()
    {
        string bad = _rig.Write("bad.json", "{ \"schema\": \"gravistore-scenario/1\", \"nam\": 3 }");
        Assert.Equal(ExitCode.Refused, _rig.Run("config", "check", bad, Path.Combine(ConsoleRig.Root, "config", "plants", "leith.json")));
        Assert.Contains($"{bad}:1:", _rig.Error);
        Assert.Contains("did you mean 'name'?", _rig.Error);
        Assert.Contains("'initial'", _rig.Error);
        Assert.Contains("leith.json: good plant file", _rig.Output);
    }

    [Fact]
    public void A_good_run_is_0_with_a_table()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle(), "--seed", "9"));
        Assert.Contains("idle on leith, seed 9", _rig.Output);
        Assert.Contains("verdict                passed", _rig.Output);
        Assert.Contains(" 10 %", _rig.Error);
    }

    [Fact]
    public void Quiet_prints_nothing_at_all()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle(), "--quiet"));
        Assert.Empty(_rig.Output);
        Assert.Empty(_rig.Error);
    }

    [Fact]
    public void Json_on_standard_output_is_the_object_alone()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle(), "--json", "-"));
        Assert.Equal("idle", JsonDocument.Parse(_rig.Output).RootElement.GetProperty("scenario").GetString());
        Assert.Contains("verdict", _rig.Error);
    }

    [Fact]
    public void Both_files_are_written_whole()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle(), "--quiet", "--json=FOLDER/r.json", "--csv=FOLDER/r.csv", "--trace-every=100ms"));
        Assert.True(JsonDocument.Parse(File.ReadAllText(Path.Combine(_rig.Folder, "r.json"))).RootElement.GetProperty("passed").GetBoolean());
        Assert.StartsWith("time_s,", File.ReadAllText(Path.Combine(_rig.Folder, "r.csv")));
        Assert.Equal(3, Directory.GetFiles(_rig.Folder).Length);
    }

    [Fact]
    public void A_report_is_written_whole_and_the_program_says_where()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle(), "--report", "FOLDER/r.html"));
        Assert.EndsWith("</html>\n", File.ReadAllText(Path.Combine(_rig.Folder, "r.html")));
        Assert.EndsWith($"report: {Path.Combine(_rig.Folder, "r.html")}\n", _rig.Error);
        Assert.Equal(2, Directory.GetFiles(_rig.Folder).Length);
    }

    [Fact]
    public void Compared_results_are_0_while_they_agree_and_1_when_a_figure_has_moved()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle(2), "--quiet", "--json=FOLDER/a.json"));
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle(3), "--quiet", "--json=FOLDER/b.json"));
        Assert.Equal(ExitCode.Good, _rig.Run("compare", "FOLDER/a.json", "FOLDER/a.json"));
        Assert.Contains("0 of ", _rig.Output);
        Assert.Equal(ExitCode.RunFailed, _rig.Run("compare", "FOLDER/a.json", "FOLDER/b.json"));
        Assert.Contains("! simulatedSeconds ", _rig.Output);
        Assert.All(_rig.Output.Split('\n').Where(l => !l.Contains(_rig.Folder) && !l.Contains("version") && !l.Contains("assertion")), l => Assert.InRange(l.Length, 0, 80));
        Assert.Equal(ExitCode.Good, _rig.Run("compare", "FOLDER/a.json", "FOLDER/b.json", "--tolerance", "100%", "--json", "-"));
        Assert.Equal(0, JsonDocument.Parse(_rig.Output).RootElement.GetProperty("moved").GetInt32());
    }

    [Theory]
    [InlineData("100", "100.5", "+0.50 %")]
    [InlineData("100", "98", "-2.00 %")]
    [InlineData("100", "100.001", "< 0.01 %")]
    [InlineData("100", "99.999", "< 0.01 %")]
    [InlineData("100", "100", "100")]
    public void A_change_has_one_sign_and_a_small_one_none(string a, string b, string change)
    {
        string first = _rig.Write("a.json", Result(a)), second = _rig.Write("b.json", Result(b));
        Assert.Equal(a == b ? ExitCode.Good : ExitCode.RunFailed, _rig.Run("compare", first, second));
        Assert.EndsWith($" {change}", _rig.Output.Split('\n').Single(l => l.Contains("energy.chargedKWh")));
    }

    private static string Result(string chargedKWh) =>
        $$"""{ "scenario": "s", "plant": "p", "seed": 1, "stateHash": "0", "energy": { "chargedKWh": {{chargedKWh}} }, "assertions": [] }""";

    [Fact]
    public void A_failed_assertion_is_1_and_says_so_even_when_quiet()
    {
        string scenario = _rig.WriteIdle(1, "\"assertions\": [ { \"figure\": \"hoistStarts\", \"min\": 1 } ],");
        Assert.Equal(ExitCode.RunFailed, _rig.Run("dryrun", scenario, "--quiet", "--json", "FOLDER/r.json"));
        Assert.Equal("failed: hoistStarts at least 1: 0", _rig.Error.Trim());
        Assert.True(File.Exists(Path.Combine(_rig.Folder, "r.json")));
    }

    [Fact]
    public void An_interrupted_run_is_130_and_leaves_old_files_alone()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        using ConsoleRig rig = new() { Interrupted = source.Token };
        string old = rig.Write("r.json", "old");
        Assert.Equal(ExitCode.Interrupted, rig.Run("dryrun", rig.WriteIdle(), "--json", old));
        Assert.Equal("old", File.ReadAllText(old));
        Assert.Equal(2, Directory.GetFiles(rig.Folder).Length);
        Assert.Contains("interrupted; no output file was written", rig.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_internal_fault_is_4_with_one_line_and_a_trace_only_on_request(bool debug)
    {
        using StringWriter error = new();
        Surroundings surroundings = new() { Output = new BrokenWriter(), Error = error, ErrorIsTerminal = false, Root = ConsoleRig.Root, ShowStackTraces = debug };
        Assert.Equal(ExitCode.InternalFault, new Application(surroundings).Run(["version"]));
        string[] lines = error.ToString().TrimEnd().Split('\n');
        Assert.Contains("internal fault: InvalidOperationException: broken; please report it", lines[0]);
        Assert.Equal(debug, lines.Length > 1);
    }

    [Fact]
    public void A_terminal_that_is_gone_leaves_the_exit_code()
    {
        using BrokenWriter error = new() { Failure = new IOException("Input/output error") };
        Surroundings surroundings = new() { Output = TextWriter.Null, Error = error, ErrorIsTerminal = false, Root = ConsoleRig.Root };
        Assert.Equal(ExitCode.WrongUsage, new Application(surroundings).Run(["demmo"]));
    }

    public void Dispose() => _rig.Dispose();

    private sealed class BrokenWriter : StringWriter
    {
        public Exception Failure { get; init; } = new InvalidOperationException("broken");

        public override void WriteLine(string? value) => throw Failure;
    }
}
