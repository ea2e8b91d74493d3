using System.Runtime.InteropServices;
using System.Text;

namespace Gravistore.Simulator.Native;

/// <summary>Two ends of a line: this end is the devices', the other is a port that a master opens under its path. Raw from the start; it has no rate and no parity.</summary>
internal sealed unsafe partial class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2, NoControllingTerminal = 0x100, NonBlocking = 0x800, CloseOnExec = 0x80000, MaxPath = 64, SettingsBytes = 128;
    private const short Readable = 1;
    private const long NsPerS = 1_000_000_000;

    [StructLayout(LayoutKind.Sequential)]
    private struct Watched
    {
        public int Descriptor;
        public short Events, Happened;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds, Nanoseconds;
    }

    // The other end is held open too: without it a read here fails until a master has opened the port, and again after one has closed it.
    private int _here, _there;

    /// <summary>Makes a line.</summary>
    /// <exception cref="Serial.LineException">The system gives none.</exception>
    public PseudoTerminal()
    {
        _here = OpenMaster(ReadWrite | NoControllingTerminal | NonBlocking | CloseOnExec);
        _there = -1;
        byte* name = stackalloc byte[MaxPath];
        if (_here < 0 || Grant(_here) != 0 || Unlock(_here) != 0 || NameOf(_here, name, MaxPath) != 0) throw Failed("no pseudo terminal");
        Path = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        _there = OpenFile(Path, ReadWrite | NoControllingTerminal | CloseOnExec);
        byte* settings = stackalloc byte[SettingsBytes];
        if (_there < 0 || GetSettings(_there, settings) != 0) throw Failed("no other end");
        MakeRaw(settings);
        if (SetSettings(_there, 0, settings) != 0) throw Failed("no raw line");
    }

    /// <summary>Path of the port at the other end.</summary>
    public string Path { get; }

    /// <summary>Reads what is there, waiting for a first byte at most so long [ns]; 0 when none came.</summary>
    public int Read(Span<byte> buffer, long patienceNs)
    {
        Watched watched = new() { Descriptor = _here, Events = Readable };
        TimeSpec time = Time(patienceNs);
        if (Wait(&watched, 1, &time, null) <= 0) return 0;
        fixed (byte* to = buffer) return (int)Math.Max(0, ReadBytes(_here, to, (nuint)buffer.Length));
    }

    /// <summary>Sends bytes; what the line does not take, as nobody reads at its end, is lost.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* from = bytes) _ = WriteBytes(_here, from, (nuint)bytes.Length);
    }

    /// <summary>Waits [ns], closer than timers do.</summary>
    public static void Sleep(long durationNs)
    {
        TimeSpec time = Time(durationNs);
        if (durationNs > 0) _ = Wait(null, 0, &time, null);
    }

    public void Dispose()
    {
        foreach (int descriptor in (int[])[Interlocked.Exchange(ref _there, -1), Interlocked.Exchange(ref _here, -1)])
            if (descriptor >= 0) _ = CloseFile(descriptor);
    }

    private Serial.LineException Failed(string what)
    {
        string why = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
        Dispose();
        return new Serial.LineException($"{what}: {why}");
    }

    private static TimeSpec Time(long ns) => new() { Seconds = Math.Max(0, ns) / NsPerS, Nanoseconds = Math.Max(0, ns) % NsPerS };

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int Grant(int descriptor);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(int descriptor);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int NameOf(int descriptor, byte* name, nuint length);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int CloseFile(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadBytes(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteBytes(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "ppoll", SetLastError = true)]
    private static partial int Wait(Watched* watched, nuint count, TimeSpec* timeout, void* signals);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static partial int GetSettings(int descriptor, byte* settings);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw(byte* settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static partial int SetSettings(int descriptor, int when, byte* settings);
}
