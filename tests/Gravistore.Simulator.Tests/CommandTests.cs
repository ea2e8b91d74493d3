using Gravistore.Json;
using Gravistore.Simulator.Control;

namespace Gravistore.Simulator.Tests;

/// <summary>Commands and scripts, good and bad.</summary>
public sealed class CommandTests
{
    private static readonly CommandLine Commands = new(["h1.drive", "h2.drive", "h1.brake", "meter"], hasWires: true);

    [Theory]
    [InlineData("key press", "key", "", "press", 0)]
    [InlineData("  estop   release ", "estop", "", "release", 0)]
    [InlineData("frequency 49.95", "frequency", "", "", 49.95)]
    [InlineData("link h1.drive cut", "link", "h1.drive", "cut", 80)]
    [InlineData("link * heal", "link", "*", "heal", 80)]
    [InlineData("link meter late 120", "link", "meter", "late", 120)]
    [InlineData("drive 2 restart", "drive", "h2.drive", "restart", 500)]
    [InlineData("drive 2 restart 0", "drive", "h2.drive", "restart", 0)]
    [InlineData("drive 1 trip 7510", "drive", "h1.drive", "trip", 0x7510)]
    [InlineData("drive 1 local", "drive", "h1.drive", "local", 0)]
    [InlineData("status", "status", "", "", 0)]
    public void Commands_are_understood(string line, string verb, string device, string text, double number) =>
        Assert.Equal(new SimCommand(verb, device, text, number), Commands.Parse(line).Command);

    [Theory]
    [InlineData("", "the line is empty")]
    [InlineData("keys press", "did you mean 'key'?")]
    [InlineData("key on", "allowed: press, release")]
    [InlineData("frequency", "frequency needs one number")]
    [InlineData("frequency 5", "allowed: a number from 40 to 70 Hz")]
    [InlineData("frequency NaN", "out of range")]
    [InlineData("link h1.driv cut", "did you mean 'h1.drive'?")]
    [InlineData("link h1.drive cutt", "did you mean 'cut'?")]
    [InlineData("link h1.drive", "link DEVICE FAULT")]
    [InlineData("link h1.drive silence 3", "silence takes no number")]
    [InlineData("link h1.drive late -1", "out of range")]
    [InlineData("drive 3 restart", "drive 1 to 2")]
    [InlineData("drive 0 restart", "drive 1 to 2")]
    [InlineData("drive 1 explode", "unknown action 'explode'")]
    [InlineData("drive 1 trip 0", "1 to FFFF, hexadecimal")]
    [InlineData("drive 1 trip", "1 to FFFF, hexadecimal")]
    [InlineData("stop now", "stop takes nothing")]
    public void Bad_commands_are_refused_with_what_is_allowed(string line, string error)
    {
        CommandLine.Outcome outcome = Commands.Parse(line);
        Assert.Null(outcome.Command);
        Assert.StartsWith("GS-M005: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(error, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_wire_there_is_none_to_spoil() =>
        Assert.Contains("there is no wire to spoil", new CommandLine(["h1.drive"], hasWires: false).Parse("link h1.drive cut").Error, StringComparison.Ordinal);

    [Fact]
    public void A_script_is_read_with_its_times()
    {
        (IReadOnlyList<TimedCommand> script, Findings findings) = Load("# rehearsal\n0.5 key press\n1 key release # done\n\n2.25 link h1.drive late 60\n");
        Assert.Empty(findings);
        Assert.Equal([new(500, new("key", "", "press")), new(1000, new("key", "", "release")), new(2250, new("link", "h1.drive", "late", 60))], script);
    }

    [Theory]
    [InlineData("1 key press\n0.5 key release\n", 2, "lies before that of the line above")]
    [InlineData("key press\n", 1, "a line is a time in seconds and a command")]
    [InlineData("-1 key press\n", 1, "a line is a time in seconds and a command")]
    [InlineData("1 key pres\n", 1, "allowed: press, release")]
    public void A_bad_script_is_refused_line_by_line(string text, int line, string message)
    {
        Finding finding = Assert.Single(Load(text).Findings);
        Assert.Equal(("GS-M005", line), (finding.Code, finding.Line));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    private static (IReadOnlyList<TimedCommand> Script, Findings Findings) Load(string text)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        Findings findings = [];
        IReadOnlyList<TimedCommand> script = ScriptFile.Load(file, Commands, findings);
        File.Delete(file);
        return (script, findings);
    }
}
