using System.Buffers.Binary;
using System.Device.Gpio;

namespace Gravistore.Drivers.Simulated;

/// <summary>
/// Lines of a simulated GPIO chip. Levels of inputs come by themselves whenever one changes, and at least every 10 ms; reading one takes the newest
/// and never waits. A simulator that has fallen silent is an error of every read, as a chip that was pulled out would be.
/// </summary>
internal sealed class SimulatedGpioDriver : GpioDriver
{
    private const int LevelBytes = 8, CommandBytes = 3;
    private const long SilentMs = 150;
    private const byte OpenInput = 1, OpenOutput = 2, SetLevel = 3, Close = 4;

    private readonly IoConnection _connection;
    private readonly int _count;
    private readonly Dictionary<int, PinMode> _open = [];
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _first = new();
    private ulong _inputs, _outputs;
    private long _heardMs;

    /// <param name="connection">A connection that was greeted as this chip.</param>
    /// <param name="count">Its lines, at most 64.</param>
    public SimulatedGpioDriver(IoConnection connection, int count)
    {
        _connection = connection;
        _count = count;
        _thread = new Thread(Listen) { Name = "simulated lines", IsBackground = true };
        _thread.Start();
        _first.Wait(TimeSpan.FromSeconds(2));
    }

    protected override int PinCount => _count;

    protected override void OpenPin(int pinNumber) => _open.TryAdd(pinNumber, PinMode.Input);

    protected override void ClosePin(int pinNumber)
    {
        if (_open.Remove(pinNumber)) Tell(Close, pinNumber, false);
    }

    protected override void SetPinMode(int pinNumber, PinMode mode) => SetPinMode(pinNumber, mode, PinValue.Low);

    // The level with the mode, not after it: a relay must not twitch.
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        _open[pinNumber] = mode;
        bool output = mode == PinMode.Output;
        if (output) Remember(pinNumber, initialValue);
        Tell(output ? OpenOutput : OpenInput, pinNumber, output && initialValue == PinValue.High);
    }

    protected override PinMode GetPinMode(int pinNumber) => _open[pinNumber];

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.Output;

    protected override PinValue Read(int pinNumber)
    {
        if (_open[pinNumber] == PinMode.Output) return (_outputs >> pinNumber & 1) != 0;
        if (Environment.TickCount64 - Volatile.Read(ref _heardMs) > SilentMs) throw new IOException("the simulated GPIO chip has fallen silent");
        return (Volatile.Read(ref _inputs) >> pinNumber & 1) != 0;
    }

    protected override void Toggle(int pinNumber) => Write(pinNumber, (_outputs >> pinNumber & 1) == 0);

    protected override void Write(int pinNumber, PinValue value)
    {
        Remember(pinNumber, value);
        Tell(SetLevel, pinNumber, value == PinValue.High);
    }

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => throw NoEvents();

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => throw NoEvents();

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) => throw NoEvents();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _connection.Dispose();
            _thread.Join();
            _first.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Remember(int line, PinValue value) => _outputs = value == PinValue.High ? _outputs | 1UL << line : _outputs & ~(1UL << line);

    private void Tell(byte what, int line, bool high)
    {
        Span<byte> command = stackalloc byte[CommandBytes];
        command[0] = what;
        command[1] = (byte)line;
        command[2] = high ? (byte)1 : (byte)0;
        _connection.Send(command);
    }

    private void Listen()
    {
        Span<byte> levels = stackalloc byte[LevelBytes];
        try
        {
            while (true)
            {
                _connection.Receive(levels);
                Volatile.Write(ref _inputs, BinaryPrimitives.ReadUInt64LittleEndian(levels));
                Volatile.Write(ref _heardMs, Environment.TickCount64);
                _first.Set();
            }
        }
        catch (IOException)
        {
            // Ended: reads fail from here on.
        }
    }

    private static NotSupportedException NoEvents() => new("safety inputs are read once a cycle; there are no edge events");
}
