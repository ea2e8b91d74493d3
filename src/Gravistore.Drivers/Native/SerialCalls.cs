using System.Runtime.InteropServices;

namespace Gravistore.Drivers.Native;

/// <summary>The calls and numbers of Linux that a serial port needs (termios.h, fcntl.h, poll.h), the same on x64 and arm64.</summary>
internal static unsafe partial class SerialCalls
{
    public const int ReadWrite = 2, NoControllingTerminal = 0x100, NonBlocking = 0x800, CloseOnExec = 0x80000;
    public const int LockExclusive = 2, LockNonBlocking = 4;
    public const short PollIn = 1, PollOut = 4, PollError = 8, PollHangUp = 0x10, PollInvalid = 0x20;
    public const int FlushInput = 0, FlushBoth = 2, AfterDrain = 1;
    public const uint Bits8 = 0x30, TwoStops = 0x40, Receiver = 0x80, Parity = 0x100, OddParity = 0x200, Local = 0x800, SizeMask = 0x30, HardwareFlow = 0x8000_0000;
    public const uint CheckParity = 0x10;
    public const int NoEntry = 2, NoSuchDevice = 6, Interrupted = 4, TryAgain = 11, NoAccess = 13, Busy = 16, NotPermitted = 1, NoDevice = 19, NotTerminal = 25;

    /// <summary>The settings of a port, as glibc lays them out.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Settings
    {
        private const int Characters = 32;

        public uint Input, Output, Control, Local;
        public byte Line;
        public fixed byte Special[Characters];
        public uint InputSpeed, OutputSpeed;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Watched
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>Code of a rate; 0 for one that is not offered.</summary>
    public static uint SpeedOf(int baud) => baud switch
    {
        9600 => 13,
        19_200 => 14,
        38_400 => 15,
        57_600 => 0x1001,
        115_200 => 0x1002,
        _ => 0,
    };

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "ppoll", SetLastError = true)]
    public static partial int Wait(Watched* watched, nuint count, TimeSpec* timeout, void* signals);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetSettings(int descriptor, Settings* settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetSettings(int descriptor, int when, Settings* settings);

    [LibraryImport("libc", EntryPoint = "cfsetspeed", SetLastError = true)]
    public static partial int SetSpeed(Settings* settings, uint speed);

    [LibraryImport("libc", EntryPoint = "cfgetospeed")]
    public static partial uint GetSpeed(Settings* settings);

    [LibraryImport("libc", EntryPoint = "tcflush", SetLastError = true)]
    public static partial int Flush(int descriptor, int queue);
}
