using System.Globalization;
using Gravistore.Runtime;

namespace Gravistore.Controller.Service;

/// <summary>Tells systemd that the controller lives, as long as the loop's cycles count on: a loop that hangs is a process that is restarted.</summary>
internal sealed class LoopWatchdog : IDisposable
{
    /// <summary>Twice within systemd's time, as its manual asks.</summary>
    private const int Share = 2;

    private readonly Notifier _notifier;
    private readonly CyclicExecutive _loop;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread? _thread;
    private readonly int _everyMs;

    /// <param name="notifier">Tells systemd.</param>
    /// <param name="loop">Is watched.</param>
    /// <param name="watchdogUsec">Value of WATCHDOG_USEC; null or empty = systemd does not watch.</param>
    public LoopWatchdog(Notifier notifier, CyclicExecutive loop, string? watchdogUsec)
    {
        (_notifier, _loop) = (notifier, loop);
        if (!long.TryParse(watchdogUsec, NumberStyles.None, CultureInfo.InvariantCulture, out long usec) || usec <= 0) return;
        _everyMs = (int)Math.Clamp(usec / 1000 / Share, 1, int.MaxValue);
        _thread = new Thread(Watch) { Name = "watchdog", IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _thread?.Join();
        _end.Dispose();
    }

    private void Watch()
    {
        long last = -1;
        do
        {
            long cycles = _loop.Cycles;
            if (cycles != last) _notifier.Alive();
            last = cycles;
        }
        while (!_end.Wait(_everyMs));
    }
}
