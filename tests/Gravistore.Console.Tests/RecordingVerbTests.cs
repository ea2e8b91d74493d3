using System.Text.Json;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording;

namespace Gravistore.Console.Tests;

/// <summary>dryrun --record and replay on whole plants.</summary>
public sealed class RecordingVerbTests
{
    private const string TripScenario = """
        { "schema": "gravistore-scenario/1", "name": "trip", "title": "An emergency stop while lowering", "plant": "leith",
          "initial": { "stateOfChargePercent": 80 },
          "steps": [
            { "label": "arm", "action": "arm" },
            { "label": "lower", "when": { "mode": "armed" }, "timeoutS": 30, "action": "setPower", "powerKW": 100 },
            { "label": "stop", "afterS": 4, "action": "emergencyStop" } ],
          "end": { "when": { "mode": "tripped", "holdsForS": 3 }, "maxSeconds": 60 } }
        """;

    [Fact]
    public void A_run_with_a_trip_replays_equal_and_is_not_changed_by_its_recording()
    {
        using ConsoleRig rig = new();
        rig.Write("trip.json", TripScenario);
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", "FOLDER/trip.json", "--record", "FOLDER/trip.gsrec", "--json", "-"));
        string recorded = Hash(rig.Output);
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", "FOLDER/trip.json", "--json", "-"));
        Assert.Equal(Hash(rig.Output), recorded);
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/trip.gsrec"));
        Assert.Contains("trip on leith, 2 hoists", rig.Output, StringComparison.Ordinal);
        Assert.Contains("equal: every output, event and state hash", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_seeded_runs_with_trips_replay_equal()
    {
        using ConsoleRig rig = new();
        rig.Write("trip.json", TripScenario);
        for (int seed = 1; seed <= 20; seed++)
        {
            string afterS = FormattableString.Invariant($"scenario.steps[2].afterS={0.5 + 0.31 * seed}"), powerKW = $"scenario.steps[1].powerKW={(seed % 2 == 0 ? 100 : -60) + 5 * seed}";
            Assert.Equal(ExitCode.Good, rig.Run("dryrun", "FOLDER/trip.json", "--seed", $"{seed}", "--set", afterS, "--set", powerKW, "--record", "FOLDER/trip.gsrec", "--json", "FOLDER/trip-run.json", "--quiet"));
            Assert.True(rig.Run("replay", "FOLDER/trip.gsrec", "--quiet") == ExitCode.Good, $"seed {seed}: {rig.Error}");
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(rig.Folder, "trip-run.json")));
            Assert.Contains(json.RootElement.GetProperty("trips").EnumerateArray(), t => t.GetProperty("name").GetString() == "emergency-stop");
        }
    }

