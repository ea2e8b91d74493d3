using System.Globalization;
using Gravistore.Controller.Startup;

namespace Gravistore.Controller.Tests;

/// <summary>What the documents and the unit say about exit codes is what the program has.</summary>
public sealed class DeploymentTests
{
    private static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(DaemonRig.Plant)!, "..", ".."));

    private static string[] Unit { get; } = File.ReadAllLines(Path.Combine(Root, "eng", "systemd", "gravistored.service"));

    [Fact]
    public void The_table_in_deployment_holds_every_exit_code_with_its_meaning() =>
        Assert.Equal(ExitCode.All.Select(c => (Text(c.Code), c.Meaning)), Table("deployment.md").Select(r => (r[0], r[1])));

    [Fact]
    public void The_table_in_operation_holds_every_exit_code() =>
        Assert.Equal(ExitCode.All.Select(c => Text(c.Code)), Table("operation.md").Select(r => r[0]));

    [Fact]
    public void The_help_text_holds_every_exit_code() => Assert.All(ExitCode.All, c => Assert.Contains($"{Text(c.Code)} {c.Meaning}", CommandLine.Help));

    [Fact]
    public void The_unit_starts_no_controller_again_that_ended_with_a_code_of_its_own()
    {
        string[] prevented = Value("RestartPreventExitStatus").Split(' ');
        Assert.Equal(ExitCode.All.Where(c => c.Code != ExitCode.Good).Select(c => Text(c.Code)), prevented);
        Assert.Equal("on-abnormal", Value("Restart"));
    }

    [Fact]
    public void The_unit_waits_longer_than_a_controlled_stop_takes()
    {
        // docs/operation.md: ended within 30 s.
        const int stopS = 30;
        Assert.True(int.Parse(Value("TimeoutStopSec"), CultureInfo.InvariantCulture) > stopS);
    }

    private static string Value(string key) => Assert.Single(Unit, l => l.StartsWith(key + "=", StringComparison.Ordinal)).Split('=', 2)[1];

    // Rows of the one table whose head begins with "exit code".
    private static IEnumerable<string[]> Table(string page) =>
        File.ReadAllLines(Path.Combine(Root, "docs", page))
            .SkipWhile(l => !l.StartsWith("| exit code", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray());

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
