using Gravistore.Json;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Reads the wires of an input module, and sees that no two share a bit.</summary>
internal sealed class DigitalLineReader
{
    private static readonly IntegerKey Bit = new("bit", "Bit in the digital word", 0, 15);
    private static readonly FlagKey ActiveHigh = new("activeHigh", "A 1 means true; false = the wire is closed in the good state");
    private int _bits;

    /// <summary>Declares a wire.</summary>
    public static SectionKey Key(string name, string description) => new(name, new SectionSpec(name, description, Bit, ActiveHigh));

    /// <summary>Reads a wire of the section of wires.</summary>
    public DigitalLine Read(Section lines, SectionKey key)
    {
        Section line = lines.Sub(key);
        int bit = line.Integer(Bit);
        if ((_bits & (1 << bit)) != 0) line.Error(Bit, DeviceErrors.DuplicateBit, $"bit {bit} is used twice");
        _bits |= 1 << bit;
        return new DigitalLine(bit, line.Flag(ActiveHigh));
    }
}
