using Gravistore.Config;
using Gravistore.Controller.Recording;
using Gravistore.Controller.Startup;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Parameters;
using Gravistore.Core.Tests;
using Gravistore.Recording;
using Gravistore.Recording.Replay;
using Gravistore.Runtime;
using Gravistore.Runtime.Timing;

namespace Gravistore.Controller.Tests;

/// <summary>The flight recording of a running controller: what it keeps replays equal, around gaps and trips too.</summary>
public sealed class FlightFolderTests : IDisposable
{
    private static readonly PlantParameters Plant = PlantFile.Load(DaemonRig.Plant, [], [])!;

    private sealed class Nobody : ILoopPort
    {
        public void Take(CycleInput input) => input.CommandCount = 0;

        public void Tell(CycleInput input, CycleResult result, ControllerState state, int slips)
        {
        }
    }

    private readonly string _folder = Directory.CreateTempSubdirectory("gsf-").FullName;
    private readonly List<string> _log = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Ring => Path.Combine(_folder, "ring");

    [Fact]
    public void A_recording_replays_equal()
    {
        Run(plant =>
        {
            Cycles(plant, 1500);
            Assert.Empty(plant.Plant.Trips);
        });
        string file = Assert.Single(Directory.GetFiles(Ring));
        Assert.Equal(1500, Replayed(file).Cycles);
    }

    [Fact]
    public void Behind_a_gap_a_new_file_begins_that_replays_equal()
    {
        CycleTap tap = new(new Nobody(), Plant.HoistCount);
        IdealPlant plant = new(Plant, 7);
        ControllerState initial = new(Plant.HoistCount);
        plant.Controller.State.CopyTo(initial);
        // Nobody reads yet: the ring fills, and what comes then is lost.
        for (int i = 0; i < CycleTap.Capacity + 100; i++) Cycle(plant, tap);
        Assert.Equal(100, tap.Lost);
        using (FlightFolder folder = new(tap, Ring, _folder, Plant, initial, _log.Add))
        {
            while (tap.Oldest is not null) Thread.Sleep(1);
            for (int i = 0; i < 50; i++) Cycle(plant, tap);
            while (tap.Oldest is not null) Thread.Sleep(1);
        }
        Assert.Equal([CycleTap.Capacity, 49], Directory.GetFiles(Ring).Order(StringComparer.Ordinal).Select(f => Replayed(f).Cycles));
        Assert.All(Directory.GetFiles(Ring), file => Replayed(file));
    }

