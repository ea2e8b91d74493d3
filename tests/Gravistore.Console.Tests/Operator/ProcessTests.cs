using Gravistore.Console.Operator;
using Gravistore.Console.Processes;

namespace Gravistore.Console.Tests.Operator;

/// <summary>Programs that are missing, that end before they should, or that are never ready: one message with cause and cure.</summary>
public sealed class ProcessTests
{
    private const int LongestS = 60;

    [Fact]
    public void A_program_that_is_not_built_is_named_with_its_place()
    {
        using ConsoleRig rig = new();
        OperationException missing = Assert.Throws<OperationException>(() => ProgramFile.Find(Path.Combine(rig.Folder, "bin", "release"), "Gravistore.Controller", "gravistored"));
        Assert.Equal(OperationErrors.ProgramMissing, missing.Info);
        Assert.Equal($"gravistored is not at {rig.Folder}/Gravistore.Controller/release/gravistored.dll; {OperationErrors.ProgramMissing.Cure}", missing.Message);
    }

    [Fact]
    public void A_program_that_ends_before_it_is_ready_is_told_with_its_code_and_last_words()
    {
        using ChildProcess child = Shell("echo one; echo 'error GS-M004: 127.0.0.1:15021: Address already in use' >&2; exit 4");
        OperationException ended = Assert.Throws<OperationException>(() => child.Await(() => false, "gravistore-sim", LongestS, CancellationToken.None));
        Assert.Equal(OperationErrors.ProcessEnded, ended.Info);
        Assert.Contains("gravistore-sim ended with exit code 4: ", ended.Message);
        Assert.Contains("error GS-M004: 127.0.0.1:15021: Address already in use", ended.Message);
    }

    [Fact]
    public void A_program_that_is_never_ready_is_told_and_can_be_ended()
    {
        using ChildProcess child = Shell("exec sleep 600");
        OperationException late = Assert.Throws<OperationException>(() => child.Await(() => false, "gravistored", 0, CancellationToken.None));
        Assert.Equal(OperationErrors.ProcessEnded, late.Info);
        Assert.StartsWith("gravistored was not ready within 0 s", late.Message);
        child.Kill();
        Assert.True(child.Wait(1000 * LongestS));
    }

    [Fact]
    public void A_prepared_signal_has_been_sent_when_it_returns()
    {
        using ChildProcess child = Shell("exec sleep 600");
        using (PreparedSignal never = new(child, "KILL")) Assert.False(child.HasExited);
        using PreparedSignal term = new(child, "TERM");
        term.Send();
        Assert.True(child.Wait(1000 * LongestS));
        Assert.NotEqual(0, child.ExitCode);
    }

    private static ChildProcess Shell(string script) => ChildProcess.Start(new ProgramFile("/bin/sh", ["-c", script]), [], listen: true);
}
