using Gravistore.Core;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Protection;
using Gravistore.Core.Tests;

namespace Gravistore.Runtime.Tests;

/// <summary>The loop itself, with neighbours in memory. Its times are the machine's and not asserted.</summary>
public sealed class ExecutiveTests
{
    private const int LongestMs = 60_000;

    /// <summary>Devices that answer and rest, and a port that looks on.</summary>
    private sealed class Neighbours : IField, ILoopPort
    {
        public int Takes, Sends, Tells, FreezeAtCycle = -1;
        public long LastNs;
        public bool InOrder = true;
        public Exception? Throw;
        public readonly List<int> Events = [];
        public PlantMode Mode;
        public long AllocatedBytes, AllocationSince = -1;

        void IField.Take(CycleInput input, long nowNs)
        {
            InOrder &= Takes == Sends && Sends == Tells && nowNs > LastNs;
            LastNs = nowNs;
            Takes++;
            if (Throw is not null && Takes == 20) throw Throw;
            input.Plant.IoLifeCounter++;
            input.Plant.IoQuality = input.Plant.MeterQuality = Quality.Good;
            input.Plant.Signals = PlantSignals.ChainClosed;
            for (int i = 0; i < input.Hoists.Length; i++) Fill(ref input.Hoists[i]);
        }

        private static void Fill(ref HoistInput h)
        {
            h.DriveLifeCounter++;
            h.IoLifeCounter++;
            h.BrakeHeartbeat++;
            h.DriveQuality = h.IoQuality = h.BrakeQuality = h.RopeForceQuality = Quality.Good;
            h.RopeLengthM = 100;
            h.RopeForceN = 650_000;
            h.Drive = DriveFlags.Remote | DriveFlags.ReadyToSwitchOn;
            h.Signals = HoistSignals.BrakeASet | HoistSignals.BrakeBSet;
            h.BrakeState = BrakeUnitState.Ready;
        }

        void IField.Send(CycleInput input, CycleResult result, long nowNs) => Sends++;

        void ILoopPort.Take(CycleInput input) => input.CommandCount = 0;

        void ILoopPort.Tell(CycleInput input, CycleResult result, ControllerState state, int slips)
        {
            Tells++;
            Mode = result.Plant.Mode;
            for (int i = 0; i < result.EventCount; i++) Events.Add(result.Events[i].Number);
            if (Tells == FreezeAtCycle) Thread.Sleep(200);
            if (Tells == 100) AllocationSince = GC.GetAllocatedBytesForCurrentThread();
            if (Tells == 200) AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - AllocationSince;
        }
    }

    [Fact]
    public void Every_cycle_takes_steps_and_sends_in_order_and_allocates_nothing()
    {
        Neighbours neighbours = new();
        CyclicExecutive loop = Run(neighbours, 200, 1000);
        Assert.True(neighbours.InOrder);
        Assert.Equal(loop.Cycles, neighbours.Sends);
        Assert.InRange(loop.Times.Work.Count, loop.Cycles - 60, loop.Cycles - 1);
        Assert.Equal(0, neighbours.AllocatedBytes);
        Assert.Equal(PlantMode.Tripped, neighbours.Mode);
        Assert.Contains(ProtectionNumber.Start, neighbours.Events);
    }

    [Fact]
    public void A_frozen_loop_trips_the_plant_with_the_cause()
    {
        Neighbours neighbours = new() { FreezeAtCycle = 100 };
        CyclicExecutive loop = Run(neighbours, 150, 10);
        Assert.True(loop.Times.Slips >= 10);
        Assert.Contains(ProtectionNumber.CycleSlips, neighbours.Events);
        Assert.DoesNotContain(EventNumber.CommandRefused, neighbours.Events);
    }

    [Fact]
    public void Times_are_measured_anew_from_where_that_is_asked()
    {
        Neighbours neighbours = new();
        CyclicExecutive loop = new(new Controller(TestPlants.Reference()), neighbours, neighbours, new ExecutiveOptions { AllowNoRealTime = true });
        loop.Start();
        Assert.True(SpinWait.SpinUntil(() => loop.Cycles > 150, LongestMs));
        long before = loop.Cycles;
        loop.RestartTimes();
        Assert.True(SpinWait.SpinUntil(() => loop.Cycles > before + 20, LongestMs));
        Assert.True(loop.Stop(LongestMs));
        // The cycle that clears is not counted.
        Assert.InRange(loop.Times.Work.Count, 1, loop.Cycles - before);
    }

    [Fact]
    public void A_failure_of_a_neighbour_ends_the_loop_and_is_told()
    {
        InvalidOperationException failure = new("a wire");
        Neighbours neighbours = new() { Throw = failure };
        CyclicExecutive loop = new(new Controller(TestPlants.Reference()), neighbours, neighbours, new ExecutiveOptions { AllowNoRealTime = true });
        loop.Start();
        Assert.True(SpinWait.SpinUntil(() => loop.Failure is not null, LongestMs));
        Assert.Same(failure, loop.Failure);
        Assert.True(loop.Stop(LongestMs));
        Assert.Equal(19, loop.Cycles);
    }

    [Fact]
    public void Without_real_time_and_leave_no_cycle_is_run()
    {
        Neighbours neighbours = new();
        CyclicExecutive loop = new(new Controller(TestPlants.Reference()), neighbours, neighbours, new ExecutiveOptions { Processor = 63 });
        RealTimeGrant grant = loop.Start();
        Assert.True(loop.Stop(LongestMs));
        Assert.False(grant.IsWhole);
        Assert.Contains(grant.Missing, m => m.Contains("processor 63", StringComparison.Ordinal) && m.Contains("--cpu", StringComparison.Ordinal));
        Assert.Equal(0, neighbours.Takes);
    }

    [Fact]
    public void The_warm_up_compiles_the_controller() =>
        Assert.InRange(WarmUp.Compile(2, typeof(Controller).Assembly, typeof(CyclicExecutive).Assembly), 200, 100_000);

    private static CyclicExecutive Run(Neighbours neighbours, int cycles, int slipLimit)
    {
        WarmUp.Compile(1, typeof(Controller).Assembly, typeof(CyclicExecutive).Assembly);
        CyclicExecutive loop = new(new Controller(TestPlants.Reference()), neighbours, neighbours, new ExecutiveOptions { AllowNoRealTime = true, Processor = 0, SlipLimit = slipLimit });
        loop.Start();
        Assert.True(SpinWait.SpinUntil(() => loop.Cycles >= cycles, LongestMs), $"{loop.Cycles} cycles");
        Assert.True(loop.Stop(LongestMs));
        Assert.Null(loop.Failure);
        return loop;
    }
}
