using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Gravistore.Core;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Coding;

namespace Gravistore.Recording;

/// <summary>What a recording says of itself: named texts, and the channels with their units.</summary>
public sealed record RecordingHeader
{
    /// <summary>Names of the texts that every recording has.</summary>
    public const string VersionName = "version", ArchitectureName = "architecture", PlantName = "plant", HoistsName = "hoists", CycleNsName = "cycleNs",
        ParametersName = "parameters", ParameterHashName = "parameterHash", StateLayoutName = "stateLayout",
        HashName = "hash", FormatName = "format", ChoicesName = "choices", FlagsName = "flags", EventsName = "events";

    private const string ClockName = "clock";

    /// <summary>Name of the text with the files of a dry run, where the plant's truth is recorded.</summary>
    public const string RunFilesName = "runFiles";

    private const string Hash = "xxh3-64", ClockFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private const int MaxTexts = 10_000, MaxChannels = 10_000, MaxHoists = 1000;

    /// <summary>Named texts, in file order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Texts { get; init; }
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Build that recorded, and the machine's architecture.</summary>
    public string Version => Text(VersionName);
    public string Architecture => Text(ArchitectureName);
    public string Plant => Text(PlantName);
    public int HoistCount => int.TryParse(Text(HoistsName), NumberStyles.None, CultureInfo.InvariantCulture, out int hoists) && hoists <= MaxHoists ? hoists : 0;
    /// <summary>The parameters; see <see cref="ParameterDocument"/>.</summary>
    public string Parameters => Text(ParametersName);
    /// <summary>Hash of the parameters, 16 hexadecimal digits.</summary>
    public string ParameterHash => Text(ParameterHashName);
    /// <summary>Fields and sizes of the snapshots; another build's snapshots may mean something else.</summary>
    public string StateLayout => Text(StateLayoutName);

    /// <summary>A text by its name; empty when there is none.</summary>
    public string Text(string name) => Texts.FirstOrDefault(t => t.Key == name).Value ?? "";

    /// <summary>The same header with one more text, or another value of it.</summary>
    public RecordingHeader With(string name, string text) => this with { Texts = [.. Texts.Where(t => t.Key != name), new(name, text)] };

    /// <summary>Date and time, UTC, at which the monotonic clock of the cycles was 0; null where it is not told, as in simulations.</summary>
    private DateTime? ClockAtZero =>
        DateTime.TryParseExact(Text(ClockName), ClockFormat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime clock) ? clock : null;

    /// <summary>Date and time of a cycle, UTC; null where it is not told.</summary>
    /// <param name="nowNs">Its monotonic time [ns].</param>
    public DateTime? UtcAt(long nowNs) => ClockAtZero?.AddTicks(nowNs / 100);

    /// <summary>The same header with the time of day.</summary>
    /// <param name="utc">Date and time, UTC.</param>
    /// <param name="nowNs">The monotonic clock at the same moment [ns].</param>
    public RecordingHeader WithClock(DateTime utc, long nowNs) => With(ClockName, utc.AddTicks(-nowNs / 100).ToString(ClockFormat, CultureInfo.InvariantCulture));

    /// <summary>The same header with channels for what is true of the plant, float64 each; their names end in their units.</summary>
    /// <param name="plant">Names of the plant's channels.</param>
    /// <param name="hoist">Names of the channels that every hoist has.</param>
    public RecordingHeader WithTruth(IEnumerable<string> plant, IEnumerable<string> hoist) => this with
    {
        Channels =
        [
            .. Channels, .. plant.Select(n => new Channel(ChannelGroup.PlantTruth, n, ChannelType.Float64, ChannelDictionary.UnitOf(n), 0)),
            .. hoist.Select(n => new Channel(ChannelGroup.HoistTruth, n, ChannelType.Float64, ChannelDictionary.UnitOf(n), 0)),
        ],
    };

    /// <summary>The header of this build for a plant.</summary>
    /// <param name="plant">The controller's parameters.</param>
    /// <param name="more">Further texts, such as the scenario's name.</param>
    public static RecordingHeader For(PlantParameters plant, params IEnumerable<KeyValuePair<string, string>> more)
    {
        ArgumentNullException.ThrowIfNull(plant);
        string parameters = ParameterDocument.Write(plant);
        return new RecordingHeader
        {
            Texts =
            [
                new(VersionName, OwnVersion), new(ArchitectureName, RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()),
                new(PlantName, plant.Name), new(HoistsName, plant.HoistCount.ToString(CultureInfo.InvariantCulture)), new(CycleNsName, Controller.CycleNs.ToString(CultureInfo.InvariantCulture)),
                new(ParameterHashName, ParameterDocument.Hash(parameters).ToString("x16", CultureInfo.InvariantCulture)), new(FormatName, FileHead.Version.ToString(CultureInfo.InvariantCulture)), new(HashName, Hash), new(StateLayoutName, StateSnapshot.Layout),
                new(ChoicesName, ValueNames.Choices), new(FlagsName, ValueNames.Flags), new(EventsName, ValueNames.Events),
                .. more, new(ParametersName, parameters),
            ],
            Channels = ChannelDictionary.All,
        };
    }

    internal void Write(ByteSink sink)
    {
        sink.UInt32((uint)Texts.Count);
        foreach ((string name, string text) in Texts)
        {
            sink.Text(name);
            sink.Text(text);
        }
        sink.UInt32((uint)Channels.Count);
        foreach (Channel channel in Channels)
        {
            sink.Byte((byte)channel.Group);
            sink.Byte((byte)channel.Type);
            sink.Text(channel.Name);
            sink.Text(channel.Unit);
        }
    }

    /// <exception cref="RecordingFormatException">No recorder writes such a header.</exception>
    internal static RecordingHeader Read(ReadOnlySpan<byte> content)
    {
        ByteSource source = new(content);
        KeyValuePair<string, string>[] texts = new KeyValuePair<string, string>[source.Count(MaxTexts)];
        for (int i = 0; i < texts.Length; i++) texts[i] = new(source.Text(), source.Text());
        Channel[] channels = new Channel[source.Count(MaxChannels)];
        for (int i = 0; i < channels.Length; i++) channels[i] = ReadChannel(ref source);
        RecordingHeader header = new() { Texts = texts, Channels = channels };
        return header.HoistCount > 0 ? header : throw new RecordingFormatException("a header without a number of hoists");
    }

    private static Channel ReadChannel(ref ByteSource source)
    {
        ChannelGroup group = (ChannelGroup)source.Byte();
        ChannelType type = (ChannelType)source.Byte();
        if (group > ChannelGroup.HoistTruth || type > ChannelType.Float64) throw new RecordingFormatException($"a channel of group {(int)group} and type {(int)type}");
        return new Channel(group, source.Text(), type, source.Text(), 0);
    }

    private static string OwnVersion => typeof(RecordingHeader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
