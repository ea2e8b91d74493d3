using System.Globalization;

namespace Gravistore.Console.Rig;

/// <summary>Files and sockets of one rig; removed afterwards unless they are to be kept.</summary>
internal sealed class RigFolder : IDisposable
{
    private readonly bool _keep;

    /// <param name="keep">Folder to keep; null = a temporary one.</param>
    public RigFolder(string? keep)
    {
        _keep = keep is not null;
        Path = keep is null ? Directory.CreateTempSubdirectory("gsrig-").FullName : Directory.CreateDirectory(keep).FullName;
        // The path of a socket has little room: always in a short folder.
        Sockets = Directory.CreateTempSubdirectory("gsr-").FullName;
    }

    public string Path { get; }
    private string Sockets { get; }
    public string Truth => System.IO.Path.Combine(Path, "truth.csv");
    public string State => System.IO.Path.Combine(Path, "state");
    public string Record => System.IO.Path.Combine(Path, "recording");
    public string Ready => System.IO.Path.Combine(Sockets, "ready.json");
    public string Control => System.IO.Path.Combine(Sockets, "sim.sock");
    public string Io => System.IO.Path.Combine(Sockets, "io.sock");
    public string Socket => System.IO.Path.Combine(Sockets, "gs.sock");

    /// <summary>Monotonic time of the simulator's start [ns].</summary>
    public long StartNs()
    {
        const string name = "startNs=";
        string line = File.ReadLines(Ready).First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(name.Length), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps what a process said.</summary>
    public void Log(string name, IEnumerable<string> lines)
    {
        if (_keep) File.WriteAllLines(System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{name}.log")), lines);
    }

    public void Dispose()
    {
        Directory.Delete(Sockets, recursive: true);
        if (!_keep) Directory.Delete(Path, recursive: true);
    }
}
