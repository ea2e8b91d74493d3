using Gravistore.Controller.Startup;

namespace Gravistore.Controller.Journal;

/// <summary>
/// The file with the weights' last positions: two records that are written in turn, each forced to the disk before the other is touched, so that a
/// supply that fails in the middle of a write costs one of them at most. Its size never changes: a full disk does not keep it from being written.
/// </summary>
internal sealed class PositionJournal : IDisposable
{
    /// <summary>Name in the state folder.</summary>
    public const string FileName = "position.journal";

    private readonly FileStream _file;
    private long _sequence;

    private PositionJournal(FileStream file, JournalRecord? last)
    {
        _file = file;
        Last = last;
        _sequence = last?.Sequence ?? 0;
    }

    /// <summary>The newest record that was found; null when the journal is new.</summary>
    public JournalRecord? Last { get; }

    /// <summary>Opens the journal of a state folder, or begins one.</summary>
    /// <param name="folder">The state folder.</param>
    /// <exception cref="StartException">It cannot be opened or written, or both its records are damaged.</exception>
    public static PositionJournal Open(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 0);
            return Opened(file, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException(StartErrors.StateFolder, $"the journal '{path}' cannot be opened for writing: {e.Message}");
        }
    }

    private static PositionJournal Opened(FileStream file, string path)
    {
        try
        {
            JournalRecord? newest = Newest(file);
            if (newest is null && !IsBlank(file)) throw new StartException(StartErrors.JournalDamaged, $"neither record of the journal '{path}' passes its checksum");
            if (newest is null) Reserve(file);
            return new PositionJournal(file, newest);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes a record and waits until the disk has it.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public void Write(string plant, IReadOnlyList<JournalHoist> hoists)
    {
        JournalRecord record = new(_sequence + 1, plant, hoists);
        RandomAccess.Write(_file.SafeFileHandle, record.Write(), record.Sequence % 2 * JournalRecord.Bytes);
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
        _sequence++;
    }

    public void Dispose() => _file.Dispose();

    // The place is taken at once and not at the first write: a full disk is told before anything moves.
    private static void Reserve(FileStream file)
    {
        RandomAccess.Write(file.SafeFileHandle, new byte[2 * JournalRecord.Bytes], 0);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    // One that was begun and never written holds zeros, as far as it goes.
    private static bool IsBlank(FileStream file)
    {
        byte[] bytes = new byte[2 * JournalRecord.Bytes + 1];
        int count = RandomAccess.Read(file.SafeFileHandle, bytes, 0);
        return count < bytes.Length && !bytes.AsSpan().ContainsAnyExcept((byte)0);
    }

    private static JournalRecord? Newest(FileStream file)
    {
        JournalRecord? a = Read(file, 0), b = Read(file, 1);
        return a is null ? b : b is null || a.Sequence > b.Sequence ? a : b;
    }

    private static JournalRecord? Read(FileStream file, int slot)
    {
        byte[] bytes = new byte[JournalRecord.Bytes];
        return RandomAccess.Read(file.SafeFileHandle, bytes, slot * JournalRecord.Bytes) == bytes.Length ? JournalRecord.Read(bytes) : null;
    }
}
