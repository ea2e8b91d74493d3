using System.Text.Json;

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
        Assert.Matches(@"DIFFERENT: cycle \d+, \d+\.\d\d s, [a-z].*: recorded .*, replayed ", rig.Output);
        Assert.Equal(ExitCode.Good, rig.Run("replay", "FOLDER/trip.gsrec", "--set", "hoist.brakeOpeningTimeS=0.9", "--until", "100ms"));
    }

    [Theory]
    [InlineData("motion.maxSpeed=1", "known here: maxSpeedMps")]
    [InlineData("motion.maxSpeedMps=fast", "is no value for motion.maxSpeedMps")]
    [InlineData("motion.maxSpeedMps", "PATH=VALUE is wanted")]
    [InlineData("hoistCount=3", "as many hoists as it has")]
    [InlineData("hoistCount=2.5", "hoistCount=2.5")]
    [InlineData("motion.maxSpeedMps=1 --from 1s", "leave one of them out")]
    public void A_what_if_that_leads_nowhere_is_wrong_usage(string set, string message)
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(1);
        rig.Run("dryrun", "FOLDER/idle.json", "--record", "FOLDER/idle.gsrec", "--quiet");
        Assert.Equal(ExitCode.WrongUsage, rig.Run(["replay", "FOLDER/idle.gsrec", "--set", .. set.Split(' ')]));
        Assert.Contains(message, rig.Error, StringComparison.Ordinal);
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
