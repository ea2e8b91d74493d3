using System.Runtime.InteropServices;

namespace Gravistore.Drivers.Native;

/// <summary>
/// Tells every I/O thread at once that a cycle has sent its outputs: one system call that takes no lock, so that the loop cannot be held up by a
/// thread that was put aside while it held one (Linux futex).
/// </summary>
internal sealed unsafe partial class CycleGate : IDisposable
{
    private const int WaitPrivate = 128, WakePrivate = 129;
    private const int NsPerMs = 1_000_000, MsPerS = 1000;

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    private readonly long _call = NumberOfFutex();
    private int* _count;

    public CycleGate()
    {
        const int CacheLine = 64;
        _count = (int*)NativeMemory.AlignedAlloc(CacheLine, CacheLine);
        *_count = 0;
    }

    /// <summary>Cycles so far; wraps.</summary>
    public int Count => Volatile.Read(ref *_count);

    /// <summary>A cycle has sent its outputs: everybody who waits goes on.</summary>
    public void Open()
    {
        Interlocked.Increment(ref *_count);
        Call(_call, _count, WakePrivate, int.MaxValue, null, null, 0);
    }

    /// <summary>Waits for a cycle after the one seen last.</summary>
    /// <param name="seen">The count seen last.</param>
    /// <param name="timeoutMs">How long to wait at most [ms].</param>
    /// <returns>True when there was another cycle.</returns>
    public bool Wait(int seen, int timeoutMs)
    {
        if (Count != seen) return true;
        TimeSpec time = new() { Seconds = timeoutMs / MsPerS, Nanoseconds = (long)(timeoutMs % MsPerS) * NsPerMs };
        Call(_call, _count, WaitPrivate, seen, &time, null, 0);
        return Count != seen;
    }

    /// <summary>To be called when nobody waits any more.</summary>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_count);
        _count = null;
    }

    // The number of the system call (Linux, unistd.h).
    private static long NumberOfFutex() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 => 98,
        _ => throw new PlatformNotSupportedException("field I/O runs on Linux, x64 or arm64"),
    };

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial long Call(long number, int* address, long operation, long value, TimeSpec* timeout, int* second, long third);
}
