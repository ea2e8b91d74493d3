using System.Runtime.InteropServices;
using Gravistore.Console;
using Terminal = System.Console;

// Ctrl-C and SIGTERM end a run between two cycles: output files are then left as they were.
using CancellationTokenSource interrupted = new();
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

Surroundings surroundings = new()
{
    Output = Terminal.Out,
    Error = Terminal.Error,
    ErrorIsTerminal = !Terminal.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"),
    Root = RepositoryRoot.Find(Environment.GetEnvironmentVariable("GRAVISTORE_ROOT"), AppContext.BaseDirectory, Directory.GetCurrentDirectory()),
    ShowStackTraces = Environment.GetEnvironmentVariable("GRAVISTORE_DEBUG") == "1",
    Interrupted = interrupted.Token,
};
return new Application(surroundings).Run(args);
