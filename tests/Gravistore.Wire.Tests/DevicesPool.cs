using System.Runtime.CompilerServices;

namespace Gravistore.Wire.Tests;

/// <summary>
/// Enough threads in the pool for the simulated devices that live in this process beside the test runner.
/// The runner's tests hold threads of the pool while they wait; with as few as there are cores, devices went without one for 0.9 s, and every link timed out.
/// </summary>
internal static class DevicesPool
{
    private const int Threads = 64;

    [ModuleInitializer]
    internal static void Widen() => ThreadPool.SetMinThreads(Threads, Threads);
}
