using Gravistore.Controller.Startup;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Tests;

/// <summary>Runs gravistored in this process, with a folder of its own and a plant in memory.</summary>
internal sealed class DaemonRig : IDisposable
{
    public const int LongestMs = 60_000;

    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _log = [];
    private Thread? _thread;
    private int _code = -1;

    public string Folder { get; } = Directory.CreateTempSubdirectory("gsd-").FullName;
    public string Socket => Path.Combine(Folder, "gs.sock");
    public string State => Path.Combine(Folder, "state");
    public Dictionary<string, string> Environment { get; } = [];
    public MemoryField? Field { get; private set; }
    public Action<MemoryField>? Bend { get; init; }

    public string Log
    {
        get { lock (_log) return string.Join('\n', _log); }
    }

    public static string Plant { get; } = Path.Combine(Root(), "config", "plants", "leith.json");

    /// <summary>Runs a command line to its end; FOLDER stands for the rig's folder.</summary>
    public int Run(params string[] args)
    {
        DaemonSurroundings surroundings = new(Tell, TextWriter.Null, Environment.GetValueOrDefault, _stop.Token);
        return Entry.Run([.. args.Select(a => a.Replace("FOLDER", Folder))], surroundings, (options, plant) =>
        {
            Field = new MemoryField(plant, 0.5 * (plant.Shaft.UpperLandingDepthM + plant.Shaft.LowerLandingDepthM));
            Bend?.Invoke(Field);
            return Field;
        });
    }

    /// <summary>Starts it on a thread of its own and connects.</summary>
    public ControllerClient Start()
    {
        _thread = new Thread(() => _code = Run(Plant, "--links", "memory", "--socket", Socket, "--state", State, "--allow-no-realtime", "--cpu", "0", "--slips", "6000/6000"));
        _thread.Start();
        ControllerClient? client = null;
        Wait(() => (client = TryConnect()) is not null, "a connection");
        return client!;
    }

    /// <summary>Tells it to end.</summary>
    /// <returns>Its exit code.</returns>
    public int Stop()
    {
        _stop.Cancel();
        Assert.True(_thread!.Join(LongestMs), "it does not end: " + Log);
        return _code;
    }

    /// <summary>Reads snapshots until one fulfils a condition.</summary>
    public SnapshotNotice Until(ControllerClient client, Func<SnapshotNotice, bool> holds, string what)
    {
        SnapshotNotice? last = null;
        Wait(() => client.Next(1000) is SnapshotNotice s && holds(last = s), what);
        return last!;
    }

    public void Wait(Func<bool> holds, string what)
    {
        long end = System.Environment.TickCount64 + LongestMs;
        while (!holds())
        {
            Assert.True(System.Environment.TickCount64 < end, $"{what} does not come: {Log}");
            Thread.Sleep(1);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread?.Join(LongestMs);
        Directory.Delete(Folder, recursive: true);
    }

    private ControllerClient? TryConnect()
    {
        try
        {
            return ControllerClient.Connect(Socket, "test");
        }
        catch (System.Net.Sockets.SocketException)
        {
            Assert.True(_thread!.IsAlive, "it has ended: " + Log);
            return null;
        }
    }

    private void Tell(string line)
    {
        lock (_log) _log.Add(line);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
