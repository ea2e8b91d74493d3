using System.Globalization;
using System.Runtime.InteropServices;

namespace Gravistore.Simulator.Native;

/// <summary>
/// Real time for the whole simulator (SCHED_FIFO): the plant's clock and its devices are the world outside, which does not wait for other programs
/// of this machine. Below the controller's loop, should both run on one machine.
/// </summary>
internal static partial class RealTimeProcess
{
    /// <summary>Between the loop's 80 and interrupt threads' 50.</summary>
    public const int Priority = 60;
    private const int Fifo = 1, NoSuchThread = 3;

    [StructLayout(LayoutKind.Sequential)]
    private struct Parameter
    {
        public int Priority;
    }

    /// <summary>Asks for every thread there is; threads to come inherit it from whoever starts them.</summary>
    /// <returns>Why Linux does not grant it; null when it does.</returns>
    public static string? Ask()
    {
        Parameter parameter = new() { Priority = Priority };
        foreach (string thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            if (SetScheduler(int.Parse(Path.GetFileName(thread), NumberStyles.None, CultureInfo.InvariantCulture), Fifo, parameter) == 0) continue;
            int error = Marshal.GetLastPInvokeError();
            if (error != NoSuchThread) return Marshal.GetPInvokeErrorMessage(error);
        }
        return null;
    }

    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    private static partial int SetScheduler(int thread, int policy, in Parameter parameter);
}
