using System.Diagnostics;
using Gravistore.Console.Operator;

namespace Gravistore.Console.Processes;

/// <summary>One of the project's programs as a process of its own; ended with this, by force if need be.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>A young generation of 64 MB [bytes, hexadecimal]: the collector, which stops the loop, runs once in half a minute. Only the environment can say so.</summary>
    public const string GenerationZeroBytes = "4000000";
    private const int KillMs = 5000, PollMs = 20, LastLines = 4;

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;
    public bool HasExited => _process.HasExited;
    public int ExitCode => _process.ExitCode;

    /// <summary>What it has said so far; empty when its streams are those of this program.</summary>
    public string[] Lines
    {
        get { lock (_lines) return [.. _lines]; }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">What.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="listen">Keep what it says; otherwise it speaks for itself on this program's streams.</param>
    public static ChildProcess Start(ProgramFile program, IEnumerable<string> arguments, bool listen)
    {
        ProcessStartInfo info = new(program.File) { RedirectStandardError = listen, RedirectStandardOutput = listen, RedirectStandardInput = listen };
        foreach (string argument in program.First.Concat(arguments)) info.ArgumentList.Add(argument);
        info.Environment["DOTNET_GCgen0size"] = GenerationZeroBytes;
        ChildProcess child = new(Process.Start(info)!);
        if (!listen) return child;
        child._process.ErrorDataReceived += child.Keep;
        child._process.OutputDataReceived += child.Keep;
        child._process.BeginErrorReadLine();
        child._process.BeginOutputReadLine();
        child._process.StandardInput.Close();
        return child;
    }

    /// <summary>Sends a signal such as TERM, STOP or CONT.</summary>
    public void Signal(string name)
    {
        if (_process.HasExited) return;
        // The runtime can kill but not ask; the shell's own kill can.
        using Process kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Ends it at once.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until it is ready.</summary>
    /// <param name="there">It is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="longestS">For so long at most [s].</param>
    /// <param name="interrupted">The user's interruption.</param>
    /// <exception cref="OperationException">It ended, or is not ready in time; with its last words.</exception>
    public void Await(Func<bool> there, string name, int longestS, CancellationToken interrupted)
    {
        for (long endMs = Environment.TickCount64 + 1000L * longestS; !there(); Thread.Sleep(PollMs))
        {
            interrupted.ThrowIfCancellationRequested();
            if (HasExited && Wait(KillMs)) throw new OperationException(OperationErrors.ProcessEnded, $"{name} ended with exit code {ExitCode}: {LastWords}");
            if (Environment.TickCount64 > endMs) throw new OperationException(OperationErrors.ProcessEnded, $"{name} was not ready within {longestS} s: {LastWords}");
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>False when it did not end in time.</returns>
    public bool Wait(int timeoutMs)
    {
        if (!_process.WaitForExit(timeoutMs)) return false;
        // Without a time it also waits for the rest of what it said.
        _process.WaitForExit();
        return true;
    }

    /// <summary>Waits for its end; when the user interrupts, it is asked to end and waited for.</summary>
    public int WaitInterruptibly(CancellationToken interrupted, int pollMs = 100)
    {
        bool asked = false;
        while (!_process.WaitForExit(pollMs))
        {
            if (!interrupted.IsCancellationRequested || asked) continue;
            asked = true;
            Signal("TERM");
        }
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit(KillMs);
        }
        _process.Dispose();
    }

    private string LastWords => string.Join(" | ", Lines.TakeLast(LastLines));

    private void Keep(object sender, DataReceivedEventArgs e)
    {
        const int maxLines = 10_000;
        if (e.Data is null) return;
        lock (_lines)
            if (_lines.Count < maxLines) _lines.Add(e.Data);
    }
}
