using System.Globalization;
using System.Text.Json;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Incidents;

namespace Gravistore.Recording.Tests;

/// <summary>A small recording of every version of the format: each opens and decodes for ever, by whatever build.</summary>
public sealed class FormatCorpusTests
{
    /// <summary>The folder of the repository.</summary>
    internal static string Repository { get; } = FindRepository();

    private static readonly string Folder = Path.Combine(Repository, "tests", "corpus", "format");

    public static TheoryData<uint> Versions => [.. Enumerable.Range(1, (int)FileHead.Version).Select(v => (uint)v)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_recording_of_every_version_opens_and_decodes(uint version)
    {
        using FileStream stream = File.OpenRead(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"version-{version}.gsrec")));
        RecordingFile file = RecordingFile.Open(stream, out IReadOnlyList<Damage> damages)!;
        Assert.Empty(damages);
        SortedDictionary<long, string> cycles = Recordings.Cycles(file);
        Assert.Equal(file.TotalCycles, cycles.Count);
        Assert.True(cycles.Count > 500);
        Assert.Equal(("leith", 2), (file.Header.Plant, file.Header.HoistCount));
        Assert.Empty(file.Damages);
        IncidentStory story = IncidentStory.Of(file)!;
        Assert.Equal(("first-out 131 emergency-stop", -1), (Assert.Single(story.Trips).Text, story.Trips[0].Hoist));
        Assert.InRange(story.Timeline.Count, 20, 80);
    }

    /// <summary>What old recordings say in numbers: a name may be added, none may move. Who gives one another name changes it in numbers.json too.</summary>
    [Fact]
    public void A_number_that_was_recorded_never_means_something_else()
    {
        using JsonDocument recorded = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "numbers.json")));
        using JsonDocument choices = JsonDocument.Parse(ValueNames.Choices), flags = JsonDocument.Parse(ValueNames.Flags), events = JsonDocument.Parse(ValueNames.Events);
        foreach ((string text, JsonDocument now) in new[] { ("choices", choices), ("flags", flags) })
            foreach (JsonProperty channel in recorded.RootElement.GetProperty(text).EnumerateObject())
                foreach (JsonProperty value in channel.Value.EnumerateObject())
                    Assert.Equal(value.Value.GetString(), now.RootElement.GetProperty(channel.Name).GetProperty(value.Name).GetString());
        foreach (JsonProperty number in recorded.RootElement.GetProperty("events").EnumerateObject())
            Assert.Equal(number.Value.GetString(), events.RootElement.GetProperty(number.Name).GetProperty("name").GetString());
    }

    [Fact]
    public void A_channel_that_this_build_does_not_have_is_left_out_and_one_that_the_file_lacks_is_zero()
    {
        Channel gone = new(ChannelGroup.HoistInput, "brakeTemperatureF", ChannelType.Float64, "deg F", 0);
        Channel[] channels = [.. ChannelDictionary.All.Where(c => c.Name != "discTemperatureC").Append(gone)];
        RowLayout layout = new(2, channels);
        Assert.Equal(2, layout.Rows.Count(c => c.Channel == gone && c.Offset < 0));
        Assert.DoesNotContain(layout.Rows, c => c.Channel.Name == "discTemperatureC");
        Assert.All(layout.Rows.Where(c => c.Channel != gone), c => Assert.True(c.Offset >= 0));
    }

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Gravistore.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("not within the repository");
    }
}
