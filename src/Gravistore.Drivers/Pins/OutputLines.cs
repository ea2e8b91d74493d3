using System.Device.Gpio;
using Gravistore.Core.Parameters;

namespace Gravistore.Drivers.Pins;

/// <summary>
/// The outputs. Low is de-energised and safe. Where the loop does not set them in time, the trip is asked for; the watchdog line stands still as it is: an edge would
/// feed its relay once more.
/// </summary>
internal sealed class OutputLines : IDisposable
{
    private const double NsPerS = 1e9, MsPerS = 1e3;
    private const int LooksPerExpiry = 4;

    private readonly Lock _lock = new();
    private readonly GpioPin?[] _pins = new GpioPin?[2];
    private readonly bool[] _levels = new bool[2];
    private readonly Func<long> _clockNs;
    private readonly long _expiryNs;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread _thread;
    private readonly int _lookMs;
    private long _setNs;

    public OutputLines(FieldWiring wiring, IReadOnlyList<GpioPin> pins, Func<long> clockNs)
    {
        for (int i = 0; i < pins.Count; i++) _pins[wiring.Outputs[i].Signal == WiredSignal.Watchdog ? 0 : 1] = pins[i];
        _clockNs = clockNs;
        _expiryNs = (long)(NsPerS * wiring.Gpio.ExpiryS);
        _lookMs = Math.Max(1, (int)(MsPerS * wiring.Gpio.ExpiryS / LooksPerExpiry));
        _thread = new Thread(Watch) { Name = "outputs' expiry", IsBackground = true };
        if (pins.Count > 0) _thread.Start();
    }

    public void Set(bool watchdog, bool noTripRequest, long nowNs)
    {
        lock (_lock)
        {
            _setNs = nowNs;
            Drive(0, watchdog);
            Drive(1, noTripRequest);
        }
    }

    public void Dispose()
    {
        _end.Set();
        if ((_thread.ThreadState & ThreadState.Unstarted) == 0) _thread.Join();
        Release();
        _end.Dispose();
    }

    private void Watch()
    {
        while (!_end.Wait(_lookMs))
            if (_clockNs() - Volatile.Read(ref _setNs) > _expiryNs) AskForTrip();
    }

    private void AskForTrip()
    {
        lock (_lock) Drive(1, false);
    }

    private void Release()
    {
        lock (_lock)
        {
            Drive(0, false);
            Drive(1, false);
        }
    }

    // By toggling: writing a level costs the controller an allocation.
    private void Drive(int output, bool level)
    {
        if (_levels[output] == level || _pins[output] is not { } pin) return;
        try
        {
            pin.Toggle();
            _levels[output] = level;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // A line that cannot be driven any more stands still, and the relay behind it drops.
        }
    }
}
