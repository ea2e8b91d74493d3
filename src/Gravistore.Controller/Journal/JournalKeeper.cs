using Gravistore.Controller.Gateway;

namespace Gravistore.Controller.Journal;

/// <summary>Writes the journal from an ordinary thread: once a second while a weight moves, at once when it has come to rest, once a minute otherwise.</summary>
internal sealed class JournalKeeper : IDisposable
{
    private const int PollMs = 100, MovingMs = 1000, RestingMs = 60_000;
    private const double MovedM = 0.001;

    private readonly PositionJournal _journal;
    private readonly string _plant;
    private readonly PlantPicture _picture;
    private readonly Action<string> _tell;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _end = new();
    private JournalHoist[] _written;
    private long _writtenMs;
    private bool _failing;

    /// <param name="journal">Is written, and disposed with this.</param>
    /// <param name="plant">Name of the plant.</param>
    /// <param name="picture">Where the weights are.</param>
    /// <param name="tell">Is told when the disk does not take a record, and when it does again.</param>
    public JournalKeeper(PositionJournal journal, string plant, PlantPicture picture, Action<string> tell)
    {
        (_journal, _plant, _picture, _tell) = (journal, plant, picture, tell);
        _written = [.. journal.Last?.Hoists ?? []];
        _writtenMs = Environment.TickCount64 - RestingMs;
        _thread = new Thread(Keep) { Name = "journal", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Writes a last record and ends.</summary>
    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        if (_picture.Journal() is { } hoists) Write(hoists);
        _journal.Dispose();
        _end.Dispose();
    }

    private void Keep()
    {
        while (!_end.Wait(PollMs))
            if (_picture.Journal() is { } hoists && IsDue(hoists)) Write(hoists);
    }

    private bool IsDue(JournalHoist[] hoists)
    {
        if (hoists.Length != _written.Length) return true;
        bool changed = false, settled = false;
        for (int i = 0; i < hoists.Length; i++)
        {
            settled |= hoists[i].AtRest && !_written[i].AtRest;
            changed |= Math.Abs(hoists[i].RopeLengthM - _written[i].RopeLengthM) > MovedM || hoists[i].AtRest != _written[i].AtRest;
        }
        long age = Environment.TickCount64 - _writtenMs;
        return settled || age >= (changed ? MovingMs : RestingMs);
    }

    private void Write(JournalHoist[] hoists)
    {
        _writtenMs = Environment.TickCount64;
        try
        {
            _journal.Write(_plant, hoists);
            _written = hoists;
            if (_failing) _tell("the journal is written again");
            _failing = false;
        }
        catch (IOException e)
        {
            if (!_failing) _tell($"the journal cannot be written: {e.Message}; the positions of a restart will be as old as its last record");
            _failing = true;
        }
    }
}
