using Gravistore.Console.Live;

namespace Gravistore.Console.Tests.Live;

/// <summary>What a terminal gets from a run: pictures while it lasts, its own screen back afterwards, whatever happens.</summary>
public sealed class LiveViewTests : IDisposable
{
    private const string Enter = "\e[?1049h", Leave = "\e[?1049l", Hide = "\e[?25l", Show = "\e[?25h";
    private readonly ConsoleRig _rig = new() { IsTerminal = true, Terminal = Traits(colour: true) };

    private static TerminalTraits Traits(bool colour) => new() { Colour = colour, Utf8 = true, Size = () => (80, 24) };

    [Fact]
    public void A_run_draws_on_the_alternate_screen_and_leaves_it()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle()));
        Assert.Equal(1, Times(Enter));
        Assert.Equal(1, Times(Leave));
        Assert.True(_rig.Error.LastIndexOf(Show, StringComparison.Ordinal) > _rig.Error.LastIndexOf(Hide, StringComparison.Ordinal));
        Assert.EndsWith($"{Show}\e[0m{Leave}", _rig.Error);
        Assert.Contains("idle on leith", _rig.Error);
        Assert.Contains("verdict                passed", _rig.Output);
    }

    [Fact]
    public void A_window_that_says_nothing_of_its_size_is_taken_for_80_by_24()
    {
        using StringWriter writer = new();
        using LiveScreen screen = new(writer, Traits(colour: true) with { Size = () => (0, 0) });
        Assert.Equal((80, 24), screen.Size);
    }

    [Fact]
    public void Without_colour_nothing_is_coloured()
    {
        using ConsoleRig rig = new() { IsTerminal = true, Terminal = Traits(colour: false) };
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", rig.WriteIdle()));
        Assert.Contains(Enter, rig.Error);
        Assert.DoesNotMatch("\e\\[[0-9;]*(3[0-9]|4[0-9]|9[0-9])m", rig.Error);
        Assert.Matches("\e\\[[0-9;]*(3[0-9]|9[0-9])m", Coloured());
    }

    [Fact]
    public void Quiet_draws_nothing()
    {
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", _rig.WriteIdle(), "--quiet"));
        Assert.Empty(_rig.Error);
    }

    [Fact]
    public void An_interrupted_run_gives_the_terminal_back_first()
    {
        using CancellationTokenSource source = new();
        using ConsoleRig rig = new() { IsTerminal = true, Terminal = Traits(colour: true) with { Size = () => Cancel(source) }, Interrupted = source.Token };
        Assert.Equal(ExitCode.Interrupted, rig.Run("dryrun", rig.WriteIdle(), "--json", "FOLDER/r.json"));
        Assert.EndsWith($"{Leave}gravistore: interrupted; no output file was written", rig.Error.TrimEnd());
        Assert.Single(Directory.GetFiles(rig.Folder));
    }

    [Fact]
    public void A_failure_in_the_middle_gives_the_terminal_back()
    {
        using ConsoleRig rig = new() { IsTerminal = true, Terminal = Traits(colour: true) with { Size = FailSecond() } };
        Assert.Equal(ExitCode.InternalFault, rig.Run("dryrun", rig.WriteIdle(10), "--speed", "20"));
        Assert.Contains($"{Show}\e[0m{Leave}gravistore: ", rig.Error);
    }

    [Fact]
    public void A_screen_of_another_size_is_cleared_first_and_a_suspended_one_is_left_alone()
    {
        using StringWriter writer = new();
        using LiveScreen screen = new(writer, Traits(colour: true));
        screen.Show(new Canvas(10, 2));
        int before = writer.ToString().Length;
        screen.Show(new Canvas(10, 2));
        Assert.DoesNotContain("\e[2J", writer.ToString()[before..]);
        screen.Show(new Canvas(12, 3));
        Assert.Contains("\e[2J", writer.ToString()[before..]);
        screen.Suspend();
        int left = writer.ToString().Length;
        screen.Show(new Canvas(12, 3));
        Assert.Equal(left, writer.ToString().Length);
        screen.Resume();
        screen.Show(new Canvas(12, 3));
        Assert.Contains(Enter, writer.ToString()[left..]);
    }

    [Fact]
    public void The_view_and_a_pace_change_nothing_in_the_run()
    {
        string scenario = _rig.WriteIdle(1);
        using ConsoleRig plain = new();
        Assert.Equal(ExitCode.Good, plain.Run("dryrun", scenario, "--quiet", "--json", "-"));
        Assert.Equal(ExitCode.Good, _rig.Run("dryrun", scenario, "--json", "-", "--speed", "100"));
        Assert.Equal(Hash(plain.Output), Hash(_rig.Output));
    }

    [Theory]
    [InlineData("xterm", "", "C.UTF-8", true, true)]
    [InlineData("xterm", "1", "en_US.utf8", false, true)]
    [InlineData("vt100", "", "C", true, false)]
    [InlineData("xterm", "", "", true, false)]
    public void The_environment_says_what_the_terminal_shows(string term, string noColor, string language, bool colour, bool utf8)
    {
        Dictionary<string, string> variables = new() { ["TERM"] = term, ["NO_COLOR"] = noColor, ["LANG"] = language };
        TerminalTraits traits = TerminalTraits.Detect(variables.GetValueOrDefault, true, () => (80, 24))!;
        Assert.Equal((colour, utf8), (traits.Colour, traits.Utf8));
    }

    [Theory]
    [InlineData("dumb", true)]
    [InlineData("", true)]
    [InlineData("xterm", false)]
    public void Nothing_is_drawn_on_what_cannot_be_drawn_on(string term, bool isTerminal) =>
        Assert.Null(TerminalTraits.Detect(name => name == "TERM" ? term : null, isTerminal, () => (80, 24)));

    private string Coloured()
    {
        _rig.Run("dryrun", _rig.WriteIdle());
        return _rig.Error;
    }

    private int Times(string text) => (_rig.Error.Length - _rig.Error.Replace(text, "").Length) / text.Length;

    private static (int, int) Cancel(CancellationTokenSource source)
    {
        source.Cancel();
        return (80, 24);
    }

    private static Func<(int, int)> FailSecond()
    {
        int asked = 0;
        return () => ++asked > 1 ? throw new InvalidOperationException("the window is gone") : (80, 24);
    }

    private static string Hash(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("stateHash").GetString()!;

    public void Dispose() => _rig.Dispose();
}
