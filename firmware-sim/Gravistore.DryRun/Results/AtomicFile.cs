using System.Text;

namespace Gravistore.DryRun.Results;

/// <summary>
/// A file that comes into being whole or not at all: it is written beside its target under a name of its own, and takes the target's name on
/// <see cref="Commit"/>. Disposed without a commit it leaves nothing behind.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private readonly StreamWriter _writer;
    private bool _closed;

    /// <exception cref="IOException">The folder does not exist or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public AtomicFile(string target)
    {
        // Through links: the file behind one is replaced, not the link. A device is never replaced.
        FileSystemInfo? behind = File.Exists(target) ? File.ResolveLinkTarget(target, returnFinalTarget: true) : null;
        _target = behind?.FullName ?? Path.GetFullPath(target);
        if (IsDevice(_target)) throw new IOException($"'{target}' is a device, not a file");
        if (Directory.Exists(_target)) throw new IOException($"'{target}' is a folder");
        _temporary = $"{_target}.{Environment.ProcessId}.tmp";
        _writer = Open(_temporary, Path.GetDirectoryName(_target) ?? "/");
    }

    /// <summary>Receives the content.</summary>
    public TextWriter Writer => _writer;

    /// <summary>Receives content that is no text; use either this or <see cref="Writer"/>.</summary>
    public Stream Stream => _writer.BaseStream;

    /// <summary>Closes the file and gives it its name, replacing an older one.</summary>
    public void Commit()
    {
        _writer.Dispose();
        File.Move(_temporary, _target, overwrite: true);
        _closed = true;
    }

    // The system's own messages name the temporary file, which says nothing to a person.
    private static StreamWriter Open(string temporary, string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"there is no folder '{folder}'");
        try
        {
            return new StreamWriter(temporary, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException($"the folder '{folder}' may not be written", e);
        }
    }

    private static bool IsDevice(string path) =>
        (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal)) || path.StartsWith("/proc/", StringComparison.Ordinal);

    public void Dispose()
    {
        if (_closed) return;
        _closed = true;
        _writer.Dispose();
        File.Delete(_temporary);
    }
}
