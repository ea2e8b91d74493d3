using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.DryRun.Loop;

/// <summary>
/// Writes to one device that arrive later than they were sent: each after a fixed delay and a jitter, in the order sent, none overtaking another.
/// A ring of fixed size; nothing is allocated after construction.
/// </summary>
internal sealed class DelayedWriter
{
    private readonly IRegisterDevice _device;
    private readonly int _address;
    private readonly int _width;
    private readonly int _delayMs;
    private readonly int _jitterMs;
    private readonly JitterSource _jitter;
    private readonly ushort[] _words;
    private readonly long[] _dueMs;
    private int _first, _count;
    private long _lastDueMs = long.MinValue;

    /// <param name="device">Receives the writes.</param>
    /// <param name="address">Wire address of the block.</param>
    /// <param name="width">Registers of one write.</param>
    /// <param name="delayMs">Least delay [ms].</param>
    /// <param name="jitterMs">Greatest delay on top of that [ms].</param>
    /// <param name="jitter">Where the jitter comes from.</param>
    public DelayedWriter(IRegisterDevice device, int address, int width, int delayMs, int jitterMs, JitterSource jitter)
    {
        _device = device;
        _address = address;
        _width = width;
        _delayMs = delayMs;
        _jitterMs = jitterMs;
        _jitter = jitter;
        // One write per cycle at most: so many can be under way, and one more is being sent.
        int capacity = (delayMs + jitterMs) / LockStepLoop.CycleMs + 2;
        _words = new ushort[capacity * width];
        _dueMs = new long[capacity];
    }

    /// <summary>Writes that the device refused.</summary>
    public long Refused { get; private set; }

    /// <summary>When the next write arrives [ms]; far in the future when none is under way.</summary>
    public long NextDueMs => _count > 0 ? _dueMs[_first] : long.MaxValue;

    /// <summary>Sends registers; at most once per cycle.</summary>
    public void Send(long nowMs, ReadOnlySpan<ushort> words)
    {
        if (_count == _dueMs.Length) throw new InvalidOperationException("more writes are under way than cycles have passed");
        int slot = _first + _count;
        if (slot >= _dueMs.Length) slot -= _dueMs.Length;
        _lastDueMs = Math.Max(_lastDueMs, nowMs + _delayMs + _jitter.Next(_jitterMs));
        _dueMs[slot] = _lastDueMs;
        words[.._width].CopyTo(_words.AsSpan(slot * _width, _width));
        _count++;
    }

    /// <summary>Hands over what has arrived by now.</summary>
    public void Deliver(long nowMs)
    {
        while (_count > 0 && _dueMs[_first] <= nowMs)
        {
            if (_device.Write(_address, _words.AsSpan(_first * _width, _width)) != ModbusException.None) Refused++;
            if (++_first == _dueMs.Length) _first = 0;
            _count--;
        }
    }
}
