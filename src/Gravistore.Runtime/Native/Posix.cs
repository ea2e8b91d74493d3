using System.Runtime.InteropServices;

namespace Gravistore.Runtime.Native;

/// <summary>The few calls of the Linux C library that the loop needs. Each returns 0, or an error number where that is the call's way.</summary>
internal static class Posix
{
    private const string Library = "libc";

    public const int ClockMonotonic = 1, TimerAbsolute = 1, SchedFifo = 1, LockCurrent = 1, LockFuture = 2, LockOnFault = 4, PermissionDenied = 1, Interrupted = 4, SetTimerSlack = 29;

    /// <summary>struct timespec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>struct sched_param.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct SchedulingParameter
    {
        public int Priority;
    }

    /// <summary>Sleeps until an absolute time; returns the error number.</summary>
    [DllImport(Library, EntryPoint = "clock_nanosleep", ExactSpelling = true)]
    public static extern int ClockNanosleep(int clock, int flags, in TimeSpec time, nint remaining);

    /// <summary>With process id 0: of the calling thread, as the Linux C libraries do it.</summary>
    [DllImport(Library, EntryPoint = "sched_setscheduler", ExactSpelling = true, SetLastError = true)]
    public static extern int SetScheduler(int processId, int policy, in SchedulingParameter parameter);

    /// <summary>With process id 0: of the calling thread. The mask has one bit for each processor.</summary>
    [DllImport(Library, EntryPoint = "sched_setaffinity", ExactSpelling = true, SetLastError = true)]
    public static extern int SetAffinity(int processId, nint size, in ulong mask);

    [DllImport(Library, EntryPoint = "sched_getaffinity", ExactSpelling = true, SetLastError = true)]
    public static extern int GetAffinity(int processId, nint size, out ulong mask);

    [DllImport(Library, EntryPoint = "mlockall", ExactSpelling = true, SetLastError = true)]
    public static extern int LockMemory(int flags);

    [DllImport(Library, EntryPoint = "prctl", ExactSpelling = true, SetLastError = true)]
    public static extern int ProcessControl(int option, nuint value, nuint unused3, nuint unused4, nuint unused5);
}
