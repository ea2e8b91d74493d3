using System.Runtime.InteropServices;

namespace Gravistore.Drivers.Native;

/// <summary>
/// Puts an I/O thread under SCHED_FIFO. An ordinary thread waits behind every other program's; with an answer in its hand a drive would be told nothing
/// and trip. And a collection of garbage that an ordinary thread begins holds the loop up for as long as that thread has to wait.
/// </summary>
internal static partial class LinkThread
{
    private const int Fifo = 1;

    [StructLayout(LayoutKind.Sequential)]
    private struct Parameter
    {
        public int Priority;
    }

    /// <summary>Asks for the calling thread. A refusal is not told: the loop asks for more and tells.</summary>
    /// <param name="priority">1 to 99; 0 = leave it an ordinary thread.</param>
    public static void Ask(int priority)
    {
        if (priority > 0) _ = SetScheduler(0, Fifo, new Parameter { Priority = priority });
    }

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int thread, int policy, in Parameter parameter);
}
