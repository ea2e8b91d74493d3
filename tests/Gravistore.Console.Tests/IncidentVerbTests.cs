using System.Text.Json;
using System.Xml.Linq;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording;

namespace Gravistore.Console.Tests;

/// <summary>gravistore incident on recordings of the corpus.</summary>
public sealed class IncidentVerbTests
{
    private const string Stop = "ROOT/tests/corpus/format/version-1.gsrec";

    [Fact]
    public void The_story_names_first_out_timeline_and_limits()
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("incident", Stop));
        Assert.Matches(@"1 trip; first-out at \d+\.\d\d s: 131 emergency-stop, plant", rig.Output);
        Assert.Contains("An emergency stop is pressed.", rig.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^ +\d+\.\d\d s  plant     command set power 180 kW$", rig.Output);
        Assert.Matches(@"h1, 2     reaction none becomes full brake stop, cause 131 emergency-stop", rig.Output);
        Assert.Matches(@"within   rope force, greatest .* margin ", rig.Output);
        Assert.Equal("", rig.Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_story_tells_the_time_of_day_where_it_is_recorded(bool told)
    {
        using ConsoleRig rig = new();
        PlantParameters plant = ParameterDocument.Read(RecordingFile.Open(new MemoryStream(File.ReadAllBytes(Stop.Replace("ROOT", ConsoleRig.Root))), out _)!.Header.Parameters, out _) ?? throw new InvalidOperationException();
        RecordingHeader header = RecordingHeader.For(plant);
        Controller controller = new(plant);
        using (FileStream stream = File.Create(Path.Combine(rig.Folder, "short.gsrec")))
        {
            using FlightRecorder recorder = new(stream, told ? header.WithClock(new DateTime(2026, 11, 29, 1, 2, 3, DateTimeKind.Utc), 2_000_000_000) : header, controller.State);
            CycleInput input = new(plant.HoistCount);
            CycleResult result = new(plant.HoistCount);
            for (int i = 0; i < 300; i++)
            {
                input.NowNs = 2_000_000_000 + i * Controller.CycleNs;
                controller.Step(input, result);
                recorder.Cycle(input, result, controller.State);
            }
            recorder.Complete();
        }
        Assert.Equal(ExitCode.Good, rig.Run("incident", "FOLDER/short.gsrec", "--report", "FOLDER/short.html"));
        Assert.Equal(told, rig.Output.Contains("clock          2026-11-29 01:02:03.0 to 2026-11-29 01:02:05.9 UTC", StringComparison.Ordinal));
        Assert.Equal(told, rig.Output.Contains("01:02:03.00  plant     the record begins", StringComparison.Ordinal));
        Assert.Equal(told, File.ReadAllText(Path.Combine(rig.Folder, "short.html")).Contains("2026-11-29 01:02:05.9 UTC", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Good, rig.Run("step", "FOLDER/short.gsrec", "--do", "cycle 150"));
        Assert.Equal(told, rig.Output.Contains("cycle 150  3.50 s  01:02:04.50 UTC  ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_object_holds_everything_and_is_the_same_each_time()
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("incident", Stop, "--json", "-"));
        string first = rig.Output;
        using JsonDocument json = JsonDocument.Parse(first);
        JsonElement root = json.RootElement, trip = Assert.Single(root.GetProperty("trips").EnumerateArray());
        Assert.Equal(("gravistore-incident/1", 131), (root.GetProperty("schema").GetString(), trip.GetProperty("number").GetInt32()));
        Assert.True(root.GetProperty("timeline").GetArrayLength() > 20);
        Assert.Contains(root.GetProperty("limits").EnumerateArray(), l => l.GetProperty("name").GetString() == "brake disc" && l.GetProperty("margin").GetDouble() > 200);
        rig.Run("incident", Stop, "--json", "FOLDER/again.json", "--quiet");
        Assert.Equal(("", first), (rig.Output, File.ReadAllText(Path.Combine(rig.Folder, "again.json"))));
    }

    [Fact]
    public void The_page_is_well_formed_and_shows_the_trip()
    {
        using ConsoleRig rig = new();
        Assert.Equal(ExitCode.Good, rig.Run("incident", Stop, "--report", "FOLDER/incident.html"));
        Assert.Contains($"report: {rig.Folder}/incident.html", rig.Error, StringComparison.Ordinal);
        XElement page = XDocument.Load(Path.Combine(rig.Folder, "incident.html")).Root!;
        Assert.Equal(["First-out", "Values and their limits", "Modes", "Around the trip", "Timeline"], page.Descendants("h2").Select(h => h.Value));
        Assert.Contains(page.Descendants("text"), t => t.Value == "trip");
        Assert.Equal(2, page.Descendants("h3").Count());
    }

    [Fact]
    public void A_recording_without_a_trip_says_so()
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(2);
        rig.Run("dryrun", "FOLDER/idle.json", "--record", "FOLDER/idle.gsrec", "--quiet");
        Assert.Equal(ExitCode.Good, rig.Run("incident", "FOLDER/idle.gsrec", "--report", "FOLDER/idle.html"));
        Assert.Contains("no trip: first-out was never set", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_recording_tells_what_is_lost_and_a_report_never_replaces_it()
    {
        using ConsoleRig rig = new();
        byte[] bytes = File.ReadAllBytes(Path.Combine(ConsoleRig.Root, "tests/corpus/format/version-1.gsrec"));
        File.WriteAllBytes(Path.Combine(rig.Folder, "cut.gsrec"), bytes[..^12_000]);
        Assert.Equal(ExitCode.Refused, rig.Run("incident", "FOLDER/cut.gsrec"));
        Assert.Contains("GS-B002", rig.Error, StringComparison.Ordinal);
        Assert.Contains("timeline", rig.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, rig.Run("incident", "FOLDER/cut.gsrec", "--report", "FOLDER/cut.gsrec"));
        Assert.Equal(bytes.Length - 12_000, new FileInfo(Path.Combine(rig.Folder, "cut.gsrec")).Length);
    }
}
