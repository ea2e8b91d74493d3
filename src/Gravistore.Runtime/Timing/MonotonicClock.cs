using System.Diagnostics;
using Gravistore.Runtime.Native;

namespace Gravistore.Runtime.Timing;

/// <summary>CLOCK_MONOTONIC: never set, never turned back. The same clock as <see cref="Stopwatch"/>, whose ticks are nanoseconds on Linux.</summary>
public static class MonotonicClock
{
    private const long NsPerS = 1_000_000_000;

    /// <summary>Time since some moment before the machine's start [ns].</summary>
    public static long NowNs => Stopwatch.GetTimestamp();

    /// <summary>Sleeps until an absolute time; one that has passed returns at once. A signal does not end it.</summary>
    /// <param name="timeNs">When to wake [ns].</param>
    public static void SleepUntil(long timeNs)
    {
        Posix.TimeSpec time = new() { Seconds = timeNs / NsPerS, Nanoseconds = timeNs % NsPerS };
        while (Posix.ClockNanosleep(Posix.ClockMonotonic, Posix.TimerAbsolute, time, 0) == Posix.Interrupted)
        {
        }
    }
}
