using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.Simulator.Serving;

/// <summary>
/// The registers of one device behind its adapter: a cyclic telegram takes effect some milliseconds of plant time after it came, in the order
/// sent, as in a drive whose adapter hands words over to the control board; everything else acts at once. Used under the world's gate alone.
/// </summary>
internal sealed class FieldRegisters : IRegisterDevice, IFunctionAware
{
    /// <summary>Telegrams under way; a master that sends more in that time pushes the oldest into effect.</summary>
    private const int Capacity = 64;

    private readonly World _world;
    private readonly string _name;
    private readonly Func<IRegisterDevice> _device;
    private readonly int _cyclicAddress, _cyclicCount, _delayMs, _jitterMs;
    private readonly ushort[] _words;
    private readonly long[] _dueMs = new long[Capacity];
    private ulong _chance;
    private int _first, _count;
    private long _lastDueMs = long.MinValue;

    /// <param name="world">Gives the plant's time.</param>
    /// <param name="name">The device's name.</param>
    /// <param name="device">The device now behind the adapter; a restart puts another one there.</param>
    /// <param name="cyclicAddress">Wire address of the cyclic telegram.</param>
    /// <param name="cyclicCount">Its registers; 0 = a device without one.</param>
    /// <param name="seed">Seed of the jitter.</param>
    public FieldRegisters(World world, string name, Func<IRegisterDevice> device, int cyclicAddress, int cyclicCount, ulong seed)
    {
        _world = world;
        _name = name;
        _device = device;
        _cyclicAddress = cyclicAddress;
        _cyclicCount = cyclicCount;
        _delayMs = (int)Math.Round(1000 * world.Plant.TruthOfPlant.Link.CommandDelayS);
        _jitterMs = (int)Math.Round(1000 * world.Plant.TruthOfPlant.Link.CommandJitterS);
        _words = new ushort[Capacity * Math.Max(1, cyclicCount)];
        _chance = seed;
    }

    /// <inheritdoc/>
    public byte CurrentFunction
    {
        get => (_device() as IFunctionAware)?.CurrentFunction ?? 0;
        set
        {
            if (_device() is IFunctionAware aware) aware.CurrentFunction = value;
        }
    }

    /// <inheritdoc/>
    public ModbusException Read(int address, Span<ushort> destination) => _device().Read(address, destination);

    /// <inheritdoc/>
    public ModbusException Write(int address, ReadOnlySpan<ushort> source)
    {
        if (_cyclicCount == 0 || address != _cyclicAddress || source.Length != _cyclicCount) return _device().Write(address, source);
        _world.Tell(_name, source);
        if (_count == Capacity) TakeFirst();
        int slot = (_first + _count) % Capacity;
        _lastDueMs = Math.Max(_lastDueMs, _world.Plant.TimeMs + _delayMs + Jitter());
        _dueMs[slot] = _lastDueMs;
        source.CopyTo(_words.AsSpan(slot * _cyclicCount));
        _count++;
        return ModbusException.None;
    }

    /// <summary>Puts into effect what has arrived by now.</summary>
    public void Deliver(long nowMs)
    {
        while (_count > 0 && _dueMs[_first] <= nowMs) TakeFirst();
    }

    /// <summary>Forgets what is under way: the adapter has lost its supply.</summary>
    public void Clear() => _count = 0;

    private void TakeFirst()
    {
        _device().Write(_cyclicAddress, _words.AsSpan(_first * _cyclicCount, _cyclicCount));
        _first = (_first + 1) % Capacity;
        _count--;
    }

    // splitmix64 (Steele, Lea and Flood, 2014).
    private int Jitter()
    {
        if (_jitterMs == 0) return 0;
        ulong z = _chance += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (int)(((z ^ (z >> 31)) >> 33) % (ulong)(_jitterMs + 1));
    }
}
