using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Replay;

namespace Gravistore.Recording.Tests;

/// <summary>A loop that keeps time never waits for a slow disk: what is lost is told, and the rest replays.</summary>
public sealed class RingTests
{
    private static readonly PlantParameters Plant = Recordings.TestPlant(1);

    [Fact]
    public void A_ring_that_is_overwritten_loses_whole_blocks_and_tells_which()
    {
        using SlowDisk disk = new();
        using FlightRecorder recorder = Record(disk, 5000, out _);
        Assert.InRange(recorder.Lost, 5000 - 200 * (FlightRecorder.RingSize + 1), 5000 - 200 * (FlightRecorder.RingSize - 1));
        disk.Go();
        recorder.Complete();
        RecordingFile file = RecordingTests.Open(disk.ToArray());
        Assert.Equal(5000, file.TotalCycles);
        Assert.Contains("were not recorded: the recorder's ring was full", Assert.Single(file.Damages).What, StringComparison.Ordinal);
        Assert.Equal(5000 - recorder.Lost, Recordings.Cycles(file).Count);
        ReplayResult result = new Replayer(file, Plant, ReplayRange.All).Run();
        Assert.Null(result.Divergence);
        Assert.Equal((5000 - recorder.Lost, 0), (result.Cycles, result.CyclesLeftOut));
    }

    [Fact]
    public void A_disk_that_fails_does_not_stop_a_loop_that_keeps_time()
    {
        using SlowDisk disk = new() { Full = true };
        using FlightRecorder recorder = Record(disk, 20_000, out long allocated);
        Assert.Equal(0, allocated);
        Assert.Throws<IOException>(recorder.Complete);
        Assert.NotNull(recorder.Failure);
    }

    private static FlightRecorder Record(SlowDisk disk, int cycles, out long allocated)
    {
        Controller controller = new(Plant);
        StartingPlant inputs = new(1, 150);
        CycleResult result = new(1);
        FlightRecorder recorder = new(disk, RecordingHeader.For(Plant), controller.State, mayWait: false);
        disk.Begin();
        allocated = 0;
        for (int i = 0; i < cycles; i++)
        {
            inputs.Next(i);
            controller.Step(inputs.Input, result);
            long before = GC.GetAllocatedBytesForCurrentThread();
            recorder.Cycle(inputs.Input, result, controller.State);
            if (i > 0) allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }
        return recorder;
    }

    /// <summary>Takes the header and then nothing until it is let go; or, when it is full, nothing any more.</summary>
    private sealed class SlowDisk : MemoryStream
    {
        private readonly ManualResetEventSlim _go = new(initialState: true);
        private bool _fails;

        public bool Full { get; init; }

        public void Begin()
        {
            if (Full) Volatile.Write(ref _fails, true);
            else _go.Reset();
        }

        public void Go() => _go.Set();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!_go.Wait(TimeSpan.FromMinutes(1))) throw new TimeoutException();
            if (Volatile.Read(ref _fails)) throw new IOException("no space left on the disk");
            base.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            _go.Set();
            base.Dispose(disposing);
        }
    }
}
