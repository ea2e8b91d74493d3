using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Gravistore.Drivers.Pins;
using Microsoft.Win32.SafeHandles;

namespace Gravistore.Drivers.Native;

/// <summary>
/// Labels of the machine's GPIO chips, and names and users of their lines, from the kernel's character devices (linux/gpio.h). System.Device.Gpio
/// knows lines by number alone, and a number says nothing that a wire could be held against.
/// </summary>
internal static partial class GpioChips
{
    private const nuint ChipInfoRequest = 0x8044B401, LineInfoRequest = 0xC100B405;
    private const int ChipInfoBytes = 68, LineInfoBytes = 256, NameBytes = 32, OffsetAt = 64, FlagsAt = 72, LabelAt = 32, CountAt = 64;
    private const ulong UsedFlag = 1;
    private const string Devices = "/dev";

    /// <summary>A chip of this machine.</summary>
    /// <param name="Number">Its number: N of /dev/gpiochipN.</param>
    /// <param name="Label">Its label.</param>
    /// <param name="LineCount">Its lines.</param>
    public readonly record struct Chip(int Number, string Label, int LineCount)
    {
        public string Path => $"{Devices}/gpiochip{Number}";
    }

    /// <summary>All chips that may be opened, by their numbers.</summary>
    public static IReadOnlyList<Chip> List()
    {
        List<Chip> chips = [];
        foreach (string path in Directory.EnumerateFiles(Devices, "gpiochip*"))
            if (int.TryParse(path.AsSpan(Devices.Length + 1 + "gpiochip".Length), out int number) && Read(number, path) is { } chip) chips.Add(chip);
        return [.. chips.OrderBy(c => c.Number)];
    }

    /// <summary>Name and user of every line.</summary>
    /// <exception cref="IOException">The chip cannot be asked.</exception>
    public static IReadOnlyList<LineInfo> Lines(Chip chip)
    {
        using SafeFileHandle device = File.OpenHandle(chip.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        LineInfo[] lines = new LineInfo[chip.LineCount];
        Span<byte> info = stackalloc byte[LineInfoBytes];
        for (int i = 0; i < lines.Length; i++)
        {
            info.Clear();
            BinaryPrimitives.WriteInt32LittleEndian(info[OffsetAt..], i);
            Ask(device, LineInfoRequest, info, chip.Path);
            bool used = (BinaryPrimitives.ReadUInt64LittleEndian(info[FlagsAt..]) & UsedFlag) != 0;
            string user = Text(info.Slice(NameBytes, NameBytes));
            lines[i] = new LineInfo(Text(info[..NameBytes]), !used ? "" : user.Length > 0 ? user : "the kernel");
        }
        return lines;
    }

    private static Chip? Read(int number, string path)
    {
        try
        {
            using SafeFileHandle device = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            Span<byte> info = stackalloc byte[ChipInfoBytes];
            Ask(device, ChipInfoRequest, info, path);
            return new Chip(number, Text(info.Slice(LabelAt, NameBytes)), BinaryPrimitives.ReadInt32LittleEndian(info[CountAt..]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Ask(SafeFileHandle device, nuint request, Span<byte> info, string path)
    {
        if (Control(device, request, ref MemoryMarshal.GetReference(info)) < 0) throw new IOException($"{path} does not answer as a GPIO chip (error {Marshal.GetLastPInvokeError()})");
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle device, nuint request, ref byte argument);
}
