using System.Diagnostics;

namespace Gravistore.Console.Processes;

/// <summary>A signal for a process that costs no start of a program when it is due: a shell waits for a word, and then sends it with a command of its own.</summary>
internal sealed class PreparedSignal : IDisposable
{
    private readonly Process _shell;

    public PreparedSignal(ChildProcess child, string name) =>
        _shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"read word; kill -{name} {child.Id}"]) { RedirectStandardInput = true })!;

    /// <summary>Sends it; it has been sent when this returns.</summary>
    public void Send()
    {
        _shell.StandardInput.WriteLine();
        _shell.StandardInput.Flush();
        _shell.WaitForExit();
    }

    public void Dispose()
    {
        if (!_shell.HasExited) _shell.Kill();
        _shell.Dispose();
    }
}
