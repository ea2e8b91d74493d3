using System.Buffers.Binary;
using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.Runtime.InteropServices;
using System.Text;
using Gravistore.Simulator.Mirror;
using Microsoft.Win32.SafeHandles;

namespace Gravistore.Simulator.Native;

/// <summary>GPIO chips of this machine by their labels, with the names of their lines, from the kernel's character devices (linux/gpio.h).</summary>
internal static partial class MachineLines
{
    private const nuint ChipInfoRequest = 0x8044B401, LineInfoRequest = 0xC100B405;
    private const int ChipInfoBytes = 68, LineInfoBytes = 256, NameBytes = 32, OffsetAt = 64, LabelAt = 32, CountAt = 64;
    private const string Devices = "/dev", Prefix = "gpiochip";

    /// <summary>Opens the chip with a label.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="library">libgpiod-v1 or libgpiod-v2.</param>
    /// <exception cref="MirrorException">There is no such chip, or more than one, or the library does not load.</exception>
    public static MirrorChip Open(string label, string library)
    {
        List<(string Path, string Label)> chips = [.. Directory.EnumerateFiles(Devices, Prefix + "*").Order(StringComparer.Ordinal).Select(p => (p, LabelOf(p))).Where(c => c.Item2.Length > 0)];
        string[] fit = [.. chips.Where(c => c.Label == label).Select(c => c.Path)];
        if (fit.Length != 1) throw new MirrorException($"{(fit.Length == 0 ? "no GPIO chip" : $"{fit.Length} GPIO chips")} of this machine {(fit.Length == 0 ? "has" : "have")} the label {label}; there are: {(chips.Count == 0 ? "none" : string.Join(", ", chips.Select(c => c.Label)))}");
        int number = int.Parse(fit[0].AsSpan(Devices.Length + 1 + Prefix.Length), System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            GpioDriver driver = library == "libgpiod-v2" ? new LibGpiodV2Driver(number) : new LibGpiodDriver(number);
            return new MirrorChip(driver, $"{fit[0]} ({label})", Names(fit[0]));
        }
        catch (Exception e) when (e is IOException or DllNotFoundException or TypeInitializationException or PlatformNotSupportedException)
        {
            throw new MirrorException($"{library} cannot be loaded: {(e.InnerException ?? e).Message.ReplaceLineEndings(" ")}");
        }
    }

    private static string LabelOf(string path)
    {
        try
        {
            return Text(Info(path).Slice(LabelAt, NameBytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string[] Names(string path)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(Info(path)[CountAt..]);
        using SafeFileHandle device = Opened(path);
        string[] names = new string[count];
        byte[] info = new byte[LineInfoBytes];
        for (int i = 0; i < count; i++)
        {
            Array.Clear(info);
            BinaryPrimitives.WriteInt32LittleEndian(info.AsSpan(OffsetAt), i);
            Ask(device, LineInfoRequest, info, path);
            names[i] = Text(info.AsSpan(0, NameBytes));
        }
        return names;
    }

    private static ReadOnlySpan<byte> Info(string path)
    {
        using SafeFileHandle device = Opened(path);
        byte[] info = new byte[ChipInfoBytes];
        Ask(device, ChipInfoRequest, info, path);
        return info;
    }

    private static SafeFileHandle Opened(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    private static void Ask(SafeFileHandle device, nuint request, byte[] info, string path)
    {
        if (Control(device, request, ref info[0]) < 0) throw new IOException($"{path} does not answer as a GPIO chip (error {Marshal.GetLastPInvokeError()})");
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle device, nuint request, ref byte argument);
}
