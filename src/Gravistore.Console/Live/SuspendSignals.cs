using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Gravistore.Console.Live;

/// <summary>Ctrl-Z and its end (fg): the terminal has its own screen while the program is stopped.</summary>
internal sealed class SuspendSignals : IDisposable
{
    private readonly LiveScreen _screen;
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <param name="screen">Is left when the program is stopped and entered again when it goes on.</param>
    public SuspendSignals(LiveScreen screen)
    {
        _screen = screen;
        if (OperatingSystem.IsWindows()) return;
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, Stop));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => _screen.Resume()));
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
    }

    // The runtime does not stop a program that listens to this signal, so the shell is asked to send the one that nobody can miss.
    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _screen.Suspend();
        string command = string.Create(CultureInfo.InvariantCulture, $"kill -STOP {Environment.ProcessId}");
        ProcessStartInfo start = new("/bin/sh", ["-c", command]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process? shell = Process.Start(start);
    }
}
