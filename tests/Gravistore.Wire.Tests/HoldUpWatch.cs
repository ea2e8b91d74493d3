using System.Diagnostics;

namespace Gravistore.Wire.Tests;

/// <summary>A thread that does nothing but look how late it is woken: what threads of links and lines meet on this machine too.</summary>
internal sealed class HoldUpWatch : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _ended;

    public HoldUpWatch()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "hold-up watch" };
        _thread.Start();
    }

    /// <summary>Greatest lateness so far [ms].</summary>
    public long GreatestLatenessMs { get; private set; }

    public void Dispose()
    {
        _ended = true;
        _thread.Join();
    }

    private void Run()
    {
        while (!_ended)
        {
            long start = Stopwatch.GetTimestamp();
            Thread.Sleep(1);
            GreatestLatenessMs = Math.Max(GreatestLatenessMs, (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds - 1);
        }
    }
}
