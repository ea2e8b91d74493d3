using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;
using Gravistore.Recording.Incidents;
using Gravistore.Recording.Replay;

namespace Gravistore.Recording.Tests;

/// <summary>A trip freezes a minute before and half a minute after it.</summary>
public sealed class IncidentKeeperTests : IDisposable
{
    private static readonly PlantParameters Plant = Recordings.TestPlant(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("gravistore-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_real_trip_becomes_a_recording_that_replays_equal()
    {
        string name = Assert.Single(Run(5000, _ => null));
        RecordingFile file = RecordingTests.Open(File.ReadAllBytes(name));
        Assert.Empty(file.Damages);
        long trip = long.Parse(file.Header.Text("incidentCycle"));
        Assert.InRange(trip, 100, 500);
        Assert.Equal($"run-01-{file.Header.Text("incidentCause")}.gsrec", Path.GetFileName(name));
        ReplayResult result = new Replayer(file, Plant, ReplayRange.All).Run();
        Assert.True(result.IsEqual);
        Assert.InRange(result.Cycles, trip + IncidentKeeper.AfterCycles, trip + IncidentKeeper.AfterCycles + 200);
    }

    [Fact]
    public void An_incident_begins_at_the_last_snapshot_a_minute_before_and_ends_half_a_minute_after()
    {
        RecordingFile file = RecordingTests.Open(File.ReadAllBytes(Assert.Single(Run(13_000, i => i is >= 8500 and < 8600 ? ProtectionNumber.EmergencyStop : 0))));
        SortedDictionary<long, string> cycles = Recordings.Cycles(file);
        Assert.Empty(file.Damages);
        Assert.Equal((2000, 11_599), (cycles.Keys.First(), cycles.Keys.Last()));
        Assert.Equal((9600, 11_600), (cycles.Count, file.TotalCycles));
        Assert.Equal(("8500", "emergency-stop"), (file.Header.Text("incidentCycle"), file.Header.Text("incidentCause")));
    }

    [Fact]
    public void A_trip_soon_after_another_lengthens_its_incident_and_a_later_one_is_another()
    {
        string[] files = Run(16_000, i => i is (>= 1000 and < 1010) or (>= 3000 and < 3010) or (>= 9000 and < 9010) ? ProtectionNumber.ChainOpen : 0);
        Assert.Equal(["run-01-chain-open.gsrec", "run-02-chain-open.gsrec"], files.Select(Path.GetFileName));
        Assert.Equal([0L, 3000L], files.Select(f => Recordings.Cycles(RecordingTests.Open(File.ReadAllBytes(f))).Keys.First()));
        Assert.Equal([6199L, 12_199L], files.Select(f => Recordings.Cycles(RecordingTests.Open(File.ReadAllBytes(f))).Keys.Last()));
    }

    [Fact]
    public void A_run_that_ends_soon_after_a_trip_still_gives_its_incident()
    {
        RecordingFile file = RecordingTests.Open(File.ReadAllBytes(Assert.Single(Run(1050, i => i >= 1010 ? ProtectionNumber.ChainOpen : 0))));
        Assert.Empty(file.Damages);
        Assert.Equal(1050, file.TotalCycles);
    }

    [Fact]
    public void The_start_is_no_incident() => Assert.Empty(Run(1000, _ => ProtectionNumber.Start));

    /// <summary>Runs a controller; <paramref name="firstOut"/> replaces what is recorded as its first-out, null = leaves it.</summary>
    private string[] Run(int cycles, Func<int, int?> firstOut)
    {
        IncidentKeeper keeper = new(_folder, "run");
        Recordings.OfController(Plant, cycles, bend: (i, r) => r.Plant.FirstOut = firstOut(i) ?? r.Plant.FirstOut, incidents: keeper);
        Assert.Equal(keeper.Files.Order(), Directory.GetFiles(_folder).Order());
        return [.. keeper.Files];
    }
}
