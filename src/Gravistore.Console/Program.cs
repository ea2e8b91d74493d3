using System.Runtime.InteropServices;
using Gravistore.Console;
using Gravistore.Console.Live;
using Terminal = System.Console;

// Ctrl-C, Ctrl-\, SIGTERM and a closed window (SIGHUP) end a run between two cycles: output files are then left as they were.
using CancellationTokenSource interrupted = new();
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration onQuit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Interrupt);
using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using PosixSignalRegistration onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);

TerminalTraits? terminal = TerminalTraits.Detect(Environment.GetEnvironmentVariable, !Terminal.IsErrorRedirected, () => (Terminal.WindowWidth, Terminal.WindowHeight));
Surroundings surroundings = new()
{
    Output = Terminal.Out,
    Error = Terminal.Error,
    Input = Terminal.In,
    ErrorIsTerminal = terminal is not null,
    Terminal = terminal,
    Root = RepositoryRoot.Find(Environment.GetEnvironmentVariable("GRAVISTORE_ROOT"), AppContext.BaseDirectory, Directory.GetCurrentDirectory()),
    ShowStackTraces = Environment.GetEnvironmentVariable("GRAVISTORE_DEBUG") == "1",
    Interrupted = interrupted.Token,
};
return new Application(surroundings).Run(args);
