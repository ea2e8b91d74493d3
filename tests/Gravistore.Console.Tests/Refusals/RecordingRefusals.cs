using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Recording;
using Gravistore.Recording.Channels;

namespace Gravistore.Console.Tests.Refusals;

/// <summary>Bad flight recordings. What they print does not depend on the controller that recorded them.</summary>
internal static class RecordingRefusals
{
    private const string File = "config/run.gsrec", Replay = $"replay {File}";

    private static readonly Lazy<byte[]> Sound = new(Record);

    /// <summary>A bad recording for each number.</summary>
    public static IEnumerable<Refusal> All =>
    [
        new Refusal("GS-B001", Replay).File(File, "A text of some length that is no recording."),
        new Refusal("GS-B002", Replay).File(File, [.. Sound.Value[..9], 7, .. Sound.Value[10..]], "is a recording with another byte 9"),
        new Refusal("GS-B003", Replay).File(File, OfAnotherVersion(), "is a recording by another version, whose parameters have a \"slope\""),
        new Refusal("GS-B005", $"{Replay} --whatif-plant --set motion.maxSpeedMps=0.2").File(File, Sound.Value, "is a recording of a second"),
        new Refusal("GS-B004", $"{Replay} --from 60min").File(File, Sound.Value, "is a recording of a second"),
    ];

    private static byte[] Record()
    {
        using ConsoleRig rig = new();
        rig.WriteIdle(1);
        Assert.Equal(ExitCode.Good, rig.Run("dryrun", "FOLDER/idle.json", "--record", "FOLDER/run.gsrec", "--quiet"));
        return System.IO.File.ReadAllBytes(Path.Combine(rig.Folder, "run.gsrec"));
    }

    private static byte[] OfAnotherVersion()
    {
        KeyValuePair<string, string>[] texts =
        [
            new("version", "0.9.0"), new("architecture", "x64"), new("plant", "leith"), new("hoists", "1"), new("cycleNs", "10000000"),
            new("parameters", """{ "name": "leith", "slope": 3 }"""), new("parameterHash", "0000000000000000"), new("stateLayout", "another"),
        ];
        using MemoryStream stream = new();
        using FlightRecorder recorder = new(stream, new RecordingHeader { Texts = texts, Channels = ChannelDictionary.All }, new ControllerState(1));
        recorder.Cycle(new CycleInput(1), new CycleResult(1), new ControllerState(1));
        recorder.Complete();
        return stream.ToArray();
    }
}