    [Theory]
    [InlineData("leith-full-power")]
    [InlineData("leith-one-after-another")]
    [InlineData("step-charge")]
    public void Shipped_scenarios_replay_equal(string scenario)
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", scenario, "--record", "FOLDER/run.gsrec", "--quiet"));
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/run.gsrec", "--quiet"));
        Assert.Equal(("", ""), (rig.Output, rig.Error));
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/run.gsrec", "--from", "12s", "--until", "20s", "--json", "-"));
        using JsonDocument json = JsonDocument.Parse(rig.Output);
        Assert.Equal(10, json.RootElement.GetProperty("fromSeconds").GetDouble());
        Assert.Equal(1001, json.RootElement.GetProperty("cycles").GetInt32());
        Assert.True(json.RootElement.GetProperty("equal").GetBoolean());
    }

    [Fact]
    public void A_damaged_recording_is_replayed_as_far_as_it_is_sound()
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(12);
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", "FOLDER/idle.json", "--record", "FOLDER/idle.gsrec", "--quiet"));
        string path = Path.Combine(rig.Folder, "idle.gsrec");
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length - 40)]);
        Assert.Equal(ExitCode.Refused, rig.Run("replay", "FOLDER/idle.gsrec"));
        Assert.Contains("GS-B002", rig.Error, StringComparison.Ordinal);
        Assert.Contains("the recording has no end", rig.Error, StringComparison.Ordinal);
        Assert.Contains("equal: every output, event and state hash of what is left", rig.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.gsrec", "GS-B001", "there is no such file")]
    [InlineData("text.gsrec", "GS-B001", "the file is no recording")]
    public void What_cannot_be_read_is_refused(string file, string code, string what)
    {
        using ConsoleRig rig = new();
        rig.Write("text.gsrec", "A text of some length that is no recording.");
        Assert.Equal(ExitCode.Refused, rig.Run("replay", "FOLDER/" + file));
        Assert.Contains(code, rig.Error, StringComparison.Ordinal);
        Assert.Contains(what, rig.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_without_cycles_is_refused()
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(1);
        rig.Run("dryrun", "FOLDER/idle.json", "--record", "FOLDER/idle.gsrec", "--quiet");
        byte[] bytes = File.ReadAllBytes(Path.Combine(rig.Folder, "idle.gsrec"));
        File.WriteAllBytes(Path.Combine(rig.Folder, "idle.gsrec"), bytes[..(bytes.Length / 2)]);
        Assert.Equal(ExitCode.Refused, rig.Run("replay", "FOLDER/idle.gsrec"));
        Assert.Contains("GS-B004", rig.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from", "soon")]
    [InlineData("--until", "10")]
    [InlineData("--from", "-1s")]
    public void A_time_needs_a_unit(string option, string value)
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.WrongUsage, rig.Run("replay", "FOLDER/any.gsrec", $"{option}={value}"));
        Assert.Contains("90s", rig.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_if_tells_the_first_difference()
    {
        using ConsoleRig rig = new();
        rig.Write("trip.json", TripScenario);
        rig.Run("dryrun", "FOLDER/trip.json", "--record", "FOLDER/trip.gsrec", "--quiet");
        Assert.Equal(ExitCode.RunFailed, rig.Run("replay", "FOLDER/trip.gsrec", "--set", "motion.accelerationMps2=0.1"));
        Assert.Contains("what if", rig.Output, StringComparison.Ordinal);
        Assert.Matches(@"DIFFERENT in \d+ of \d+ cycles, first in cycle \d+, \d+\.\d\d s, [a-z].*: recorded .*, replayed ", rig.Output);
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/trip.gsrec", "--set", "hoist.brakeOpeningTimeS=0.9", "--until", "100ms"));
    }

    [Fact]
    public void A_parameter_changed_from_a_time_on_changes_nothing_before_it()
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", "leith-one-after-another", "--record", "FOLDER/run.gsrec", "--quiet"));
        string[] replay = ["replay", "FOLDER/run.gsrec", "--set", "motion.maxSpeedMps=0.3", "--from", "12s", "--until", "15s"];
        Assert.Equal(ExitCode.RunFailed, rig.Run([.. replay, "--report", "FOLDER/what.html", "--json", "FOLDER/what.json"]));
        Assert.Contains("from 12.00 s on", rig.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(rig.Folder, "what.json")));
        JsonElement root = json.RootElement;
        Assert.Equal((12, 15, 301), (root.GetProperty("fromSeconds").GetDouble(), root.GetProperty("untilSeconds").GetDouble(), root.GetProperty("cycles").GetInt32()));
        Assert.True(root.GetProperty("divergence").GetProperty("timeSeconds").GetDouble() >= 12);
        Assert.Contains(root.GetProperty("outputs").EnumerateArray(), o => o.GetProperty("channel").GetString()!.EndsWith("speedReferenceMps", StringComparison.Ordinal) && Math.Abs(o.GetProperty("replayed").GetDouble() - o.GetProperty("recorded").GetDouble()) > 0.01);
        System.Xml.Linq.XElement page = System.Xml.Linq.XDocument.Load(Path.Combine(rig.Folder, "what.html")).Root!;
        Assert.Contains(page.Descendants("p"), p => p.Value.Contains("What the plant would have done is out of reach", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("span"), s => s.Value == "The difference, replayed less recorded");
    }

    [Fact]
    public void A_plant_that_runs_on_with_nothing_changed_makes_the_recorded_run_to_its_end()
    {
        using ConsoleRig rig = new();
        rig.Write("trip.json", TripScenario);
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", "FOLDER/trip.json", "--set", "plant.motion.accelerationMps2=0.2", "--seed", "5", "--record", "FOLDER/trip.gsrec", "--truth", "--json", "-"));
        string recorded = Hash(rig.Output);
        File.Delete(Path.Combine(rig.Folder, "trip.json"));
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/trip.gsrec", "--whatif-plant", "--set", "motion.accelerationMps2=0.2", "--from", "3s", "--json", "-"));
        using JsonDocument json = JsonDocument.Parse(rig.Output);
        Assert.Equal((0, ""), (json.RootElement.GetProperty("differentCycles").GetInt32(), json.RootElement.GetProperty("endedEarly").GetString()));
        Assert.True(json.RootElement.GetProperty("cycles").GetInt32() > 100);
        Assert.Equal(recorded, json.RootElement.GetProperty("run").GetProperty("stateHash").GetString());
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/trip.gsrec", "--quiet"));
        Assert.Equal(ExitCode.Good, rig.Run("step", "FOLDER/trip.gsrec", "--do", "at 3s", "--do", "values truth"));
        Assert.Matches(@"hoist\[1\]\.truth\.weightDepthM = \d+\.\d+ m", rig.Output);
    }

    [Fact]
    public void A_plant_runs_on_with_another_parameter_and_the_difference_is_its_own()
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", "leith-one-after-another", "--record", "FOLDER/run.gsrec", "--truth", "--quiet"));
        string[] replay = ["replay", "FOLDER/run.gsrec", "--whatif-plant", "--set", "motion.maxSpeedMps=0.3", "--from", "12s"];
        Assert.Equal(ExitCode.RunFailed, rig.Run([.. replay, "--report", "FOLDER/what.html", "--json", "FOLDER/what.json"]));
        Assert.Contains("from 12.00 s on, plant and controller running on together", rig.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(rig.Folder, "what.json")));
        Assert.True(json.RootElement.GetProperty("divergence").GetProperty("timeSeconds").GetDouble() >= 12);
        Assert.Equal("leith-one-after-another", json.RootElement.GetProperty("run").GetProperty("scenario").GetString());
        System.Xml.Linq.XElement page = System.Xml.Linq.XDocument.Load(Path.Combine(rig.Folder, "what.html")).Root!;
        Assert.Contains(page.Descendants("span"), s => s.Value == "True depth of the weight");
        Assert.Contains(page.Descendants("h2"), s => s.Value == "The run with the change");
    }

    [Fact]
    public void Several_recordings_are_replayed_with_a_line_each_and_a_sum()
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(12);
        foreach (int seed in new[] { 1, 2 }) rig.Run("dryrun", "FOLDER/idle.json", "--seed", $"{seed}", "--record", $"FOLDER/{seed}.gsrec", "--quiet");
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/1.gsrec", "FOLDER/2.gsrec", "FOLDER/1.gsrec"));
        string[] lines = rig.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([$"{rig.Folder}/1.gsrec: equal: every output, event and state hash", $"{rig.Folder}/2.gsrec: equal: every output, event and state hash"], lines[..2]);
        Assert.Matches(@"^3 recordings: 3 equal; 37\.6 s in \d+\.\d\d s, \d+ times real time$", lines[3]);
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/1.gsrec", "FOLDER/2.gsrec", "--quiet", "--from", "10s"));
        Assert.Equal(("", ""), (rig.Output, rig.Error));
    }

    /// <summary>Whatever becomes of one, the others are replayed; the worst of all is the exit code.</summary>
    [Theory]
    [InlineData("sound missing", ExitCode.Refused, "2 recordings: 1 equal, 1 refused;")]
    [InlineData("cut sound", ExitCode.Refused, "2 recordings: 1 equal, 1 damaged and else equal;")]
    [InlineData("missing bent cut sound", ExitCode.RunFailed, "4 recordings: 1 equal, 1 different, 1 damaged and else equal, 1 refused;")]
    public void One_recording_does_not_stop_the_others(string names, int code, string sum)
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(12);
        rig.Run("dryrun", "FOLDER/idle.json", "--record", "FOLDER/sound.gsrec", "--quiet");
        byte[] bytes = File.ReadAllBytes(Path.Combine(rig.Folder, "sound.gsrec"));
        File.WriteAllBytes(Path.Combine(rig.Folder, "cut.gsrec"), bytes[..^40]);
        File.WriteAllBytes(Path.Combine(rig.Folder, "bent.gsrec"), Bent(bytes));
        string[] files = [.. names.Split(' ').Select(n => $"FOLDER/{n}.gsrec")];
        Assert.Equal(code, rig.Run(["replay", .. files]));
        Assert.Contains(sum, rig.Output, StringComparison.Ordinal);
        Assert.Equal(names.Contains("missing", StringComparison.Ordinal), rig.Error.Contains("GS-B001", StringComparison.Ordinal));
        Assert.Equal(code, rig.Run(["replay", .. files, "--quiet"]));
        Assert.Equal("", rig.Output);
        Assert.Equal(names.Contains("bent", StringComparison.Ordinal), rig.Error.Contains("bent.gsrec: DIFFERENT: cycle 3, 0.03 s, plant.output.expectedPowerW", StringComparison.Ordinal));
    }

    // Of the same plant, with another power in cycle 3 than the controller gives.
    private static byte[] Bent(byte[] sound)
    {
        PlantParameters plant = ParameterDocument.Read(RecordingFile.Open(new MemoryStream(sound), out _)!.Header.Parameters, out _)!;
        using MemoryStream stream = new();
        Controller controller = new(plant);
        using FlightRecorder recorder = new(stream, RecordingHeader.For(plant), controller.State);
        CycleInput input = new(plant.HoistCount);
        CycleResult result = new(plant.HoistCount);
        for (int i = 0; i < 6; i++)
        {
            input.NowNs = i * Controller.CycleNs;
            controller.Step(input, result);
            if (i == 3) result.Plant.ExpectedPowerW += 1;
            recorder.Cycle(input, result, controller.State);
        }
        recorder.Complete();
        return stream.ToArray();
    }

    [Theory]
    [InlineData("replay FOLDER/any.gsrec FOLDER/other.gsrec --json -")]
    [InlineData("replay FOLDER/any.gsrec FOLDER/other.gsrec --set motion.maxSpeedMps=0.3")]
    [InlineData("replay FOLDER/any.gsrec --whatif-plant")]
    [InlineData("replay FOLDER/any.gsrec --whatif-plant --set motion.maxSpeedMps=0.3 --until 3s")]
    [InlineData("dryrun leith-one-after-another --truth")]
    public void Options_that_need_others_say_so(string line)
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.WrongUsage, rig.Run(line.Split(' ')));
    }

    [Fact]
    public void Step_shows_what_the_protections_propose()
    {
        using ConsoleRig rig = new();
        rig.Write("trip.json", TripScenario);
        rig.Run("dryrun", "FOLDER/trip.json", "--record", "FOLDER/trip.gsrec", "--quiet");
        Assert.Equal(ExitCode.Good, rig.Run("step", "FOLDER/trip.gsrec", "--do", "event emergency-stop"));
        Assert.Contains("proposed   full brake stop of plant by 131 emergency-stop", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_recorded_parameter_set_again_changes_nothing()
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(12);
        rig.Run("dryrun", "FOLDER/idle.json", "--record", "FOLDER/idle.gsrec", "--quiet");
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/idle.gsrec", "--set", "hoist.gearRatio=87", "--from", "11s"));
        Assert.Contains("no difference", rig.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, rig.Run("replay", "FOLDER/idle.gsrec", "--report", "FOLDER/a.html"));
    }

    [Theory]
    [InlineData("motion.maxSpeed=1", "known here: maxSpeedMps")]
    [InlineData("motion.maxSpeedMps=fast", "is no value for motion.maxSpeedMps")]
    [InlineData("motion.maxSpeedMps", "PATH=VALUE is wanted")]
    [InlineData("hoistCount=3", "as many hoists as it has")]
    [InlineData("hoistCount=2.5", "hoistCount=2.5")]
    public void A_what_if_that_leads_nowhere_is_wrong_usage(string set, string message)
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(1);
        rig.Run("dryrun", "FOLDER/idle.json", "--record", "FOLDER/idle.gsrec", "--quiet");
        Assert.Equal(ExitCode.WrongUsage, rig.Run(["replay", "FOLDER/idle.gsrec", "--set", .. set.Split(' ')]));
        Assert.Contains(message, rig.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trip_leaves_an_incident_that_replays_equal()
    {
        using ConsoleRig rig = new();
        rig.Write("trip.json", TripScenario);
        Directory.CreateDirectory(Path.Combine(rig.Folder, "incidents"));
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", "FOLDER/trip.json", "--seed", "7", "--incidents", "FOLDER/incidents"));
        string file = Assert.Single(Directory.GetFiles(Path.Combine(rig.Folder, "incidents")));
        Assert.Equal("trip-7-01-emergency-stop.gsrec", Path.GetFileName(file));
        Assert.Contains($"incident: {file}", rig.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Good, rig.Run("replay", file));
        Assert.Equal(ExitCode.WrongUsage, rig.Run("dryrun", "FOLDER/trip.json", "--incidents", "FOLDER/nowhere"));
        Assert.Contains("there is no such folder", rig.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_does_not_overwrite_another_output()
    {
        using ConsoleRig rig = new();
        rig.WriteIdle();
        Assert.Equal(ExitCode.WrongUsage, rig.Run("dryrun", "FOLDER/idle.json", "--json", "FOLDER/a", "--record", "FOLDER/a"));
        Assert.False(File.Exists(Path.Combine(rig.Folder, "a")));
    }

    private static string Hash(string json) => JsonDocument.Parse(json).RootElement.GetProperty("stateHash").GetString()!;
}
