using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.DryRun.Loop;

/// <summary>Samples of one device's block that become known some time after they were taken. A ring of fixed size; nothing is allocated after construction.</summary>
internal sealed class DelayedReader
{
    private readonly IRegisterDevice _device;
    private readonly int _address;
    private readonly int _width;
    private readonly int _ageMs;
    private readonly ushort[] _words;
    private readonly long[] _takenMs;
    private readonly ushort[] _scratch;
    private int _newest = -1;

    /// <param name="device">The device that is read.</param>
    /// <param name="address">Wire address of the block.</param>
    /// <param name="width">Registers of the block.</param>
    /// <param name="ageMs">Age at which a sample becomes known [ms].</param>
    public DelayedReader(IRegisterDevice device, int address, int width, int ageMs)
    {
        _device = device;
        _address = address;
        _width = width;
        _ageMs = ageMs;
        int slots = ageMs / LockStepLoop.CycleMs + 2;
        _words = new ushort[slots * width];
        _takenMs = new long[slots];
        _scratch = new ushort[width];
        Array.Fill(_takenMs, long.MaxValue);
    }

    /// <summary>Reads that the device refused; the samples before them stay.</summary>
    public long Refused { get; private set; }

    /// <summary>Takes a sample; at most once per cycle.</summary>
    public void Sample(long nowMs)
    {
        if (_device.Read(_address, _scratch) != ModbusException.None)
        {
            Refused++;
            return;
        }
        if (++_newest == _takenMs.Length) _newest = 0;
        _takenMs[_newest] = nowMs;
        _scratch.CopyTo(_words.AsSpan(_newest * _width, _width));
    }

    /// <summary>The newest sample that is known by now; empty when there is none.</summary>
    /// <param name="nowMs">Time [ms].</param>
    /// <param name="takenMs">When it was taken [ms].</param>
    public ReadOnlySpan<ushort> Newest(long nowMs, out long takenMs)
    {
        int slot = _newest;
        for (int back = 0; back < _takenMs.Length && slot >= 0; back++, slot = slot > 0 ? slot - 1 : _takenMs.Length - 1)
        {
            if (_takenMs[slot] > nowMs - _ageMs) continue;
            takenMs = _takenMs[slot];
            return _words.AsSpan(slot * _width, _width);
        }
        takenMs = 0;
        return [];
    }
}