    [Fact]
    public void A_trip_is_kept_in_the_state_folder()
    {
        Run(plant => Trip(plant, FlightFolder.AfterTripCycles + 200));
        string incident = Assert.Single(Directory.GetDirectories(Path.Combine(_folder, "incidents")));
        ReplayResult replayed = Replayed(Assert.Single(Directory.GetFiles(incident)));
        Assert.InRange(replayed.Cycles, FlightFolder.AfterTripCycles, FlightFolder.AfterTripCycles + 200);
        Assert.Equal(2, Directory.GetFiles(Ring).Length);
        Assert.All(Directory.GetFiles(Ring), file => Replayed(file));
        Assert.Contains(_log, line => line.Contains("a trip is recorded in", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trip_is_kept_though_the_controller_ends_soon_after_it()
    {
        Run(plant => Trip(plant, 200));
        string incident = Assert.Single(Directory.GetDirectories(Path.Combine(_folder, "incidents")));
        Assert.Equal(300, Replayed(Assert.Single(Directory.GetFiles(incident))).Cycles);
    }

    [Fact]
    public void What_a_killed_controller_left_is_kept()
    {
        Run(plant => Cycles(plant, 1500));
        string file = Assert.Single(Directory.GetFiles(Ring));
        byte[] whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, whole[..(whole.Length - 40)]);
        Run(plant => Cycles(plant, 100));
        string kept = Assert.Single(Directory.GetDirectories(Path.Combine(_folder, "incidents")));
        Assert.EndsWith("-cut-off", kept, StringComparison.Ordinal);
        Assert.Equal(whole[..^40], File.ReadAllBytes(Assert.Single(Directory.GetFiles(kept, "flight-00001.gsr"))));
        Assert.Equal(100, Replayed(Assert.Single(Directory.GetFiles(Ring))).Cycles);
        Assert.Contains(_log, line => line.Contains("did not end by itself", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_controller_left_that_ended_by_itself_goes()
    {
        Run(plant => Cycles(plant, 1500));
        Run(plant => Cycles(plant, 100));
        Assert.Equal(100, Replayed(Assert.Single(Directory.GetFiles(Ring))).Cycles);
        Assert.False(Directory.Exists(Path.Combine(_folder, "incidents")));
        Assert.Empty(_log);
    }

    [Fact]
    public void What_cannot_be_kept_costs_no_recording()
    {
        Run(plant => Cycles(plant, 50));
        File.WriteAllBytes(Assert.Single(Directory.GetFiles(Ring)), [1, 2, 3]);
        File.WriteAllText(Path.Combine(_folder, "incidents"), "a file where a folder should be");
        Run(plant => Cycles(plant, 100));
        Assert.Contains(Directory.GetFiles(Ring), f => Path.GetFileName(f) == "flight-00001.gsr" && Replayed(f).Cycles == 100);
        Assert.Contains(_log, line => line.Contains("could not be kept", StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_tells_the_time_of_day()
    {
        // Both clocks are read between here and the end, however long that takes.
        (DateTime from, long fromNs) = (DateTime.UtcNow, MonotonicClock.NowNs);
        Run(plant => Cycles(plant, 10));
        (long untilNs, DateTime until) = (MonotonicClock.NowNs, DateTime.UtcNow);
        using FileStream stream = File.OpenRead(Assert.Single(Directory.GetFiles(Ring)));
        DateTime told = RecordingFile.Open(stream, out _)!.Header.UtcAt(fromNs)!.Value;
        Assert.InRange(told, from.AddTicks((fromNs - untilNs) / 100).AddMilliseconds(-1), until);
        Assert.Equal(DateTimeKind.Utc, told.Kind);
    }

    [Theory]
    [InlineData("/proc/recordings")]
    [InlineData("FILE/recordings")]
    public void A_folder_that_cannot_be_written_is_refused(string folder)
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        CycleTap tap = new(new Nobody(), Plant.HoistCount);
        StartException e = Assert.Throws<StartException>(() => new FlightFolder(tap, folder.Replace("FILE", file), _folder, Plant, new ControllerState(Plant.HoistCount), _log.Add));
        Assert.Same(StartErrors.RecordFolder, e.Info);
    }

    private static void Trip((IdealPlant Plant, CycleTap Tap) rig, int cyclesAfter)
    {
        Cycles(rig, 50);
        rig.Plant.ResetKey = true;
        Cycles(rig, 50);
        Assert.Equal(PlantMode.Parked, rig.Plant.Result.Plant.Mode);
        rig.Plant.Input.Plant.Signals |= PlantSignals.EmergencyStop;
        Cycles(rig, cyclesAfter);
    }

    private void Run(Action<(IdealPlant Plant, CycleTap Tap)> cycles)
    {
        CycleTap tap = new(new Nobody(), Plant.HoistCount);
        IdealPlant plant = new(Plant, 7);
        using FlightFolder folder = new(tap, Ring, _folder, Plant, plant.Controller.State, _log.Add);
        cycles((plant, tap));
        while (tap.Oldest is not null) Thread.Sleep(1);
    }

    private static void Cycles((IdealPlant Plant, CycleTap Tap) rig, int count)
    {
        for (int i = 0; i < count; i++)
        {
            // Slower than the recorder's thread in the mean: nothing is lost here.
            while (rig.Tap.Oldest is not null && i % 100 == 0) Thread.Sleep(1);
            Cycle(rig.Plant, rig.Tap);
        }
    }

    private static void Cycle(IdealPlant plant, ILoopPort tap)
    {
        plant.Step();
        tap.Tell(plant.Input, plant.Result, plant.Controller.State, 0);
    }

    private static ReplayResult Replayed(string file)
    {
        using FileStream stream = File.OpenRead(file);
        RecordingFile recording = RecordingFile.Open(stream, out _)!;
        Assert.Empty(recording.Damages);
        ReplayResult result = new Replayer(recording, Plant, ReplayRange.All).Run();
        Assert.True(result.IsEqual, result.Divergence?.ToString());
        return result;
    }
}
