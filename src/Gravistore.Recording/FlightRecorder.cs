using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Channels;
using Gravistore.Recording.Incidents;

namespace Gravistore.Recording;

/// <summary>
/// Records every cycle of a controller. The loop copies input and result into a preallocated block and nothing more; a thread of the recorder's own
/// codes whole blocks and writes them. When the thread is a whole ring behind, a loop that may wait does so and loses nothing; one that keeps time
/// loses the block, which the recording then tells, and goes on with a snapshot. Such a loop makes no system call here.
/// </summary>
public sealed class FlightRecorder : IDisposable
{
    /// <summary>Blocks between loop and thread.</summary>
    public const int RingSize = 8;
    /// <summary>The thread looks for blocks at least so often [ms].</summary>
    private const int PollMs = 20;

    private readonly BlockWriter _writer;
    private readonly bool _mayWait;
    private readonly CycleBlock[] _ring = new CycleBlock[RingSize];
    private readonly object _lock = new();
    private readonly Thread _thread;
    private CycleBlock _block;
    private long _filled, _written, _cycles, _lost;
    private volatile bool _ending;
    private bool _stopped;
    private volatile Exception? _failure;

    /// <summary>Begins a recording.</summary>
    /// <param name="stream">Receives it; stays the caller's; null = only incidents are kept.</param>
    /// <param name="header">What it says of itself.</param>
    /// <param name="state">The controller's state before the first cycle.</param>
    /// <param name="incidents">Keeps what happened around trips; null = no incidents are kept.</param>
    /// <param name="mayWait">The loop keeps no time, as in a dry run: it may wait for the thread, and is told when the recording fails.</param>
    public FlightRecorder(Stream? stream, RecordingHeader header, ControllerState state, IncidentKeeper? incidents = null, bool mayWait = true)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(state);
        RowLayout layout = new(header.HoistCount, header.Channels);
        _mayWait = mayWait;
        Incidents = incidents;
        incidents?.Begin(header, layout);
        IBlockSink?[] sinks = [stream is null ? null : new BlockFile(stream, header), incidents];
        _writer = new BlockWriter(layout, [.. sinks.OfType<IBlockSink>()]);
        for (int i = 0; i < RingSize; i++) _ring[i] = new CycleBlock(layout);
        _block = _ring[0];
        _block.Begin(0);
        _block.Keep(state);
        _thread = new Thread(WriteBlocks) { IsBackground = true, Name = "flight recorder" };
        _thread.Start();
    }

    /// <summary>Keeps what happened around trips; null = no incidents are kept.</summary>
    public IncidentKeeper? Incidents { get; }

    /// <summary>Cycles taken so far.</summary>
    public long Cycles => _cycles;

    /// <summary>Cycles of these that were lost because the thread was a whole ring behind, or because writing failed.</summary>
    public long Lost => _lost;

    /// <summary>Why nothing can be written any more; null while all is well.</summary>
    public Exception? Failure => _failure;

    /// <summary>Records one cycle, after its Step.</summary>
    /// <param name="input">What the controller was given.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="state">Its state after it.</param>
    /// <param name="truth">What was true of the plant when the cycle began, as many values as the header has channels for.</param>
    /// <exception cref="IOException">The recording could not be written, and the loop may wait.</exception>
    public void Cycle(CycleInput input, CycleResult result, ControllerState state, ReadOnlySpan<double> truth = default)
    {
        _block.Add(input, result, truth);
        _cycles++;
        bool snapshot = _cycles % StateSnapshot.PeriodCycles == 0;
        if (_block.HasRoom && !snapshot) return;
        bool handed = _mayWait ? HandOverAndWait() : TryHandOver();
        if (!handed) _lost += _block.CycleCount;
        else _block = _ring[_filled % RingSize];
        _block.Begin(_cycles);
        if (snapshot || !handed) _block.Keep(state);
    }

    /// <summary>Writes what is left and the end of the recording.</summary>
    /// <exception cref="IOException">The recording could not be written.</exception>
    public void Complete()
    {
        Stop();
        if (_failure is not null) throw Failed();
        _writer.Write(_block);
        _writer.End(_cycles);
    }

    /// <summary>Ends the thread; without <see cref="Complete"/> the recording stays without its end.</summary>
    public void Dispose() => Stop();

    private void Stop()
    {
        if (_stopped) return;
        _stopped = true;
        _ending = true;
        lock (_lock) Monitor.PulseAll(_lock);
        _thread.Join();
    }

    // Plain stores: the thread looks by itself.
    private bool TryHandOver()
    {
        if (_failure is not null || _filled + 1 - Volatile.Read(ref _written) >= RingSize) return false;
        Volatile.Write(ref _filled, _filled + 1);
        return true;
    }

    private bool HandOverAndWait()
    {
        lock (_lock)
        {
            Volatile.Write(ref _filled, _filled + 1);
            Monitor.PulseAll(_lock);
            while (_filled - Volatile.Read(ref _written) >= RingSize && _failure is null) Monitor.Wait(_lock, PollMs);
        }
        return _failure is null ? true : throw Failed();
    }

    private void WriteBlocks()
    {
        try
        {
            while (Next() is { } block)
            {
                _writer.Write(block);
                Volatile.Write(ref _written, _written + 1);
                lock (_lock) Monitor.PulseAll(_lock);
            }
        }
        catch (Exception e)
        {
            _failure = e;
            lock (_lock) Monitor.PulseAll(_lock);
        }
    }

    private CycleBlock? Next()
    {
        lock (_lock)
            while (_written == Volatile.Read(ref _filled) && !_ending) Monitor.Wait(_lock, PollMs);
        return _written < Volatile.Read(ref _filled) ? _ring[_written % RingSize] : null;
    }

    private IOException Failed() => new($"the recording cannot be written: {_failure!.Message}", _failure);
}
