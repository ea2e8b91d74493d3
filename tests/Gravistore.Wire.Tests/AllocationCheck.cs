using Gravistore.Core.Images;
using Gravistore.Drivers;

namespace Gravistore.Wire.Tests;

/// <summary>The loop's part of a field must not feed the garbage collector.</summary>
internal static class AllocationCheck
{
    private const int WarmUps = 50, Cycles = 200;

    /// <summary>Takes and sends with the devices answering, and the watchdog toggling.</summary>
    public static void TakesAndSendsWithoutAny(FieldRig rig)
    {
        rig.Field.Start(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        CycleInput input = new(rig.Plant.HoistCount);
        CycleResult result = new(rig.Plant.HoistCount);
        for (int i = 0; i < WarmUps; i++) TakeAndSend(rig, input, result);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Cycles; i++) TakeAndSend(rig, input, result);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void TakeAndSend(FieldRig rig, CycleInput input, CycleResult result)
    {
        long nowNs = FieldBus.MonotonicNs();
        rig.Field.Take(input, nowNs);
        result.Plant.Watchdog ^= 1;
        rig.Field.Send(result, nowNs);
        Thread.Sleep(1);
    }
}
