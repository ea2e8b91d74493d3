using Gravistore.Json;

namespace Gravistore.Config.Devices;

/// <summary>Keys that several kinds of device files share.</summary>
internal static class DeviceKeys
{
    /// <summary>Most registers one Modbus read may ask for.</summary>
    public const int MaxReadCount = 125;

    public static readonly TextKey Name = new("name", "Name of the device, the same as its file's without .json") { Pattern = "[a-z0-9]+(-[a-z0-9]+)*", PatternText = "small letters, digits and hyphens", MaxLength = 60 };
    public static readonly TextKey Title = new("title", "What device this is, one sentence");
    public static readonly ChoiceKey WordOrder = new("wordOrder", "Order of the two registers of a 32-bit value", "high-first", "low-first");
    public static readonly IntegerKey Address = new("address", "Wire address of the block's first register (printed reference - 400001)", 0, 65535);
    public static readonly IntegerKey Count = new("count", "Registers in the block", 1, MaxReadCount);
    public static readonly IntegerKey Bit = new("bit", "Bit number in the digital word", 0, 15);
    public static readonly FlagKey ActiveHigh = new("activeHigh", "1 means what the name says");
    public static readonly SectionSpec DigitalInput = new("digital input", "One digital input", Bit, ActiveHigh);

    /// <summary>An offset into a block that is read at once.</summary>
    public static IntegerKey Offset(string name, string description) => new(name, $"{description} (offset in the block)", 0, MaxReadCount - 1);

    public static Core.Parameters.WordOrder ReadWordOrder(Section s) =>
        s.Choice(WordOrder) == "low-first" ? Core.Parameters.WordOrder.LowFirst : Core.Parameters.WordOrder.HighFirst;

    public static Core.Parameters.DigitalInput ReadDigital(Section digital, SectionKey key)
    {
        Section input = digital.Sub(key);
        return new Core.Parameters.DigitalInput(input.Integer(Bit), input.Flag(ActiveHigh));
    }

    /// <summary>Reports an offset (and the words behind it) outside its block.</summary>
    public static void CheckInside(Section section, IntegerKey offset, int words, int count)
    {
        if (section.Integer(offset) + words <= count) return;
        section.Error(offset, ConfigErrors.DeviceMap, $"{words} register(s) at offset {section.Integer(offset)} lie outside the block of {count}", $"0 to {count - words}");
    }

    /// <summary>Reports two inputs on one bit.</summary>
    public static void CheckBits(Section digital, IEnumerable<SectionKey> keys)
    {
        Dictionary<int, string> taken = [];
        foreach (SectionKey key in keys)
        {
            Section input = digital.Sub(key);
            int bit = input.Integer(Bit);
            if (!taken.TryAdd(bit, key.Name)) input.Error(Bit, ConfigErrors.DeviceMap, $"bit {bit} carries {JsonText.Quote(taken[bit])} already");
        }
    }

    /// <summary>Reports a block that is written on registers that are read: a command would then show as a measurement.</summary>
    public static void CheckApart(Section write, IntegerKey address, int writeCount, int readAddress, int readCount)
    {
        int first = write.Integer(address);
        if (first + writeCount <= readAddress || first >= readAddress + readCount) return;
        write.Error(address, ConfigErrors.DeviceMap, $"registers {first} to {first + writeCount - 1}, which are written, overlap {readAddress} to {readAddress + readCount - 1}, which are read");
    }
}
