using System.Globalization;
using System.Text.Json;
using CsCheck;
using Gravistore.Core;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Channels;

namespace Gravistore.Recording.Tests;

/// <summary>What is recorded comes back.</summary>
public sealed class RecordingTests
{
    [Fact]
    public void Cycles_of_any_bits_come_back() => Gen.Select(Gen.Int, Gen.Int[1, 4], Gen.Int[0, 450]).Sample((seed, hoists, cycles) =>
        Matches(seed, hoists, cycles), iter: 30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(199)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(1001)]
    public void Every_end_of_a_block_comes_back(int cycles) => Matches(cycles, 1, cycles);

    [Fact]
    public void A_snapshot_stands_before_every_thousandth_cycle()
    {
        RecordingFile file = Open(Recordings.OfAnything(3, 2, 2500).File);
        Assert.Equal([0, 1000, 2000], file.Snapshots.Select(s => s.Head.FirstCycle));
        ControllerState state = new(2);
        Assert.True(new BlockReader(file).TryRead(file.Snapshots[1], state));
        Assert.Equal(1000, state.Plant.Cycle);
    }

    [Fact]
    public void The_header_tells_plant_parameters_and_channels()
    {
        RecordingHeader header = Open(Recordings.OfAnything(1, 2, 1).File).Header;
        Assert.Equal(("reference", 2), (header.Plant, header.HoistCount));
        Assert.Equal(ParameterDocument.Write(Recordings.TestPlant(2)), ParameterDocument.Write(ParameterDocument.Read(header.Parameters, out _)!));
        Assert.Equal(header.ParameterHash, ParameterDocument.Hash(header.Parameters).ToString("x16"));
        Assert.Contains(header.Channels, c => c is { Group: ChannelGroup.HoistInput, Name: "ropeForceN", Unit: "N", Type: ChannelType.Float64 });
        Assert.Contains(header.Channels, c => c is { Group: ChannelGroup.HoistInput, Name: "discTemperatureC", Unit: "deg C" });
        Assert.Contains(header.Channels, c => c is { Group: ChannelGroup.Command, Name: "rateWPerS", Unit: "W/s" });
        Assert.Contains(header.Channels, c => c is { Group: ChannelGroup.HoistOutput, Name: "verdictCause", Unit: "" });
        Assert.Contains(header.Channels, c => c is { Group: ChannelGroup.HoistInput, Name: "pressureABar", Unit: "bar" });
    }

    [Fact]
    public void The_header_names_what_whole_numbers_mean()
    {
        RecordingHeader header = Open(Recordings.OfAnything(1, 2, 1).File).Header;
        using JsonDocument choices = JsonDocument.Parse(header.Text("choices")), flags = JsonDocument.Parse(header.Text("flags")), events = JsonDocument.Parse(header.Text("events"));
        Assert.Equal("running", choices.RootElement.GetProperty("3.mode").GetProperty("5").GetString());
        Assert.Equal("loweringraisingapproaching", string.Concat(Enumerable.Range(4, 3).Select(n => choices.RootElement.GetProperty("4.mode").GetProperty($"{n}").GetString())));
        Assert.Equal("gradedBrakeStop", choices.RootElement.GetProperty("7.reaction").GetProperty("6").GetString());
        Assert.Equal("setPower", choices.RootElement.GetProperty("5.kind").GetProperty("2").GetString());
        Assert.Equal("good", choices.RootElement.GetProperty("1.meterQuality").GetProperty("2").GetString());
        Assert.False(choices.RootElement.TryGetProperty("2.signals", out _));
        Assert.Equal("communicationError", flags.RootElement.GetProperty("2.drive").GetProperty("4096").GetString());
        Assert.Equal("events", choices.RootElement.GetProperty("3.firstOut").GetString());
        Assert.Equal(("3.mode", "4.mode", "3.firstOut"), (Values(EventNumber.PlantMode), Values(EventNumber.HoistMode), Values(EventNumber.Reset)));
        Assert.False(events.RootElement.GetProperty("131").TryGetProperty("values", out _));
        string? Values(int number) => events.RootElement.GetProperty($"{number}").GetProperty("values").GetString();
        Assert.Equal(4, flags.RootElement.GetProperty("1.signals").EnumerateObject().Count());
        Assert.Equal(EventDictionary.All.Select(e => (e.Number.ToString(CultureInfo.InvariantCulture), e.Name, e.Unit, e.Text)),
            events.RootElement.EnumerateObject().Select(e => (e.Name, e.Value.GetProperty("name").GetString()!, e.Value.GetProperty("unit").GetString()!, e.Value.GetProperty("text").GetString()!)));
    }

