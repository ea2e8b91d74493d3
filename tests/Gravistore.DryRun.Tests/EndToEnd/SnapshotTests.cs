using Gravistore.DryRun.Results;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.EndToEnd;

/// <summary>What an observer sees of a run.</summary>
public sealed class SnapshotTests
{
    private sealed class Watcher(int everyCycles) : IRunObserver
    {
        public List<double> TimesS { get; } = [];
        public List<int> EventCounts { get; } = [];
        public RunSnapshot? Last { get; private set; }
        public int CyclesPerSnapshot => everyCycles;

        public void Progress(in RunProgress progress)
        {
        }

        public void Look(RunSnapshot snapshot)
        {
            TimesS.Add(snapshot.SimulatedS);
            EventCounts.Add(snapshot.Events.Count);
            Last = snapshot;
        }
    }

    private static DryRunResult Run(IRunObserver? observer) =>
        DryRunner.Run(DryRunSetup.Load(new DryRunOptions { Root = TestRoot.Folder, Scenario = "leith-full-power" }, new Findings()), observer);

    [Fact]
    public void Snapshots_come_in_even_steps_with_the_events_so_far()
    {
        Watcher watcher = new(everyCycles: 50);
        DryRunResult result = Run(watcher);
        Assert.Equal((int)(result.Times.Cycles / 50), watcher.TimesS.Count);
        Assert.All(watcher.TimesS.Select((timeS, i) => (timeS, i)), t => Assert.Equal(0.5 * (t.i + 1), t.timeS, 1e-9));
        Assert.Equal(watcher.EventCounts.Order(), watcher.EventCounts);
        Assert.InRange(watcher.EventCounts[^1], 1, result.Events.Count);
    }

    [Fact]
    public void A_snapshot_shows_the_true_plant_beside_what_the_controller_expects()
    {
        Watcher watcher = new(everyCycles: 1);
        DryRunResult result = Run(watcher);
        Assert.Equal(result.End.WeightDepthsM, watcher.Last!.Hoists.Select(h => h.WeightDepthM));
        Assert.All(watcher.Last.Hoists, h => Assert.InRange(h.RopeForceN / h.ExpectedRopeForceN, 0.9, 1.1));
        Assert.Equal(result.End.Mode, watcher.Last.Mode.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Looking_changes_nothing() => Assert.Equal(Run(null).StateHash, Run(new Watcher(everyCycles: 3)).StateHash);
}
