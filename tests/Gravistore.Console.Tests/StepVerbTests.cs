namespace Gravistore.Console.Tests;

/// <summary>gravistore step, with its commands from standard input and from options.</summary>
public sealed class StepVerbTests
{
    private const string Stop = "ROOT/tests/corpus/format/version-1.gsrec";

    [Fact]
    public void Commands_come_from_standard_input()
    {
        using ConsoleRig rig = new() { Input = "n\nn 9\n\np 5\nq\nlast\n" };
        Assert.Equal(ExitCode.Good, rig.Run("step", Stop));
        Assert.Equal(["cycle 0", "cycle 1", "cycle 10", "cycle 19", "cycle 14"], Cycles(rig));
        Assert.Equal("", rig.Error);
    }

    [Fact]
    public void Events_and_conditions_are_found_forward_and_backward()
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("step", Stop, "--do", "event emergency", "--do", "back 1", "--do", "when plant.mode = tripped", "--do", "when hoist[1].speedMps <= 0", "--do", "event emergency"));
        string[] cycles = Cycles(rig);
        Assert.Equal(5, cycles.Length);
        Assert.Equal(cycles[1], cycles[3]);
        Assert.NotEqual(cycles[1], cycles[2]);
        Assert.Contains("no further event like this", rig.Output, StringComparison.Ordinal);
        Assert.Contains("event      131 emergency-stop, plant", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_shows_inputs_verdict_outputs_and_what_changed()
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("step", Stop, "--do", "event emergency-stop", "--do", "changes", "--do", "hoist 1", "--do", "values ropeForceN"));
        Assert.Contains("changed    plant.output.mode: running becomes tripped", rig.Output, StringComparison.Ordinal);
        Assert.Contains("changed    hoist[1].output.brakeCommand: release becomes apply full", rig.Output, StringComparison.Ordinal);
        Assert.Contains("hoist[1].output.verdict = full brake stop", rig.Output, StringComparison.Ordinal);
        Assert.Matches(@"hoist\[0\]\.input\.ropeForceN = \d+\.?\d* N", rig.Output);
        Assert.Matches(@"h2         in +0\.\d+ m/s .* kN released \| tripped, full brake stop \(131 emergency-stop\) \| out 0\.000 m/s .*brake apply full", rig.Output);
    }

    [Theory]
    [InlineData("when speed > 1", "there is no value \"speed\"")]
    [InlineData("when hoist[0].speedMps", "no comparison")]
    [InlineData("when plant.mode = tripping", "no number and no value of plant.output.mode")]
    [InlineData("when hoist[0].speedMps > 9", "it never holds after this cycle")]
    [InlineData("at noon", "90s")]
    [InlineData("cycle 99999", "the recording ends with cycle")]
    [InlineData("cycle x", "is no number of a cycle")]
    [InlineData("hoist 2", "allowed: 0 to 1")]
    [InlineData("values nothing-like-it", "no value's name holds")]
    [InlineData("n 0", "is no number of cycles")]
    [InlineData("p", "the recording begins here")]
    [InlineData("jump", "\"help\" tells them")]
    [InlineData("help", "to the next cycle in which it holds")]
    public void What_cannot_be_done_is_said_and_nothing_moves(string command, string answer)
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("step", Stop, "--do", command, "--do", "n"));
        Assert.Contains(answer, rig.Output, StringComparison.Ordinal);
        Assert.Equal(["cycle 0", "cycle 1"], Cycles(rig));
    }

    [Fact]
    public void A_time_and_the_ends_are_jumped_to()
    {
        using ConsoleRig rig = new();
        rig.Run("step", Stop, "--do", "at 2s", "--do", "last", "--do", "first");
        Assert.Equal(["cycle 0", "cycle 200", "cycle 965", "cycle 0"], Cycles(rig));
    }

    private static string[] Cycles(ConsoleRig rig) => [.. rig.Output.Split('\n').Where(l => l.StartsWith("cycle ", StringComparison.Ordinal)).Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2]))];
}
