using System.Diagnostics;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Recording;

namespace Gravistore.Benchmarks;

/// <summary>
/// What recording adds to single cycles: "dotnet run -c Release --project tests/Gravistore.Benchmarks -- recorder". A mean over millions of calls, as a benchmark
/// gives it, hides the cycles that hand a block over; here every call between two Steps is timed by itself.
/// </summary>
internal static class RecorderCost
{
    private const int Hoists = 8, WarmUp = 20_000, Cycles = 200_000;

    public static int Print()
    {
        Controller controller = new(ReferencePlant.Believed(Hoists));
        CycleInput input = new(Hoists);
        CycleResult result = new(Hoists);
        using FlightRecorder recorder = new(Stream.Null, RecordingHeader.For(controller.Plant), controller.State);
        long[] ticks = new long[Cycles];
        long allocated = 0;
        for (int i = -WarmUp; i < Cycles; i++)
        {
            Fill(input, i + WarmUp);
            controller.Step(input, result);
            long bytes = GC.GetAllocatedBytesForCurrentThread(), began = Stopwatch.GetTimestamp();
            recorder.Cycle(input, result, controller.State);
            if (i < 0) continue;
            ticks[i] = Stopwatch.GetTimestamp() - began;
            allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
        }
        Array.Sort(ticks);
        Console.WriteLine(FormattableString.Invariant($"recording a cycle of {Hoists} hoists: median {Us(ticks[Cycles / 2]):0.00} us, 99 % {Us(ticks[Cycles * 99L / 100]):0.00} us, 99.9 % {Us(ticks[Cycles * 999L / 1000]):0.0} us; {allocated} bytes allocated in {Cycles} cycles"));
        return 0;
    }

    private static double Us(long ticks) => 1e6 * ticks / Stopwatch.Frequency;

    private static void Fill(CycleInput input, int cycle)
    {
        input.NowNs = cycle * Controller.CycleNs;
        input.Plant.MeterQuality = input.Plant.IoQuality = Quality.Good;
        input.Plant.Signals = PlantSignals.ChainClosed;
        input.Plant.IoLifeCounter = cycle;
        for (int i = 0; i < Hoists; i++)
        {
            ref HoistInput hoist = ref input.Hoists[i];
            hoist.DriveQuality = hoist.IoQuality = hoist.BrakeQuality = hoist.RopeForceQuality = Quality.Good;
            hoist.DriveLifeCounter = hoist.IoLifeCounter = hoist.BrakeHeartbeat = cycle;
            hoist.RopeLengthM = 260 + 1e-4 * (cycle * 31 % 101);
            hoist.RopeForceN = 640e3 + cycle * 7919 % 1009;
        }
    }
}