    // The file says no type of an enumeration: a channel that gets one must be named in the header too.
    [Fact]
    public void Every_channel_of_an_enumeration_is_named_once()
    {
        RecordingHeader header = Open(Recordings.OfAnything(1, 2, 1).File).Header;
        using JsonDocument choices = JsonDocument.Parse(header.Text("choices")), flags = JsonDocument.Parse(header.Text("flags"));
        string[] named = [.. choices.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object).Concat(flags.RootElement.EnumerateObject()).Select(p => p.Name).Order(StringComparer.Ordinal)];
        Type[] structures = [typeof(PlantInput), typeof(HoistInput), typeof(PlantOutput), typeof(HoistOutput), typeof(Command), typeof(Event), typeof(ProtectionProposal)];
        IEnumerable<string> enumerations = structures.SelectMany((t, i) => t.GetFields().Where(f => f.FieldType.IsEnum).Select(f => $"{i + 1}.{JsonNamingPolicy.CamelCase.ConvertName(f.Name)}"));
        Assert.Equal(enumerations.Order(StringComparer.Ordinal), named);
    }

    [Theory]
    [InlineData("\"depthM\":", "\"depthKm\":")]
    [InlineData("\"hoistCount\":2", "\"hoistCount\":2.5")]
    [InlineData("\"hoistCount\":2", "\"hoistCount\":\"two\"")]
    [InlineData("\"powerByTorque\":true", "\"powerByTorque\":1")]
    [InlineData("{\"name\":", "{\"more\":1,\"name\":")]
    [InlineData("\"jerkMps3\":", "\"jerk\":{},\"jerkMps3\":")]
    public void Parameters_of_another_version_are_refused_with_a_reason(string known, string other)
    {
        string document = ParameterDocument.Write(Recordings.TestPlant(2));
        Assert.Contains(known, document);
        Assert.Null(ParameterDocument.Read(document.Replace(known, other), out string why));
        Assert.NotEmpty(why);
    }

    [Fact]
    public void Numbers_that_JSON_has_not_come_back()
    {
        PlantParameters plant = Recordings.TestPlant(2);
        plant = plant with { Drive = plant.Drive with { SpeedGain = double.PositiveInfinity, SpeedIntegrationS = double.NaN } };
        PlantParameters read = ParameterDocument.Read(ParameterDocument.Write(plant), out _)!;
        Assert.Equal((double.PositiveInfinity, double.NaN), (read.Drive.SpeedGain, read.Drive.SpeedIntegrationS));
    }

    /// <summary>The header is given early only where it is sound, and is then the one that the file is opened with.</summary>
    [Fact]
    public void The_header_is_there_before_the_check_sums_of_the_rest()
    {
        byte[] bytes = Recordings.OfAnything(1, 2, 300).File;
        RecordingHeader? early = null;
        RecordingFile file = RecordingFile.Open(new MemoryStream(bytes), out _, h => early = h)!;
        Assert.Equal(file.Header.Texts, early!.Texts);
        bytes[FileHead.Size + BlockHead.Size + 20] ^= 1;
        early = null;
        Assert.NotNull(RecordingFile.Open(new MemoryStream(bytes), out _, h => early = h));
        Assert.Null(early);
    }

    /// <summary>A field that no channel holds would be lost silently.</summary>
    [Theory]
    [InlineData(ChannelGroup.Cycle)]
    [InlineData(ChannelGroup.PlantInput)]
    [InlineData(ChannelGroup.HoistInput)]
    [InlineData(ChannelGroup.PlantOutput)]
    [InlineData(ChannelGroup.HoistOutput)]
    [InlineData(ChannelGroup.Command)]
    [InlineData(ChannelGroup.Event)]
    public void Channels_cover_every_byte_of_their_structure(ChannelGroup group)
    {
        int at = 0;
        foreach (Channel channel in ChannelDictionary.All.Where(c => c.Group == group).OrderBy(c => c.Offset))
        {
            Assert.Equal(at, channel.Offset);
            at += channel.Size;
        }
        Assert.Equal(ChannelDictionary.SizeOf(group), at);
    }

    [Fact]
    public void The_same_cycles_give_the_same_bytes() =>
        Assert.Equal(Recordings.OfController(Recordings.TestPlant(2), 450), Recordings.OfController(Recordings.TestPlant(2), 450));

    [Fact]
    public void A_steady_recording_allocates_nothing_in_the_loop()
    {
        RandomCycles random = new(1, 2);
        ControllerState state = new(2);
        using FlightRecorder recorder = new(Stream.Null, RecordingHeader.For(Recordings.TestPlant(2)), state);
        random.Next();
        for (int i = 0; i < 3000; i++) recorder.Cycle(random.Input, random.Result, state);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 3000; i++) recorder.Cycle(random.Input, random.Result, state);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_stream_that_fails_is_told_to_the_loop()
    {
        ControllerState state = new(2);
        RandomCycles random = new(1, 2);
        using FlightRecorder recorder = new(new FullDisk(room: 40_000), RecordingHeader.For(Recordings.TestPlant(2)), state);
        IOException e = Assert.Throws<IOException>(() =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                random.Next();
                recorder.Cycle(random.Input, random.Result, state);
            }
        });
        Assert.Contains("no space", e.Message, StringComparison.Ordinal);
    }

    internal static RecordingFile Open(byte[] bytes) => RecordingFile.Open(new MemoryStream(bytes), out _)!;

    private static void Matches(int seed, int hoists, int cycles)
    {
        (byte[] bytes, List<string> wanted) = Recordings.OfAnything(seed, hoists, cycles);
        RecordingFile file = Open(bytes);
        Assert.Empty(file.Damages);
        Assert.Equal(cycles, file.TotalCycles);
        SortedDictionary<long, string> read = Recordings.Cycles(file);
        Assert.Equal(Enumerable.Range(0, cycles).Select(i => (long)i), read.Keys);
        Assert.Equal(wanted, read.Values);
        Assert.Empty(file.Damages);
    }

    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room) throw new IOException("no space left on the disk");
            base.Write(buffer);
        }
    }
}
