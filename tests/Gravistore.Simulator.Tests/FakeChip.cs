using System.Collections.Concurrent;
using System.Device.Gpio;

namespace Gravistore.Simulator.Tests;

/// <summary>A GPIO chip in memory: what the simulator drives, and what somebody else drives at its inputs.</summary>
internal sealed class FakeChip(int lines) : GpioDriver
{
    private readonly ConcurrentDictionary<int, PinMode> _modes = new();
    private readonly bool[] _levels = new bool[lines];

    /// <summary>Every use of a line fails, as after a chip was pulled out.</summary>
    public volatile bool IsGone;

    /// <summary>Lines that somebody else has claimed.</summary>
    public HashSet<int> Used { get; } = [];

    public bool IsOutput(int line) => _modes.TryGetValue(line, out PinMode mode) && mode == PinMode.Output;

    public bool IsClaimed(int line) => _modes.ContainsKey(line);

    public bool this[int line]
    {
        get => Volatile.Read(ref _levels[line]);
        set => Volatile.Write(ref _levels[line], value);
    }

    protected override int PinCount => lines;

    protected override void OpenPin(int pinNumber)
    {
        if (Used.Contains(pinNumber)) throw new IOException("Device or resource busy");
        _modes[pinNumber] = PinMode.Input;
    }

    protected override void ClosePin(int pinNumber) => _modes.TryRemove(pinNumber, out _);

    protected override void SetPinMode(int pinNumber, PinMode mode) => _modes[pinNumber] = mode;

    protected override PinMode GetPinMode(int pinNumber) => _modes[pinNumber];

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.Output;

    protected override PinValue Read(int pinNumber) => IsGone ? throw new IOException("No such device") : this[pinNumber];

    protected override void Toggle(int pinNumber) => Write(pinNumber, !this[pinNumber]);

    protected override void Write(int pinNumber, PinValue value)
    {
        if (IsGone) throw new IOException("No such device");
        this[pinNumber] = value == PinValue.High;
    }

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => throw new NotSupportedException();

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) => throw new NotSupportedException();
}
