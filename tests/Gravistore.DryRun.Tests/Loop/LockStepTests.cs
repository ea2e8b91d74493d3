using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Tests.Loop;

/// <summary>Whole runs: controller, links and simulated plant together.</summary>
public sealed class LockStepTests
{
    private sealed class AllocationWatch : IRunObserver
    {
        public readonly List<long> Bytes = [];

        public void Progress(in RunProgress progress) => Bytes.Add(GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void No_device_refuses_a_register_and_every_link_is_used()
    {
        DryRunResult result = DryRunner.Run(Request(seed: 1, idleS: 3));
        Assert.Equal(new LinkFigures(0, 0), result.Links);
        Assert.Null(result.End.Failure);
        Assert.Empty(result.Violations);
        Assert.Equal(8, result.End.HoistsBraked);
    }

    [Fact]
    public void One_seed_is_one_run_and_another_seed_another()
    {
        ulong first = DryRunner.Run(Request(seed: 5, idleS: 2)).StateHash;
        Assert.Equal(first, DryRunner.Run(Request(seed: 5, idleS: 2)).StateHash);
        Assert.NotEqual(first, DryRunner.Run(Request(seed: 6, idleS: 2)).StateHash);
    }

    [Fact]
    public void A_steady_run_allocates_nothing()
    {
        AllocationWatch watch = new();
        watch.Bytes.EnsureCapacity(1000);
        DryRunner.Run(Request(seed: 1, idleS: 30), watch);
        Assert.True(watch.Bytes.Count > 25);
        Assert.Equal(watch.Bytes[10], watch.Bytes[^1]);
    }

    [Fact]
    public void A_recorded_run_allocates_nothing_either_and_is_the_same_run()
    {
        AllocationWatch watch = new();
        watch.Bytes.EnsureCapacity(1000);
        DryRunRequest request = Request(seed: 1, idleS: 30);
        DryRunResult result = DryRunner.Run(request with { Record = new DryRun.Report.RunRecord(request.Plant) }, watch);
        Assert.Equal(watch.Bytes[10], watch.Bytes[^1]);
        Assert.Equal(DryRunner.Run(request).StateHash, result.StateHash);
    }

    [Fact]
    public void A_cancelled_run_ends_within_a_second()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        AllocationWatch watch = new();
        Assert.ThrowsAny<OperationCanceledException>(() => DryRunner.Run(Request(seed: 1, idleS: 30), watch, source.Token));
        Assert.Empty(watch.Bytes);
    }

    [Fact]
    public void The_table_has_a_row_for_every_interval()
    {
        using StringWriter text = new();
        DryRunRequest request = Request(seed: 1, idleS: 2);
        DryRunResult result = DryRunner.Run(request with { Csv = new TraceCsv(text, 100, request.Plant.HoistCount) });
        string[] lines = text.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal((int)(result.Times.Cycles / 10) + 1, lines.Length);
        Assert.All(lines, l => Assert.Equal(7 + 7 * 8, l.Split(',').Length));
        Assert.StartsWith("time_s,mode,set_point_kW", lines[0]);
        Assert.StartsWith("0.10,", lines[1]);
    }

    [Fact]
    public void Every_column_of_the_table_is_documented_in_its_order()
    {
        using StringWriter text = new();
        new TraceCsv(text, 100, 1).WriteHeader();
        string[] documented = [.. File.ReadLines(Path.Combine(TestRoot.Folder, "docs", "report.md")).SkipWhile(l => l != "| column | unit | what |").Skip(2).TakeWhile(l => l.StartsWith('|')).Select(l => l.Split('`')[1])];
        Assert.Equal(documented.Select(c => c.Replace("hN_", "h1_")), text.ToString().TrimEnd().Split(','));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void A_table_needs_whole_cycles(int everyMs) => Assert.Throws<ArgumentOutOfRangeException>(() => new TraceCsv(TextWriter.Null, everyMs, 8));

    /// <summary>The plant starts, waits on its brakes and ends.</summary>
    private static DryRunRequest Request(ulong seed, double idleS)
    {
        DryRunRequest request = DryRunSetup.Load(new DryRunOptions { Root = TestRoot.Folder, Scenario = "step-charge", Seed = seed }, []);
        return request with { Scenario = Scenarios.ScenarioText.Good(Scenarios.ScenarioText.With(FormattableString.Invariant($"{{ \"afterS\": {idleS}, \"action\": \"end\" }}"))) };
    }
}
