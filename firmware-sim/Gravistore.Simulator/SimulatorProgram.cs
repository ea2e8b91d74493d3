using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Gravistore.Json;
using Gravistore.Simulator.Control;
using Gravistore.Simulator.Mirror;
using Gravistore.Simulator.Native;
using Gravistore.Simulator.Serial;

namespace Gravistore.Simulator;

/// <summary>gravistore-sim: reads the command line, serves the plant until it is told to end.</summary>
internal static class SimulatorProgram
{
    public const int Good = 0, WrongUsage = 2, Refused = 3, NoPlace = 4;

    /// <summary>Runs until SIGTERM, SIGINT, the time given, or "stop" from the control socket.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            output.Write(SimulatorOptions.Help);
            return Good;
        }
        Findings findings = [];
        SimulatorOptions options = SimulatorOptions.Parse(args, findings);
        if (findings.HasErrors) return Tell(findings, error, WrongUsage);
        try
        {
            return Serve(options, SetupReader.Load(options, findings), output);
        }
        catch (RefusedException)
        {
            return Tell(findings, error, Refused);
        }
        catch (IOException taken) when (taken.InnerException is SocketException)
        {
            findings.Error(SimulatorErrors.Listen, options.Links ?? options.Plant, taken.Message);
            return Tell(findings, error, NoPlace);
        }
        catch (MirrorException notThere)
        {
            findings.Error(SimulatorErrors.Mirror, options.Gpio ?? options.Plant, notThere.Message);
            return Tell(findings, error, NoPlace);
        }
        catch (LineException notMade)
        {
            findings.Error(SimulatorErrors.Line, options.Links ?? options.Plant, notMade.Message);
            return Tell(findings, error, NoPlace);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or SocketException)
        {
            findings.Error(SimulatorErrors.OutputFile, options.Plant, unwritable.Message);
            return Tell(findings, error, NoPlace);
        }
    }

    private static int Serve(SimulatorOptions options, SimulationSetup setup, TextWriter output)
    {
        using ManualResetEventSlim end = new();
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, s => End(s, end));
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, s => End(s, end));
        StreamWriter? truths = options.Truth is { } file ? new StreamWriter(file, false, new System.Text.UTF8Encoding(false), 1 << 16) : null;
        using Simulation simulation = Simulation.Start(setup with { Truths = truths, Mirror = options.Gpio is { } label ? MachineLines.Open(label, setup.Wiring!.Library) : null });
        simulation.StopAsked += end.Set;
        using ControlSocket? control = options.Control is { } path ? new ControlSocket(path, simulation.Execute) : null;
        // Not before everything is compiled and served: a start in real time would hold other programs up for seconds.
        if (options.RealTime && RealTimeProcess.Ask() is { } reason) output.WriteLine($"gravistore-sim: runs without real time, which Linux does not grant: {reason}");
        output.WriteLine($"gravistore-sim: {setup.Truth.Name} with {setup.Links.Count} devices is served; end with SIGTERM");
        if (options.ReadyFile is { } ready) WriteReady(ready, simulation);
        end.Wait(options.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan);
        (long count, long greatestMs) = simulation.LateWakeUps;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gravistore-sim: ended at {1e-3 * simulation.TimeMs:F3} s; {count} late wake-ups, the latest by {greatestMs} ms"));
        return Good;
    }

    private static void End(PosixSignalContext signal, ManualResetEventSlim end)
    {
        signal.Cancel = true;
        end.Set();
    }

    // Whole or not at all: whoever waits for the file reads it as soon as it is there.
    private static void WriteReady(string file, Simulation simulation)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"pid={Environment.ProcessId}\nstartNs={simulation.StartNs}\n")
            + string.Concat(simulation.Lines.Select(l => $"{l.Bus.Name}={l.Terminal}\n"));
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, true);
    }

    private static int Tell(Findings findings, TextWriter error, int code)
    {
        foreach (Finding finding in findings) error.WriteLine(finding);
        error.WriteLine("gravistore-sim: nothing is served");
        return code;
    }
}
