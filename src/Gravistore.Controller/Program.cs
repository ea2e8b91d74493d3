using System.Runtime.InteropServices;
using Gravistore.Controller.Startup;

// SIGTERM, Ctrl-C and a closed terminal end the controller with the plant stopped and the weights on their brakes.
using CancellationTokenSource told = new();
void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    told.Cancel();
}
using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using PosixSignalRegistration onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);

DaemonSurroundings surroundings = new(Log.Line, Console.Out, Environment.GetEnvironmentVariable, told.Token);
return Entry.Run(args, surroundings, WiredField.Open);
