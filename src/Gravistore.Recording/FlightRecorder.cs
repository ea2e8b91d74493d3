using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Channels;

namespace Gravistore.Recording;

/// <summary>
/// Records every cycle of a controller. The loop copies input and result into a preallocated block and nothing more; a thread of the recorder's own
/// codes whole blocks and writes them. The loop waits only when the thread is a whole ring behind, so that nothing is lost.
/// </summary>
public sealed class FlightRecorder : IDisposable
{
    /// <summary>Blocks between loop and thread.</summary>
    public const int RingSize = 4;

    private readonly BlockWriter _writer;
    private readonly CycleBlock[] _ring = new CycleBlock[RingSize];
    private readonly object _lock = new();
    private readonly Thread _thread;
    private CycleBlock _block;
    private long _filled, _written, _cycles;
    private bool _ending, _stopped;
    private Exception? _failure;

    /// <summary>Begins a recording.</summary>
    /// <param name="stream">Receives it; stays the caller's.</param>
    /// <param name="header">What it says of itself.</param>
    /// <param name="state">The controller's state before the first cycle.</param>
    public FlightRecorder(Stream stream, RecordingHeader header, ControllerState state)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(state);
        RowLayout layout = new(header.HoistCount);
        _writer = new BlockWriter(stream, header, layout);
        for (int i = 0; i < RingSize; i++) _ring[i] = new CycleBlock(layout);
        _block = _ring[0];
        _block.Begin(0);
        _block.Keep(state);
        _thread = new Thread(WriteBlocks) { IsBackground = true, Name = "flight recorder" };
        _thread.Start();
    }

    /// <summary>Cycles recorded so far.</summary>
    public long Cycles => _cycles;

    /// <summary>Records one cycle, after its Step.</summary>
    /// <exception cref="IOException">The recording could not be written.</exception>
    public void Cycle(CycleInput input, CycleResult result, ControllerState state)
    {
        _block.Add(input, result);
        _cycles++;
        bool snapshot = _cycles % StateSnapshot.PeriodCycles == 0;
        if (_block.HasRoom && !snapshot) return;
        HandOver();
        if (snapshot) _block.Keep(state);
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
        lock (_lock)
        {
            _ending = true;
            Monitor.PulseAll(_lock);
        }
        _thread.Join();
    }

    private void HandOver()
    {
        lock (_lock)
        {
            _filled++;
            Monitor.PulseAll(_lock);
            while (_filled - _written >= RingSize && _failure is null) Monitor.Wait(_lock);
            if (_failure is not null) throw Failed();
        }
        _block = _ring[_filled % RingSize];
        _block.Begin(_cycles);
    }

    private void WriteBlocks()
    {
        try
        {
            while (Next() is { } block)
            {
                _writer.Write(block);
                lock (_lock)
                {
                    _written++;
                    Monitor.PulseAll(_lock);
                }
            }
        }
        catch (Exception e)
        {
            lock (_lock)
            {
                _failure = e;
                Monitor.PulseAll(_lock);
            }
        }
    }

    private CycleBlock? Next()
    {
        lock (_lock)
        {
            while (_written == _filled && !_ending) Monitor.Wait(_lock);
            return _written < _filled ? _ring[_written % RingSize] : null;
        }
    }

    private IOException Failed() => new($"the recording cannot be written: {_failure!.Message}", _failure);
}
