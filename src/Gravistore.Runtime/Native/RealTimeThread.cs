using System.Numerics;
using System.Runtime.InteropServices;

namespace Gravistore.Runtime.Native;

/// <summary>Asks Linux for real time: scheduling, processor and timer for the calling thread, memory for the process.</summary>
internal static class RealTimeThread
{
    /// <summary>Processors that a mask of 64 bits can name.</summary>
    private const int MaxProcessors = 64;

    /// <summary>Asks for everything; what was refused is told, nothing is thrown.</summary>
    /// <param name="priority">SCHED_FIFO priority, 1 to 99.</param>
    /// <param name="processor">Processor for this thread; negative = the last one allowed.</param>
    public static RealTimeGrant Ask(int priority, int processor)
    {
        List<string> missing = [];
        Scheduling(priority, missing);
        int pinned = Affinity(processor, missing);
        Memory(missing);
        // Timers of an ordinary thread may be late by this much on purpose; under SCHED_FIFO it counts for nothing.
        _ = Posix.ProcessControl(Posix.SetTimerSlack, 1, 0, 0, 0);
        return new RealTimeGrant(missing, pinned);
    }

    private static void Scheduling(int priority, List<string> missing)
    {
        Posix.SchedulingParameter parameter = new() { Priority = priority };
        if (Posix.SetScheduler(0, Posix.SchedFifo, parameter) == 0) return;
        missing.Add($"SCHED_FIFO priority {priority} ({Reason()}): set LimitRTPRIO={priority} in the unit, or 'rtprio' in /etc/security/limits.d, or give CAP_SYS_NICE");
    }

    private static int Affinity(int processor, List<string> missing)
    {
        if (Posix.GetAffinity(0, sizeof(ulong), out ulong allowed) != 0 || allowed == 0) allowed = ulong.MaxValue;
        int wanted = processor >= 0 ? processor : MaxProcessors - 1 - BitOperations.LeadingZeroCount(allowed);
        ulong mask = wanted < MaxProcessors ? 1UL << wanted : 0;
        if ((mask & allowed) != 0 && Posix.SetAffinity(0, sizeof(ulong), mask) == 0) return wanted;
        missing.Add($"processor {wanted} (not among those this process may use): name another with --cpu, or change CPUAffinity= of the unit");
        return -1;
    }

    private static void Memory(List<string> missing)
    {
        // On fault: the runtime reserves hundreds of gigabytes that it never touches.
        if (Posix.LockMemory(Posix.LockCurrent | Posix.LockFuture | Posix.LockOnFault) == 0) return;
        missing.Add($"memory locked against paging ({Reason()}): set LimitMEMLOCK=infinity in the unit, or 'memlock unlimited' in /etc/security/limits.d, or give CAP_IPC_LOCK");
    }

    private static string Reason()
    {
        int error = Marshal.GetLastPInvokeError();
        return error == Posix.PermissionDenied ? "not permitted" : Marshal.GetPInvokeErrorMessage(error);
    }
}
