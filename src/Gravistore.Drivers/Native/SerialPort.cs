using System.Runtime.InteropServices;
using Gravistore.Core.Parameters;

namespace Gravistore.Drivers.Native;

/// <summary>
/// A raw serial port: bytes as they are on the line, reads and writes with a deadline. System.IO.Ports would do, but waits in steps of a millisecond,
/// several to a frame. Held by an advisory lock, so that two programs do not talk on one line.
/// </summary>
internal sealed unsafe class SerialPort : Links.ISerialLine
{
    private const long NsPerS = 1_000_000_000;

    private readonly string _path;
    private int _descriptor;

    private SerialPort(string path, int descriptor)
    {
        _path = path;
        _descriptor = descriptor;
    }

    /// <summary>Opens a port and sets it up.</summary>
    /// <exception cref="SerialPortException">It is not there, not a serial port, not ours, in use, or does not take the settings.</exception>
    public static SerialPort Open(SerialBus bus)
    {
        int descriptor = SerialCalls.Open(bus.Path, SerialCalls.ReadWrite | SerialCalls.NoControllingTerminal | SerialCalls.NonBlocking | SerialCalls.CloseOnExec);
        if (descriptor < 0) throw NotOpened(bus.Path, Marshal.GetLastPInvokeError());
        SerialPort port = new(bus.Path, descriptor);
        try
        {
            port.Hold();
            port.SetUp(bus);
            return port;
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    /// <summary>Reads what is there, waiting for a first byte.</summary>
    /// <param name="buffer">Receives bytes.</param>
    /// <param name="patienceNs">How long to wait [ns]; 0 = not at all.</param>
    /// <returns>How many came; 0 when none did in time.</returns>
    /// <exception cref="SerialPortException">The port is gone.</exception>
    public int Read(Span<byte> buffer, long patienceNs)
    {
        if (!Await(SerialCalls.PollIn, patienceNs)) return 0;
        fixed (byte* to = buffer)
        {
            nint count = SerialCalls.Read(_descriptor, to, (nuint)buffer.Length);
            if (count > 0) return (int)count;
            int error = Marshal.GetLastPInvokeError();
            if (count < 0 && error is SerialCalls.TryAgain or SerialCalls.Interrupted) return 0;
            throw Gone(count == 0 ? "the line was hung up" : Marshal.GetPInvokeErrorMessage(error));
        }
    }

    /// <summary>Hands bytes to the port.</summary>
    /// <exception cref="SerialPortException">The port is gone, or takes nothing in time.</exception>
    public void Write(ReadOnlySpan<byte> bytes, long patienceNs)
    {
        while (bytes.Length > 0)
        {
            if (!Await(SerialCalls.PollOut, patienceNs)) throw Gone("it takes no more bytes");
            nint count;
            fixed (byte* from = bytes) count = SerialCalls.Write(_descriptor, from, (nuint)bytes.Length);
            int error = Marshal.GetLastPInvokeError();
            if (count > 0) bytes = bytes[(int)count..];
            else if (error is not (SerialCalls.TryAgain or SerialCalls.Interrupted)) throw Gone(Marshal.GetPInvokeErrorMessage(error));
        }
    }

    /// <summary>Forgets what was received and not read; with <paramref name="unsent"/> what was not sent yet as well.</summary>
    public void Flush(bool unsent) => _ = SerialCalls.Flush(_descriptor, unsent ? SerialCalls.FlushBoth : SerialCalls.FlushInput);

    public void Dispose()
    {
        int descriptor = Interlocked.Exchange(ref _descriptor, -1);
        if (descriptor < 0) return;
        _ = SerialCalls.Flush(descriptor, SerialCalls.FlushBoth);
        _ = SerialCalls.Close(descriptor);
    }

    private bool Await(short what, long patienceNs)
    {
        SerialCalls.Watched watched = new() { Descriptor = _descriptor, Events = what };
        SerialCalls.TimeSpec time = new() { Seconds = Math.Max(0, patienceNs) / NsPerS, Nanoseconds = Math.Max(0, patienceNs) % NsPerS };
        int ready = SerialCalls.Wait(&watched, 1, &time, null);
        if (ready < 0 && Marshal.GetLastPInvokeError() == SerialCalls.Interrupted) return false;
        if ((watched.Happened & (SerialCalls.PollError | SerialCalls.PollHangUp | SerialCalls.PollInvalid)) != 0) throw Gone("the line was hung up");
        return ready > 0;
    }

    private SerialPortException Gone(string what) => new(SerialTrouble.Gone, _path, what);

    private void Hold()
    {
        if (SerialCalls.Lock(_descriptor, SerialCalls.LockExclusive | SerialCalls.LockNonBlocking) != 0)
            throw new SerialPortException(SerialTrouble.InUse, _path, "another program holds it");
    }

    private void SetUp(SerialBus bus)
    {
        SerialCalls.Settings settings;
        if (SerialCalls.GetSettings(_descriptor, &settings) != 0)
            throw new SerialPortException(SerialTrouble.NotSerial, _path, "it is no serial port");
        uint speed = SerialCalls.SpeedOf(bus.Baud), control = ControlOf(bus.Format);
        settings.Input = bus.Format == SerialFormat.EvenOneStop ? SerialCalls.CheckParity : 0;
        (settings.Output, settings.Local, settings.Control) = (0, 0, control);
        for (int i = 0; i < 32; i++) settings.Special[i] = 0;
        SerialCalls.SetSpeed(&settings, speed);
        if (speed == 0 || SerialCalls.SetSettings(_descriptor, SerialCalls.AfterDrain, &settings) != 0) throw NotTaken(bus, "the port refuses the settings");
        Verify(bus, speed, control);
        Flush(unsent: true);
    }

    // Linux reports success when a part was taken: what counts is what is there afterwards. A pseudo terminal has no parity and no stop bits.
    private void Verify(SerialBus bus, uint speed, uint control)
    {
        const uint compared = SerialCalls.SizeMask | SerialCalls.TwoStops | SerialCalls.Parity | SerialCalls.OddParity | SerialCalls.HardwareFlow;
        SerialCalls.Settings taken;
        if (SerialCalls.GetSettings(_descriptor, &taken) != 0) throw Gone("it does not tell its settings");
        if (SerialCalls.GetSpeed(&taken) != speed) throw NotTaken(bus, "the port does not take the rate");
        if (!IsPseudoTerminal && (taken.Control & compared) != (control & compared)) throw NotTaken(bus, "the port does not take the format");
    }

    private bool IsPseudoTerminal => File.ResolveLinkTarget($"/proc/self/fd/{_descriptor}", false)?.FullName.StartsWith("/dev/pts/", StringComparison.Ordinal) == true;

    private static uint ControlOf(SerialFormat format) =>
        SerialCalls.Bits8 | SerialCalls.Receiver | SerialCalls.Local | (format == SerialFormat.EvenOneStop ? SerialCalls.Parity : SerialCalls.TwoStops);

    private static SerialPortException NotTaken(SerialBus bus, string what) =>
        new(SerialTrouble.Settings, bus.Path, $"{what} {bus.Baud} baud {(bus.Format == SerialFormat.EvenOneStop ? "8E1" : "8N2")}");

    /// <summary>What an error number of open means.</summary>
    internal static SerialPortException NotOpened(string path, int error) => error switch
    {
        SerialCalls.NoEntry or SerialCalls.NoSuchDevice or SerialCalls.NoDevice => new(SerialTrouble.Missing, path, "there is no such port"),
        SerialCalls.NoAccess or SerialCalls.NotPermitted => new(SerialTrouble.NoRights, path, "this user may not open it"),
        SerialCalls.Busy => new(SerialTrouble.InUse, path, "another program holds it"),
        _ => new(SerialTrouble.NotSerial, path, $"it cannot be opened: {Marshal.GetPInvokeErrorMessage(error)}"),
    };
}
