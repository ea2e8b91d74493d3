using System.Runtime.CompilerServices;
using Gravistore.Simulator.Native;

namespace Gravistore.Wire.Tests;

/// <summary>
/// Enough threads in the pool for the simulated devices that live in this process beside the test runner.
/// The runner's tests hold threads of the pool while they wait; with as few as there are cores, devices went without one for 0.9 s, and every link timed out.
/// Where Linux grants it, the whole process has real time besides: then other programs of this machine do not hold a device, a line or the loop up.
/// </summary>
internal static class DevicesPool
{
    private const int Threads = 64;

    [ModuleInitializer]
    internal static void Widen()
    {
        ThreadPool.SetMinThreads(Threads, Threads);
        _ = RealTimeProcess.Ask();
    }
}
