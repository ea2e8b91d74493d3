namespace Gravistore.Controller.Startup;

/// <summary>The folder with what must outlive the controller; held by one controller at a time.</summary>
internal sealed class StateFolder : IDisposable
{
    private const string LockName = "lock";
    private static readonly byte[] Probe = new byte[64 * 1024];

    private readonly FileStream _lock;

    private StateFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    /// <summary>Makes the folder where it is missing, sees that it can be written, and holds it.</summary>
    /// <exception cref="StartException">It cannot be used.</exception>
    public static StateFolder Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            ProbeWriting(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException(StartErrors.StateFolder, $"the state folder '{path}' cannot be used: {e.Message}");
        }
        try
        {
            return new StateFolder(path, new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new StartException(StartErrors.StateInUse, $"the state folder '{path}' is held by another controller: {e.Message}");
        }
    }

    public void Dispose() => _lock.Dispose();

    // A disk may take an empty file and no byte more.
    private static void ProbeWriting(string path)
    {
        string probe = System.IO.Path.Combine(path, $"probe.{Environment.ProcessId}");
        try
        {
            using FileStream file = new(probe, FileMode.Create, FileAccess.Write, FileShare.None, 0);
            file.Write(Probe);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(probe);
        }
    }
}
