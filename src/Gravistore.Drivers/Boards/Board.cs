using Gravistore.Core.Parameters;
using Gravistore.Drivers.Links;
using Gravistore.Drivers.Pins;

namespace Gravistore.Drivers.Boards;

/// <summary>
/// One board with a thread of its own, which may hang as long as its bus does: the loop takes what was read last, and its age. A reading that failed
/// is not taken, so a board that fails grows old; it is set up anew before the next one.
/// </summary>
internal sealed class Board : IContactSource
{
    private const double MsPerS = 1e3;
    private const int LongestPauseMs = 100, JoinMs = 500, MsPerNs = 1_000_000;

    private readonly Func<BoardChip> _open;
    private readonly Func<long> _clockNs;
    private readonly LatestWords _words;
    private readonly LinkCounters _counters = new();
    private readonly ManualResetEventSlim _end = new(), _answered = new();
    private readonly Thread _thread;
    private readonly int _count;
    private BoardChip? _chip;
    private long _startNs;

    /// <param name="wiring">The board.</param>
    /// <param name="words">Words of a poll.</param>
    /// <param name="open">Opens the chip and sets it up.</param>
    /// <param name="clockNs">Monotonic time [ns].</param>
    public Board(BoardWiring wiring, int words, Func<BoardChip> open, Func<long> clockNs)
    {
        Wiring = wiring;
        _count = words;
        _words = new LatestWords(words);
        _open = open;
        _clockNs = clockNs;
        _thread = new Thread(Run) { Name = wiring.Name, IsBackground = true };
    }

    public BoardWiring Wiring { get; }

    /// <inheritdoc/>
    public uint Levels => _words.Front[0];
    /// <inheritdoc/>
    public long StampNs => _words.FrontStampNs;
    /// <inheritdoc/>
    public int Samples { get; private set; }

    /// <summary>What went wrong last; empty while nothing has.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>The newest reading's words.</summary>
    public ushort this[int index] => _words.Front[index];

    public LinkStatistics Statistics
    {
        get
        {
            RoundTripMeter meter = _counters.RoundTrips;
            double lengthS = Math.Max(1e-3, 1e-9 * (_clockNs() - _startNs));
            return new LinkStatistics(Wiring.Name, meter.Count / lengthS, meter.QuantileUs(0.5), meter.QuantileUs(0.99), _counters.TimeOuts, Math.Max(0, _counters.Connections - 1), _counters.Refused, _counters.IsConnected);
        }
    }

    public void RestartStatistics()
    {
        _counters.Restart();
        _startNs = _clockNs();
    }

    public void Start()
    {
        _startNs = _clockNs();
        _thread.Start();
    }

    /// <summary>Waits for the first reading, good or not.</summary>
    /// <returns>False when there was none in time, or it was not good.</returns>
    public bool Answers(int timeoutMs, CancellationToken cancellation) => _answered.Wait(timeoutMs, cancellation) && Trouble.Length == 0;

    /// <summary>Takes the newest reading; never waits, allocates nothing.</summary>
    public void Take()
    {
        if (_words.Take()) Samples = unchecked(Samples + 1);
    }

    /// <summary>Asks the thread to end.</summary>
    public void Stop() => _end.Set();

    // A thread that hangs in its bus is left behind; it belongs to the background and holds nothing but its chip.
    public void Join()
    {
        if ((_thread.ThreadState & ThreadState.Unstarted) != 0 || _thread.Join(JoinMs)) return;
        _chip?.Dispose();
    }

    private void Run()
    {
        while (!_end.IsSet)
        {
            long startNs = _clockNs();
            bool good = Cycle(startNs);
            _answered.Set();
            int spentMs = (int)((_clockNs() - startNs) / MsPerNs), periodMs = (int)(MsPerS * Wiring.PollS);
            _end.Wait(good ? Math.Max(1, periodMs - spentMs) : Math.Min(periodMs, LongestPauseMs));
        }
        Drop();
    }

    // Whatever a chip's answer made of its driver: it is set up anew.
    private bool Cycle(long startNs)
    {
        try
        {
            if (_chip is null)
            {
                _chip = _open();
                _counters.Connections++;
            }
            _chip.Poll(_words.Back[.._count]);
            long nowNs = _clockNs();
            _counters.RoundTrips.Add(nowNs - startNs);
            _counters.IsConnected = true;
            Trouble = "";
            _words.Publish(startNs);
            return true;
        }
        catch (Exception broken)
        {
            if (broken is BoardException) _counters.Refused++;
            else _counters.TimeOuts++;
            Trouble = broken.Message.ReplaceLineEndings(" ");
            Drop();
            return false;
        }
    }

    private void Drop()
    {
        _counters.IsConnected = false;
        _chip?.Dispose();
        _chip = null;
    }
}
